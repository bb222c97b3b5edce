"""Backups: complete, checked, encrypted, rotated, and every spoilt byte found."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.backups import heads
from desktop.application.errors import BackupUnreadable, InvalidInput, StorageFailed, WorkStopped
from tests.unit.desktop_care.conftest import Kept

PASSPHRASE = "四个字和 eight more"


def go_on(_done: int, _total: int) -> bool:
    return True


@pytest.fixture
def planned(kept: Kept, tmp_path: Path) -> Kept:
    """A profile with three alerts, a plan, and a folder on a stick."""
    for _ in range(3):
        kept.profile.queue()
    kept.services.care.backups.plan(str(tmp_path / "stick"), PASSPHRASE, automatic=True)
    return kept


def test_a_backup_is_made_checked_and_can_be_tried_out(planned: Kept) -> None:
    backups = planned.services.care.backups
    note = backups.make(planned.told).value
    assert note.records == 3
    assert Path(note.file).is_file()
    assert [step[0] for step in planned.steps] == sorted(step[0] for step in planned.steps)
    planned.clock.advance(3600)
    tried = backups.drill(note.file, PASSPHRASE, go_on).value
    assert (tried.records, tried.made_at, tried.at) == (3, note.made_at, planned.clock.now())
    assert tried.newest_at is not None
    state = backups.state()
    assert state.drill == tried
    assert not state.backup_overdue
    assert not state.drill_overdue
    assert replace(state, drill=None).drill_overdue
    assert not replace(state, drill=None, restored_at=state.now).drill_overdue  # a real restore has proved it
    planned.clock.advance(90 * 86400)
    assert backups.state().drill_overdue
    assert not list((planned.home / "backups").iterdir())


def test_nothing_readable_is_in_the_file(planned: Kept) -> None:
    note = planned.services.care.backups.make(go_on).value
    content = Path(note.file).read_bytes()
    for word in ("鑫福珠宝", "林秋月", "0597-5550188", PASSPHRASE, "SQLite format"):
        assert word.encode() not in content
    assert planned.profile.storage.key not in content
    assert planned.profile.storage.key.hex().encode() not in content
    assert content.startswith(b"COUNTERWATCH BACKUP\n")


def test_another_passphrase_opens_nothing(planned: Kept) -> None:
    backups = planned.services.care.backups
    note = backups.make(go_on).value
    with pytest.raises(BackupUnreadable, match="wrong-passphrase"):
        backups.drill(note.file, PASSPHRASE + "!", go_on)
    assert backups.state().drill is None


def test_every_spoilt_byte_is_found(planned: Kept, rng: random.Random) -> None:
    backups = planned.services.care.backups
    file = Path(backups.make(go_on).value.file)
    whole = file.read_bytes()
    places = [0, 25, len(whole) - 1, *(rng.randrange(len(whole)) for _ in range(30))]
    for place in places:
        spoilt = bytearray(whole)
        spoilt[place] ^= 1 << rng.randrange(8)
        file.write_bytes(spoilt)
        with pytest.raises(BackupUnreadable):
            backups.drill(str(file), PASSPHRASE, go_on)
    for length in (0, 10, 400, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        with pytest.raises(BackupUnreadable):
            backups.drill(str(file), PASSPHRASE, go_on)
    file.write_bytes(whole + b"more")
    with pytest.raises(BackupUnreadable):
        backups.drill(str(file), PASSPHRASE, go_on)
    file.write_bytes(whole)
    assert backups.drill(str(file), PASSPHRASE, go_on).value.records == 3


def test_stopping_leaves_nothing_behind(planned: Kept, tmp_path: Path) -> None:
    backups = planned.services.care.backups
    for stop_at in (1, 2, 3):
        asked: list[int] = []

        def told(done: int, total: int, asked: list[int] = asked, stop_at: int = stop_at) -> bool:
            asked.append(done)
            return len(asked) < stop_at

        with pytest.raises(WorkStopped):
            backups.make(told)
    assert not list((tmp_path / "stick").iterdir())
    assert not list((planned.home / "backups").iterdir())
    assert backups.state().last is None


def test_without_a_passphrase_or_a_folder_there_is_no_plan(kept: Kept) -> None:
    backups = kept.services.care.backups
    with pytest.raises(InvalidInput) as wrong:
        backups.plan("", "short", automatic=True)
    assert {problem.field for problem in wrong.value.problems} == {"folder", "passphrase"}
    with pytest.raises(InvalidInput):
        backups.plan("/somewhere", None, automatic=True)
    with pytest.raises(InvalidInput):
        backups.make(go_on)
    assert backups.when_due(go_on).value is False


def test_every_week_one_and_none_is_older_than_what_may_lie_in_it(planned: Kept, tmp_path: Path) -> None:
    backups, stick = planned.services.care.backups, tmp_path / "stick"
    assert backups.when_due(go_on).value is True
    assert backups.when_due(go_on).value is False
    (stick / "counterwatch-20200101-0000.cwbackup").write_bytes(b"somebody else's")
    for _week in range(9):
        planned.clock.advance(timedelta(days=7).total_seconds())
        assert backups.when_due(go_on).value is True
    files = sorted(path.name for path in stick.iterdir())
    assert len(files) == 1 + 5, "today, and of 7, 14, 21 and 28 days ago"
    assert files[0] == "counterwatch-20200101-0000.cwbackup"
    planned.clock.jump(-400 * 86400)
    assert backups.when_due(go_on).value is True
    last = backups.state().last
    assert last is not None
    assert Path(last.file).is_file(), "older by the clock, and yet the newest there is"
    assert len(list(stick.iterdir())) == 7


def test_of_many_in_a_day_the_newest_eight_stay(planned: Kept, tmp_path: Path) -> None:
    for _ in range(10):
        planned.clock.advance(3600)
        planned.services.care.backups.make(go_on)
    assert len(list((tmp_path / "stick").iterdir())) == 8


def test_a_weekly_backup_ends_with_the_program(planned: Kept, tmp_path: Path) -> None:
    backups = planned.services.care.backups
    assert backups.when_due(lambda _done, _total: False).value is False
    assert backups.state().failed == ""
    assert not list((tmp_path / "stick").iterdir())
    assert backups.when_due(go_on).value is True


def test_a_folder_that_is_gone_is_said_and_not_raised(planned: Kept, tmp_path: Path) -> None:
    (tmp_path / "stick").write_bytes(b"a file where the folder was")
    backups = planned.services.care.backups
    assert backups.when_due(go_on).value is False
    assert backups.state().failed == "io"
    with pytest.raises(StorageFailed):
        backups.make(go_on)
    (tmp_path / "stick").unlink()
    assert backups.when_due(go_on).value is True
    assert backups.state().failed == ""


def test_a_changed_passphrase_counts_for_later_files_only(planned: Kept) -> None:
    backups = planned.services.care.backups
    first = backups.make(go_on).value.file
    backups.plan(backups.state().folder, "another long one", automatic=False)
    second = backups.make(go_on).value.file
    assert first != second
    assert backups.drill(first, PASSPHRASE, go_on).value.records == 3
    assert backups.drill(second, "another long one", go_on).value.records == 3
    with pytest.raises(BackupUnreadable):
        backups.drill(second, PASSPHRASE, go_on)


def test_what_is_no_backup_says_so(planned: Kept, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" * 100)
    with pytest.raises(BackupUnreadable, match="not-a-backup"):
        planned.services.care.backups.drill(str(photo), PASSPHRASE, go_on)
    photo.write_bytes(heads.MAGIC + b"[" * 4000 + b"\n")
    with pytest.raises(BackupUnreadable, match="damaged"):
        planned.services.care.backups.drill(str(photo), PASSPHRASE, go_on)
    with pytest.raises(StorageFailed):
        planned.services.care.backups.drill(str(tmp_path / "nothing"), PASSPHRASE, go_on)
