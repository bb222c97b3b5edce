"""Copies of the profile hold what it held: they go when that must be gone, and hold no more than they need."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.backups.reading import read_backup
from desktop.adapters.storage.inspect import look_into
from desktop.adapters.storage.profile import Storage
from desktop.application.care_port import BackupKey
from desktop.domain.alert.retention import Retention
from desktop.domain.delivery.comparison import Comparison
from tests.unit.desktop_care.conftest import Kept
from tests.unit.desktop_sending.test_keep_house import saved
from tests.unit.desktop_sending.test_wiped_closings import closed

PASSPHRASE = "四个字和 eight more"
DAY = timedelta(days=1).total_seconds()


def go_on(_done: int, _total: int) -> bool:
    return True


@pytest.fixture
def stick(kept: Kept, tmp_path: Path) -> Path:
    """Where the weekly backups of the profile go."""
    kept.services.care.backups.plan(str(tmp_path / "stick"), PASSPHRASE, automatic=True)
    return tmp_path / "stick"


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_old_backups_go_also_when_no_new_one_is_made(kept: Kept, stick: Path) -> None:
    care = kept.services.care
    for _ in range(3):
        care.backups.make(go_on)
        kept.clock.advance(DAY)
    newest = files_in(stick)[-1]
    care.keeping.wipe_now()
    assert len(files_in(stick)) == 3
    kept.clock.advance(30 * DAY)
    care.keeping.wipe_now()
    assert files_in(stick) == [newest], "the only one there is to restore from stays"


def test_a_shorter_time_counts_for_backups_too(kept: Kept, stick: Path) -> None:
    care = kept.services.care
    for _ in range(3):
        care.backups.make(go_on)
        kept.clock.advance(2 * DAY)
    care.keeping.save_retention(Retention(l2=3, l3=3))
    care.keeping.wipe_now()
    assert len(files_in(stick)) == 1


def test_a_folder_that_is_not_there_is_no_matter(kept: Kept, stick: Path) -> None:
    assert not stick.exists()
    stick.write_text("a file where the folder was")
    kept.clock.advance(40 * DAY)
    assert kept.services.care.keeping.wipe_now().value == 0


def test_databases_put_aside_before_an_upgrade_go_with_the_shortest_time(kept: Kept) -> None:
    folder = kept.home / "backups"
    folder.mkdir(exist_ok=True)
    names = [f"profile-{kept.clock.now():%Y%m%dT%H%M%SZ}-schema-0004.db", "profile-x-schema-0001.db", "notes.db"]
    for name in names:
        (folder / name).write_bytes(b"x")
    kept.clock.advance(7 * DAY - 1)
    kept.services.care.keeping.wipe_now()
    assert files_in(folder) == sorted(names)
    kept.clock.advance(2)
    kept.services.care.keeping.wipe_now()
    assert files_in(folder) == sorted(names[1:])


def test_accounts_the_station_has_safe_are_in_no_backup(kept: Kept, stick: Path, tmp_path: Path) -> None:
    alert_id, noted = saved(kept.profile), closed(kept.profile)
    kept.clock.advance(1)
    assert contents(kept, tmp_path / "before", alert_id, noted) == (True, False), "not safe at the station yet"
    with kept.profile.storage.begin() as work:
        work.feed.put_durable("e1", 99)
        work.feed.put_comparison(Comparison("e1"))
        work.commit()
    kept.clock.advance(1)
    assert contents(kept, tmp_path / "after", alert_id, noted) == (False, False)
    with kept.profile.storage.begin() as work:
        assert b"6222020000000000" in work.alerts.get(alert_id).body, "here its own time is not over"


def contents(kept: Kept, place: Path, alert_id: str, noted: str) -> tuple[bool, bool]:
    """Whether the account of the alert and of the noted draft are in a backup made now."""
    backups = kept.services.care.backups
    note = backups.make(go_on).value
    plan = kept.profile.storage.care().get("care/backup-plan")
    assert isinstance(plan, dict)
    key = BackupKey(plan["key"], plan["sealed"], plan["profile"])
    place.mkdir()
    opened = read_backup(Path(note.file), lambda _head: bytes.fromhex(key.key), place, look_into, go_on)
    copy = Storage(place / "profile.db", opened.key)
    try:
        with copy.begin() as work:
            closing = work.drafts.closing(noted)
            assert closing is not None
            return b"6222020000000000" in work.alerts.get(alert_id).body, "6222020000000000" in str(closing.draft)
    finally:
        copy.close()


def test_one_in_a_folder_of_its_own_changes_no_plan(kept: Kept, stick: Path, tmp_path: Path) -> None:
    backups = kept.services.care.backups
    weekly = backups.make(go_on).value
    apart = backups.make_in(str(tmp_path / "apart"), None, go_on).value
    assert Path(apart.file).parent == tmp_path / "apart"
    state = backups.state()
    assert (state.folder, state.automatic) == (str(stick), True)
    assert backups.drill(apart.file, PASSPHRASE, go_on).value.records == 0
    other = backups.make_in(str(tmp_path / "apart"), "for this one only", go_on).value
    assert backups.drill(other.file, "for this one only", go_on).value.records == 0
    again = backups.make(go_on).value
    assert backups.drill(again.file, PASSPHRASE, go_on).value.records == 0
    assert Path(weekly.file).is_file()
    kept.clock.advance(6 * DAY)
    backups.make_in(str(tmp_path / "apart"), None, go_on)
    kept.clock.advance(DAY)
    assert backups.when_due(go_on).value is True, "what was made elsewhere is none of the weekly ones"
