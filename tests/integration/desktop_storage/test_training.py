"""The training record in a real profile: kept, each member's own, and there after an upgrade from the first schema."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import text

from desktop.adapters.lesson_files import LessonFiles
from desktop.application.session import Session
from desktop.application.training_record import ReadTrainingRecord
from desktop.domain.delivery.connectivity import Connectivity
from desktop.domain.training.record import Attempt
from tests.fakes.counter import CHECKLISTS, alert
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


def test_a_profile_of_the_first_schema_is_brought_up_to_date(profile: Profile) -> None:
    with profile.storage.begin() as work:
        work.alerts.add(alert(1))
        work.commit()
    with profile.storage._engine.connect() as connection:
        connection.execute(text("DROP TABLE drill_attempts"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
        connection.commit()
    with profile.reopen().begin() as work:
        assert work.alerts.has(alert(1).alert_id)
        work.training.add(ATTEMPT)
        work.commit()
    assert [path.name for path in (profile.home / "backups").glob("*-schema-0001.db")]
