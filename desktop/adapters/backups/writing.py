"""Making backup files of an open profile: a copy of the database and the sealed photos, read again before it counts."""

from __future__ import annotations

import contextlib
import io
import json
import os
import secrets
import shutil
import tarfile
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, cast

from desktop.adapters.backups import heads
from desktop.adapters.backups.pruning import SUFFIX, forget_copies, old_backups
from desktop.adapters.backups.reading import DATABASE, MANIFEST, PHOTOS, PREFERENCES, Counted, Look, read_backup
from desktop.adapters.backups.sealing import SALT, Sealer, content_key
from desktop.adapters.system.disk import disk_failures, sync_folder
from desktop.adapters.system.private_files import make_private_folder, private_opener
from desktop.application.care_models import BackupNote, Told
from desktop.application.care_port import BackupKey, Contents
from desktop.application.errors import BackupUnreadable
from desktop.application.hardening import Cost
from desktop.domain.alert.times import CHINA


def _never_stop(_done: int, _total: int) -> bool:
    return True


def look_at_backup(file: Path, passphrase: str, look: Look, told: Told = _never_stop) -> BackupNote:
    """Open a backup in a temporary place, count and check everything, and leave nothing there. See `read_backup`."""
    with tempfile.TemporaryDirectory(prefix="counterwatch-") as place:
        return read_backup(file, lambda head: heads.open_key(head, passphrase), Path(place), look, told).note


class BackupArchive:
    """Backup files of one profile in `home`, opened with `key`; `copy` copies its database whole, `look` opens a copy."""

    def __init__(
        self, home: Path, key: bytes, *, copy: Callable[[Path], None], look: Look, cost: Cost = heads.COST
    ) -> None:
        self._home = home
        self._key = key
        self._copy = copy
        self._look = look
        self._cost = cost

    def new_key(self, passphrase: str) -> BackupKey:
        """See `BackupFiles`."""
        return heads.new_key(passphrase, self._cost)

    def look(self, file: Path, passphrase: str, told: Told) -> BackupNote:
        """See `BackupFiles`."""
        return look_at_backup(file, passphrase, self._look, told)

    def write(self, folder: Path, key: BackupKey, now: datetime, told: Told) -> BackupNote:
        """See `BackupFiles`."""
        with disk_failures():
            make_private_folder(self._home / "backups")
        copy = self._home / "backups" / f".copy-{secrets.token_hex(4)}.db"
        growing: Path | None = None
        try:
            self._copy(copy)
            contents = self._look(copy, self._key)
            with disk_failures():
                folder.mkdir(parents=True, exist_ok=True)
                target = _free_name(folder, now)
                growing = target.with_name(f".{target.name}.part")
                self._write(growing, copy, contents, key, now, told)
                note = self._read_again(growing, key, told)
                if (note.records, note.newest_at) != (contents.records, contents.newest_at):
                    raise BackupUnreadable("other-counts")
                growing.replace(target)
                # Some file systems of sticks know no sync of a folder; the file itself is on the disk.
                with contextlib.suppress(OSError):
                    sync_folder(folder)
            return BackupNote(now, str(target), now, note.records, note.newest_at, note.bytes, note.photos)
        finally:
            for left in (copy, growing):
                if left is not None:
                    _remove(left)

    def rotate(self, folder: Path, profile: str, keep: int, before: datetime, made: Path | None) -> int:
        """See `BackupFiles`."""
        with disk_failures():
            old = old_backups(folder, profile, keep, before, made)
            for file in old:
                file.unlink(missing_ok=True)
        return len(old)

    def forget_copies(self, before: datetime) -> int:
        """See `BackupFiles`."""
        with disk_failures():
            return forget_copies(self._home / "backups", before)

    def _write(self, growing: Path, copy: Path, contents: Contents, key: BackupKey, now: datetime, told: Told) -> None:
        photos = [path for name in sorted(contents.photos) if (path := self._home / PHOTOS / name).is_file()]
        total = sum(path.stat().st_size for path in (copy, *photos))
        salt = secrets.token_bytes(SALT)
        head = heads.Head(heads.FORM, now.isoformat(), key.profile, salt.hex(), key.sealed)
        line, done, put = head.line(), 0, 0
        with open(growing, "wb", opener=private_opener) as out:
            out.write(heads.MAGIC + line)
            sealer = Sealer(out, content_key(bytes.fromhex(key.key), salt), line)
            with tarfile.open(fileobj=cast("BinaryIO", sealer), mode="w|") as archive:
                for path, name in [(copy, DATABASE), *((photo, f"{PHOTOS}/{photo.name}") for photo in photos)]:
                    done += _add(archive, path, name, told, done, 2 * total)
                    put += name != DATABASE
                if (self._home / PREFERENCES).is_file():
                    _add_bytes(archive, PREFERENCES, (self._home / PREFERENCES).read_bytes())
                manifest = {
                    "form": heads.FORM,
                    "made_at": now.isoformat(),
                    "key": self._key.hex(),
                    "schema": contents.schema,
                    "records": contents.records,
                    "photos": put,
                }
                _add_bytes(archive, MANIFEST, json.dumps(manifest).encode())
            sealer.finish()
            out.flush()
            os.fsync(out.fileno())

    def _read_again(self, growing: Path, key: BackupKey, told: Told) -> BackupNote:
        place = Path(tempfile.mkdtemp(prefix=".check-", dir=self._home / "backups"))
        try:
            before = growing.stat().st_size
            return read_backup(
                growing, lambda _head: bytes.fromhex(key.key), place, self._look, told, before=before
            ).note
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _add(archive: tarfile.TarFile, path: Path, name: str, told: Told, before: int, total: int) -> int:
    entry = tarfile.TarInfo(name)
    entry.size = path.stat().st_size
    with path.open("rb") as source:
        archive.addfile(entry, cast("BinaryIO", Counted(source, told, before, total)))
    return entry.size


def _add_bytes(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = len(content)
    archive.addfile(entry, io.BytesIO(content))


def _free_name(folder: Path, now: datetime) -> Path:
    stem = f"counterwatch-{now.astimezone(CHINA):%Y%m%d-%H%M}"
    names = [stem, *(f"{stem}-{number}" for number in range(2, 100))]
    return next(path for name in names if not (path := folder / f"{name}{SUFFIX}").exists())


def _remove(path: Path) -> None:
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal", f"{path.name}.part"):
        try:
            path.with_name(name).unlink(missing_ok=True)
        except OSError:
            continue
