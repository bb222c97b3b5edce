"""The silent alarm's short road writes what the ordinary road writes, byte for byte, and stands back where it must."""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.adapters.checklist_files import ChecklistFiles
from desktop.adapters.storage.connection import BUSY_MS, DATABASE, connect
from desktop.adapters.storage.early import EarlyStorage
from desktop.adapters.storage.profile import open_storage
from desktop.application.alerts.early_alarm import EarlyAlarm
from desktop.application.alerts.silent_alarm import SilentAlarm
from desktop.application.checklists.current_checklists import CurrentChecklists
from desktop.application.errors import NotEnrolled, ProfileLocked, StorageFailed
from desktop.application.session import Session
from desktop.domain.alert.bundle import Bundle
from desktop.domain.delivery.connectivity import Connectivity
from desktop.wiring.early_alarm import current_ruleset
from tests.fakes.counter import CHECKLISTS, CountedIds, Enrolled, alert, letter
from tests.support import OPENING, FixedClock

KEY = secrets.token_bytes(32)


@pytest.fixture(scope="module")
def shop_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop's profile with an alert and its letter from before; made once, for making one takes half a second."""
    home = tmp_path_factory.mktemp("shop") / "profile"
    storage = open_storage(home, KEY, now=OPENING)
    Enrolled(storage.begin)
    with storage.begin() as work:
        old = alert(7)
        work.alerts.add(old)
        work.outbox.add(letter(old))
        work.commit()
    storage.close()
    return home


@pytest.fixture
def homes(shop_home: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of it."""
    first, second = tmp_path / "ordinary", tmp_path / "early"
    shutil.copytree(shop_home, first)
    shutil.copytree(shop_home, second)
    return first, second


def session() -> Session:
    """A clerk whose signature is the same each time."""
    return Session("u-0001", "小林", "clerk", lambda payload: f"head..{len(payload)}")


def publish(home: Path, version: int) -> None:
    """Keep a checklist of the station's."""
    text = json.dumps(json.loads(ChecklistFiles(CHECKLISTS).text("gold_shop")) | {"version": version})
    with contextlib.closing(open_storage(home, KEY, now=OPENING)) as storage, storage.begin() as work:
        work.feed.put_bundle(Bundle(version, OPENING, {"gold_shop": text}))
        work.commit()


def ordinary(home: Path, who: Session | None, presses: int) -> None:
    """Press as the window does once everything is open."""
    with contextlib.closing(open_storage(home, KEY, now=OPENING)) as storage:
        checklists = CurrentChecklists(shipped=ChecklistFiles(CHECKLISTS), reads=storage.reads(Connectivity()))
        clock, ids = FixedClock(), CountedIds()
        press = SilentAlarm(begin=storage.begin, clock=clock, ids=ids, checklists=checklists)
        for _press in range(presses):
            press(who)
            clock.advance(1.5)


def early(home: Path, who: Session | None, presses: int) -> None:
    """Press before that."""
    storage = EarlyStorage(home, KEY)
    clock, ids = FixedClock(), CountedIds()
    ruleset = current_ruleset(storage, CHECKLISTS, "gold_shop")
    press = EarlyAlarm(begin=storage.begin, now=clock.now, new_id=ids.uuid7, ruleset=lambda _setting: ruleset)
    for _press in range(presses):
        press(who)
        clock.advance(1.5)
    storage.close()
    # What the next start does with a file somebody else has written to.
    open_storage(home, KEY, now=OPENING).close()


def whole(home: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table, the index and the counters among them, with the kind of every value."""
    with contextlib.closing(connect(home / DATABASE, KEY)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        found = {}
        for name in sorted(names):
            columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')]
            both = ", ".join(f'"{column}", typeof("{column}")' for column in columns)
            found[name] = sorted(connection.execute(f'SELECT {both} FROM "{name}"').fetchall(), key=repr)
        return found


@pytest.mark.parametrize("presses", [1, 3])
@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize("published", [0, 1, 99])
def test_both_roads_write_the_same(homes: tuple[Path, Path], presses: int, signed_in: bool, published: int) -> None:
    who = session() if signed_in else None
    for home in homes if published else ():
        publish(home, published)
    ordinary(homes[0], who, presses)
    early(homes[1], who, presses)
    expected, found = (whole(home) for home in homes)
    assert found.keys() == expected.keys()
    for name, rows in expected.items():
        assert found[name] == rows, name
    assert len(found["alerts"]) == len(found["outbox"]) == len(found["records"]) == 1 + presses


def test_what_was_saved_early_is_found_and_sent_like_any_other(homes: tuple[Path, Path]) -> None:
    early(homes[1], None, 1)
    with contextlib.closing(open_storage(homes[1], KEY, now=OPENING)) as storage, storage.begin() as work:
        due = work.outbox.due(OPENING + timedelta(hours=1), 10)
        assert [entry.urgent for entry in due] == [True, False]
        saved = work.alerts.get(due[0].alert_id)
        assert (saved.silent, saved.level, saved.member_id) == (True, "urgent", None)


def test_the_short_road_is_as_durable_as_the_ordinary_one(homes: tuple[Path, Path]) -> None:
    storage = EarlyStorage(homes[1], KEY)
    asked = ("synchronous", "foreign_keys", "journal_mode", "cipher_use_hmac", "busy_timeout")
    found = [storage._connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    storage.close()
    assert found == [2, 1, "wal", "1", BUSY_MS]


def test_an_older_or_newer_schema_is_left_to_the_ordinary_road(homes: tuple[Path, Path]) -> None:
    with contextlib.closing(connect(homes[1] / DATABASE, KEY)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0004'")
    with pytest.raises(ProfileLocked) as older:
        EarlyStorage(homes[1], KEY)
    assert older.value.reason == "newer-version"


def test_a_schema_that_changes_while_the_road_is_open_ends_it(homes: tuple[Path, Path]) -> None:
    storage = EarlyStorage(homes[1], KEY)
    with contextlib.closing(connect(homes[1] / DATABASE, KEY)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = whole(homes[1])
    press = EarlyAlarm(
        begin=storage.begin, now=FixedClock().now, new_id=CountedIds().uuid7, ruleset=lambda _setting: "gold_shop@1"
    )
    with pytest.raises(ProfileLocked):
        press()
    storage.close()
    assert whole(homes[1]) == before


def test_an_empty_file_and_a_wrong_key_are_refused(tmp_path: Path, homes: tuple[Path, Path]) -> None:
    with pytest.raises(ProfileLocked):
        EarlyStorage(tmp_path, KEY)
    with pytest.raises(StorageFailed) as refused:
        EarlyStorage(homes[1], secrets.token_bytes(32))
    assert refused.value.reason == "corrupt"


def test_without_a_shop_nothing_is_written(tmp_path: Path) -> None:
    open_storage(tmp_path / "new", KEY, now=OPENING).close()
    storage = EarlyStorage(tmp_path / "new", KEY)
    assert storage.shop() is None
    press = EarlyAlarm(
        begin=storage.begin, now=FixedClock().now, new_id=CountedIds().uuid7, ruleset=lambda _setting: "gold_shop@1"
    )
    with pytest.raises(NotEnrolled):
        press()
    storage.close()
    assert whole(tmp_path / "new")["alerts"] == []


def test_a_full_disk_says_so_and_leaves_nothing(homes: tuple[Path, Path]) -> None:
    storage = EarlyStorage(homes[1], KEY)
    pages = storage._connection.execute("PRAGMA page_count").fetchone()[0]
    before = whole(homes[1])
    storage._connection.execute(f"PRAGMA max_page_count = {pages}")
    press = EarlyAlarm(
        begin=storage.begin, now=FixedClock().now, new_id=CountedIds().uuid7, ruleset=lambda _setting: "gold_shop@1"
    )
    told = ""
    for _press in range(200):
        try:
            press()
        except StorageFailed as failed:
            told = failed.reason
            break
        before = whole(homes[1])
    storage.close()
    assert told == "full"
    assert whole(homes[1]) == before
