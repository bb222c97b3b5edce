"""Opening a backup file: every byte is checked, the database inside is opened, and what is found must be what was written."""

from __future__ import annotations

import json
import os
import re
import shutil
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

from desktop.adapters.backups.heads import Head, read_head
from desktop.adapters.backups.sealing import Opener, content_key
from desktop.adapters.system.disk import disk_failures
from desktop.adapters.system.private_files import make_private_folder, private_opener
from desktop.application.care_models import BackupNote, Told
from desktop.application.care_port import Contents
from desktop.application.errors import BackupUnreadable, CounterwatchError, StorageFailed, WorkStopped

DATABASE, PHOTOS, PREFERENCES, MANIFEST = "profile.db", "attachments", "preferences.json", "manifest.json"
_PHOTO = re.compile(r"attachments/[0-9a-f][0-9a-f-]{8,63}")
_LONGEST_SMALL = 1024 * 1024
_STEP = 256 * 1024

Look = Callable[[Path, bytes], Contents]
OpenKey = Callable[[Head], bytes]


@dataclass(frozen=True, slots=True)
class Opened:
    """A backup laid out in a folder: the database's key and what is in it."""

    note: BackupNote
    key: bytes
    profile: str


class Counted:
    """A file read with progress; WorkStopped once `told` answers False."""

    def __init__(self, source: BinaryIO, told: Told, before: int, total: int) -> None:
        self._source, self._told = source, told
        self._done, self._total = before, total

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes."""
        data = self._source.read(size)
        self._done += len(data)
        if not self._told(min(self._done, self._total), self._total):
            raise WorkStopped
        return data


def read_backup(file: Path, open_key: OpenKey, place: Path, look: Look, told: Told, *, before: int = 0) -> Opened:
    """Lay a backup out in `place` and check it; `before` of as many bytes again are done already.

    Raises BackupUnreadable, StorageFailed, ProfileLocked("newer-version"), WorkStopped; `place` is left to the caller.
    """
    with disk_failures(), file.open("rb") as source:
        if source.read(1) == b"":
            raise BackupUnreadable("not-a-backup")
        source.seek(0)
        head, line = read_head(source)
        key = content_key(open_key(head), bytes.fromhex(head.salt))
        size = file.stat().st_size
        counted = cast("BinaryIO", Counted(source, told, before, before + size))
        plain = Opener(counted, key, line)
        manifest = _lay_out(plain, place)
        plain.read()  # what follows the archive's end must fit too
    return _compared(file, head, manifest, place, look)


def _lay_out(plain: Opener, place: Path) -> dict[str, Any]:
    make_private_folder(place / PHOTOS)
    manifest: Any = None
    try:
        with tarfile.open(fileobj=cast("BinaryIO", plain), mode="r|") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() else None
                if content is None:
                    raise BackupUnreadable("damaged")
                if member.name == MANIFEST:
                    manifest = json.loads(content.read(_LONGEST_SMALL))
                elif member.name in (DATABASE, PREFERENCES) or _PHOTO.fullmatch(member.name):
                    _write(cast("BinaryIO", content), place / member.name)
    except (tarfile.TarError, ValueError, EOFError):
        raise BackupUnreadable("damaged") from None
    if not isinstance(manifest, dict):
        raise BackupUnreadable("damaged")
    return manifest


def _write(content: BinaryIO, path: Path) -> None:
    with open(path, "wb", opener=private_opener) as file:
        shutil.copyfileobj(content, file, _STEP)
        file.flush()
        os.fsync(file.fileno())


def _compared(file: Path, head: Head, manifest: dict[str, Any], place: Path, look: Look) -> Opened:
    try:
        key, records, photos = bytes.fromhex(manifest["key"]), int(manifest["records"]), int(manifest["photos"])
        made_at = datetime.fromisoformat(manifest["made_at"])
    except (KeyError, ValueError, TypeError):
        raise BackupUnreadable("damaged") from None
    try:
        found = look(place / DATABASE, key)
    except StorageFailed as failure:
        if failure.reason not in ("corrupt", "io"):
            raise
        raise BackupUnreadable("damaged") from None
    except CounterwatchError:
        raise
    except (TypeError, ValueError):
        raise BackupUnreadable("damaged") from None
    there = len(list((place / PHOTOS).iterdir()))
    if (found.records, there) != (records, photos):
        raise BackupUnreadable("other-counts")
    size = file.stat().st_size
    note = BackupNote(made_at, str(file), made_at, found.records, found.newest_at, size, photos)
    return Opened(note, key, head.profile)
