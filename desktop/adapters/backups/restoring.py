"""Making a profile out of a backup: laid out and checked beside the old one first, which is moved aside and never deleted."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Literal

from desktop.adapters.backups import heads
from desktop.adapters.backups.reading import DATABASE, PHOTOS, PREFERENCES, Look, Opened, read_backup
from desktop.adapters.system.disk import disk_failures
from desktop.adapters.system.private_files import make_private_folder
from desktop.application.care_models import Told

OLD = (
    *(DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", "profile.key.json", "profile.new"),
    *(PHOTOS, PREFERENCES, "preferences.part"),
)
KeptBy = Literal["keyring", "passphrase"]
AdoptKey = Callable[[Path, bytes, str], KeptBy]
"""Keep a database key for the profile in a folder: in the keyring, or under the passphrase where there is none."""


def restore_profile(
    file: Path, passphrase: str, home: Path, now: datetime, *, look: Look, adopt_key: AdoptKey, told: Told
) -> tuple[Opened, KeptBy, Path | None]:
    """Put the backup's profile into `home`, which nobody has open; returns where what was there has been moved.

    Raises BackupUnreadable, StorageFailed, ProfileLocked, WorkStopped; until the whole backup was checked, nothing is moved.
    The key's file is written last: a start after a power cut in between says that the key is missing, and a restore may be
    begun again.
    """
    staged = home / "restore.part"
    with disk_failures():
        make_private_folder(home)
        shutil.rmtree(staged, ignore_errors=True)
        make_private_folder(staged)
    try:
        opened = read_backup(file, lambda head: heads.open_key(head, passphrase), staged, look, told)
        with disk_failures():
            aside = _move_aside(home, now)
            for name in (PHOTOS, PREFERENCES, DATABASE):
                if (staged / name).exists():
                    (staged / name).replace(home / name)
        return opened, adopt_key(home, opened.key, passphrase), aside
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def _move_aside(home: Path, now: datetime) -> Path | None:
    there = [home / name for name in OLD if (home / name).exists()]
    if not there:
        return None
    aside = home / f"before-restore-{now:%Y%m%dT%H%M%SZ}"
    make_private_folder(aside)
    for path in there:
        path.replace(aside / path.name)
    return aside
