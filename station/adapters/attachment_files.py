"""Attachments on the disk: sealed records in one file each, forced down before anybody is told (port AttachmentFiles)."""

import os
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from station.adapters.folders import sync_folder

_HEAD = struct.Struct(">I")
_MOST_RECORD = 16 * 1024 * 1024
_LOCKS = ".locks"


class FolderFiles:
    """Files under one folder, `ALERT/SHA256`; several processes of one computer may write there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._guard = threading.Lock()
        self._locks: dict[tuple[str, str], tuple[threading.Lock, int]] = {}

    @contextmanager
    def locked(self, alert_id: str, sha256: str) -> Iterator[None]:
        """Keep every other writer of this file waiting; locks nobody holds are forgotten."""
        key = (alert_id, sha256)
        with self._guard:
            lock, users = self._locks.get(key, (threading.Lock(), 0))
            self._locks[key] = (lock, users + 1)
        try:
            with lock, self._held_by_no_other_process(sha256):
                yield
        finally:
            with self._guard:
                lock, users = self._locks[key]
                if users == 1:
                    del self._locks[key]
                else:
                    self._locks[key] = (lock, users - 1)

    @contextmanager
    def _held_by_no_other_process(self, sha256: str) -> Iterator[None]:
        # The system lets go of it when a process dies. On Windows one process serves (the practice station).
        if sys.platform == "win32":
            yield
            return
        import fcntl

        locks = self._folder / _LOCKS
        locks.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(locks / sha256[:2], os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)

    def append(self, alert_id: str, sha256: str, at: int, sealed: bytes) -> int:
        """Cut the file to `at` bytes, append a record and force it to the disk; returns the file's new length.

        What lies beyond `at` was written by a call whose row was never committed.
        """
        path = self._path(alert_id, sha256)
        fresh = [folder for folder in (path.parent, self._folder) if not folder.exists()]
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "r+b") as file:
            file.truncate(at)
            file.seek(at)
            file.write(_HEAD.pack(len(sealed)) + sealed)
            file.flush()
            os.fsync(file.fileno())
            end = file.tell()
        if at == 0:
            sync_folder(path.parent)
        for folder in fresh:
            sync_folder(folder.parent)
        return end

    def records(self, alert_id: str, sha256: str, length: int) -> Iterator[bytes]:
        """Return the sealed records of the first `length` bytes; raises ValueError when the file is damaged."""
        try:
            with self._path(alert_id, sha256).open("rb") as file:
                while file.tell() < length:
                    head = file.read(_HEAD.size)
                    size = _HEAD.unpack(head)[0] if len(head) == _HEAD.size else _MOST_RECORD + 1
                    sealed = file.read(size) if size <= _MOST_RECORD else b""
                    if len(sealed) != size:
                        raise ValueError("an attachment's file is damaged")
                    yield sealed
        except OSError:
            raise ValueError("an attachment's file is missing") from None

    def remove(self, alert_id: str, sha256: str) -> None:
        """Throw the file away; nothing happens when it is not there."""
        path = self._path(alert_id, sha256)
        path.unlink(missing_ok=True)
        # The alert's folder goes with its last file; another file of it may be coming this very moment.
        with suppress(OSError):
            path.parent.rmdir()

    def kept(self) -> Iterator[tuple[str, str, datetime]]:
        """Return (alert_id, sha256, moment of its last change) of every file; locks and what is not ours are passed over."""
        for path in self._folder.glob("*/*") if self._folder.exists() else ():
            with suppress(OSError):
                if path.is_file() and path.parent.name != _LOCKS:
                    yield path.parent.name, path.name, datetime.fromtimestamp(path.stat().st_mtime, UTC)

    def _path(self, alert_id: str, sha256: str) -> Path:
        return self._folder / alert_id / sha256
