"""A profile out of a backup: its files, its key, and what the restored profile must ask its station."""

from __future__ import annotations

from pathlib import Path

from desktop.adapters.backups.restoring import restore_profile
from desktop.adapters.backups.writing import look_at_backup
from desktop.adapters.credentials import adopt_key
from desktop.adapters.storage import in_use
from desktop.adapters.storage.inspect import look_into
from desktop.adapters.storage.profile import open_storage
from desktop.adapters.system.clock import SystemClock
from desktop.application.care.mark_restored import MarkRestored
from desktop.application.care_models import BackupNote, Restored, Told
from desktop.application.errors import AlreadyEnrolled


def restore(file: Path, passphrase: str, home: Path, told: Told, *, replace_old: bool) -> Restored:
    """Make the profile in `home` out of a backup; ProfileLocked("in-use") while a window or a command has it open.

    A profile that is there already is moved aside when `replace_old`, else AlreadyEnrolled. Raises BackupUnreadable,
    StorageFailed, ProfileLocked, WorkStopped.
    """
    with in_use.alone(home):
        return _restore(file, passphrase, home, told, replace_old=replace_old)


def _restore(file: Path, passphrase: str, home: Path, told: Told, *, replace_old: bool) -> Restored:
    if not replace_old and (home / "profile.db").exists():
        raise AlreadyEnrolled
    clock = SystemClock()
    opened, kept_by, aside = restore_profile(
        file, passphrase, home, clock.now(), look=look_into, adopt_key=adopt_key, told=told
    )
    storage = open_storage(home, opened.key, now=clock.now())
    try:
        MarkRestored(begin=storage.begin, store=storage.care(), clock=clock)(opened.note.made_at)
    finally:
        storage.close()
    return Restored(opened.note, kept_by, aside)


def drill(file: Path, passphrase: str, told: Told) -> BackupNote:
    """Try a backup out without any profile being open. See `restore` for what it raises."""
    return look_at_backup(file, passphrase, look_into, told)
