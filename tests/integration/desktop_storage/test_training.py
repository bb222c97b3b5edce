"""The training record in a real profile: kept, each member's own, and there after an upgrade from the first schema."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from desktop.adapters.lesson_files import LessonFiles
from desktop.adapters.storage.engine import make_engine
from desktop.adapters.storage.migrate import SCRIPTS
from desktop.adapters.storage.profile import DATABASE, open_storage
from desktop.application.session import Session
from desktop.application.training.training_record import ReadTrainingRecord
from desktop.domain.delivery.connectivity import Connectivity
from desktop.domain.training.record import Attempt
from tests.fakes.counter import CHECKLISTS
from tests.integration.desktop_storage.conftest import Profile
from tests.support import OPENING, FixedClock

ATTEMPT = Attempt("u-1", "gold-quota", "urgent", 2, True, False, OPENING)


def keep(profile: Profile, *attempts: Attempt) -> None:
    """Keep attempts."""
    with profile.storage.begin() as work:
        for attempt in attempts:
            work.training.add(attempt)
        work.commit()


def test_a_member_reads_only_their_own(profile: Profile, clock: FixedClock) -> None:
    later = replace(ATTEMPT, drill_id="gold-birthday", saying_right=True)
    keep(profile, ATTEMPT, replace(ATTEMPT, member_id="u-2"), later)
    reads = profile.reopen().reads(Connectivity())
    assert reads.attempts("u-1") == (ATTEMPT, later)
    record = ReadTrainingRecord(reads=reads, lessons=LessonFiles(CHECKLISTS.parent / "cases"), clock=clock)
    read = record(Session("u-1", "小林", "clerk", lambda _payload: ""))
    assert [row[0] for row in read.latest] == ["gold-birthday", "gold-quota"]
    assert (read.progress.attempts, read.progress.right, read.progress.streak) == (2, 1, 1)
    assert reads.attempts("u-3") == ()


def test_a_profile_of_the_first_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    key = secrets.token_bytes(32)
    engine = make_engine(tmp_path / DATABASE, key)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO facts (name, value) VALUES ('kept', '7')"))
        connection.commit()
    engine.dispose()
    storage = open_storage(tmp_path, key, now=OPENING)
    with storage.begin() as work:
        work.training.add(ATTEMPT)
        work.commit()
    with storage._engine.connect() as connection:
        assert connection.execute(text("SELECT value FROM facts WHERE name = 'kept'")).scalar() == "7"
    assert storage.reads(Connectivity()).attempts("u-1") == (ATTEMPT,)
    storage.close()
    assert [path.name for path in (tmp_path / "backups").iterdir()] == ["profile-20261117T020000Z-schema-0001.db"]
