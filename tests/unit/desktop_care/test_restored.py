"""A profile out of a backup, file by file: photos, look, owner-only files, and nothing touched before all was checked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.adapters.credentials import open_key
from desktop.adapters.storage.profile import open_storage
from desktop.application.errors import AlreadyEnrolled, BackupUnreadable, WorkStopped
from desktop.application.read_models import Preferences
from desktop.domain.delivery.connectivity import Connectivity
from desktop.wiring.restore import drill, restore
from tests.fakes.pictures import photo
from tests.unit.desktop_care.conftest import Kept

PASSPHRASE = "a long backup passphrase"


def go_on(_done: int, _total: int) -> bool:
    return True


@pytest.fixture
def file(kept: Kept, tmp_path: Path) -> Path:
    """A backup of a profile with a photo, a look of its own and a letter that waits."""
    alert = kept.profile.queue()
    kept.services.photos.add(alert, None, photo())
    kept.services.save_preferences(Preferences(language="en", text_percent=150))
    backups = kept.services.care.backups
    backups.plan(str(tmp_path / "stick"), PASSPHRASE, automatic=False)
    note = backups.make(go_on).value
    assert note.photos == 1
    return Path(note.file)


def test_everything_is_there_and_the_letters_are_compared_first(kept: Kept, file: Path, tmp_path: Path) -> None:
    home = tmp_path / "new"
    done = restore(file, PASSPHRASE, home, go_on, replace_old=False)
    assert (done.opens_with, done.moved_aside, done.note.photos) == ("passphrase", None, 1)
    (sealed,) = (home / "attachments").iterdir()
    assert sealed.read_bytes() == (kept.home / "attachments" / sealed.name).read_bytes()
    assert '"en"' in (home / "preferences.json").read_text(encoding="utf-8")
    storage = open_storage(home, open_key(home, passphrase=PASSPHRASE), now=kept.clock.now())
    try:
        with storage.begin() as work:
            assert work.feed.comparison().due
        reads = storage.reads(Connectivity())
        assert reads.outbox().waiting == 2  # the report, and the line that names its photo
        assert len(reads.members()) == 2
    finally:
        storage.close()
    assert not (home / "restore.part").exists()


def test_only_the_owner_reads_any_of_it(file: Path, tmp_path: Path) -> None:
    home, before = tmp_path / "new", os.umask(0)
    try:
        restore(file, PASSPHRASE, home, go_on, replace_old=False)
    finally:
        os.umask(before)
    # Windows keeps a user's own folder to the user; it has no such modes.
    wanted = (0o600, 0o700) if os.name != "nt" else (file.stat().st_mode & 0o777, home.stat().st_mode & 0o777)
    for path in (file, home, *home.rglob("*")):
        assert path.stat().st_mode & 0o777 == wanted[path.is_dir()], path


def test_a_second_restore_asks_first_and_moves_aside(file: Path, tmp_path: Path) -> None:
    home = tmp_path / "new"
    restore(file, PASSPHRASE, home, go_on, replace_old=False)
    with pytest.raises(AlreadyEnrolled):
        restore(file, PASSPHRASE, home, go_on, replace_old=False)
    aside = restore(file, PASSPHRASE, home, go_on, replace_old=True).moved_aside
    assert aside is not None
    assert {path.name for path in aside.iterdir()} >= {"profile.db", "profile.key.json", "attachments"}


def test_a_damaged_file_or_a_stop_touches_nothing(file: Path, tmp_path: Path) -> None:
    home = tmp_path / "new"
    restore(file, PASSPHRASE, home, go_on, replace_old=False)
    before = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    with pytest.raises(WorkStopped):
        restore(file, PASSPHRASE, home, lambda _done, _total: False, replace_old=True)
    spoilt = bytearray(file.read_bytes())
    spoilt[-20] ^= 1
    bad = tmp_path / "bad.cwbackup"
    bad.write_bytes(spoilt)
    for wrong, passphrase in ((bad, PASSPHRASE), (file, "another passphrase")):
        with pytest.raises(BackupUnreadable):
            restore(wrong, passphrase, home, go_on, replace_old=True)
    assert {path: path.read_bytes() for path in home.rglob("*") if path.is_file()} == before


def test_a_photo_that_was_gone_already_does_not_stop_a_backup(kept: Kept, file: Path) -> None:
    for sealed in (kept.home / "attachments").iterdir():
        sealed.unlink()
    note = kept.services.care.backups.make(go_on).value
    assert (note.records, note.photos) == (1, 0)
    assert drill(Path(note.file), PASSPHRASE, go_on).photos == 0
    assert drill(file, PASSPHRASE, go_on).photos == 1
