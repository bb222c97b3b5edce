"""What a disk may hold after the power went: rebuilt from a record of every write, sync, rename and removal.

The model is strict: a write is safe only after a sync of its file, a name only after a sync of its folder. Unsynced
writes may be there or not, in any combination, and torn at sectors of 512 bytes.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

_HEAD = struct.Struct("=IIQqQ")
WRITE, SYNC, TRUNCATE, CREATE, RENAME, UNLINK, SYNC_DIR, MARK = range(1, 9)
SECTOR = 512
How = Literal["synced", "all", "some", "torn"]
HOWS: tuple[How, ...] = ("synced", "all", "some", "torn")


@dataclass(frozen=True)
class Entry:
    """One recorded call."""

    kind: int
    path: str
    inode: int
    offset: int
    data: bytes


def read_log(path: Path) -> list[Entry]:
    """Return the recorded calls in order."""
    raw, at, found = path.read_bytes(), 0, []
    while at < len(raw):
        kind, path_length, inode, offset, length = _HEAD.unpack_from(raw, at)
        at += _HEAD.size
        name = raw[at : at + path_length].decode()
        at += path_length
        found.append(Entry(kind, name, inode, offset, raw[at : at + length]))
        at += length
    return found


@dataclass
class _File:
    safe: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """(offset, data), or (length, None) for a truncation."""


class Disk:
    """The files of some folders, call by call."""

    def __init__(self, folders: list[Path]) -> None:
        self._names: dict[str, _File] = {}
        self._inodes: dict[int, _File] = {}
        for folder in folders:
            for path in folder.iterdir():
                file = _File(bytearray(path.read_bytes()))
                self._names[str(path)] = self._inodes[path.stat().st_ino] = file
        self._safe_names = dict(self._names)
        self.marks: list[str] = []

    def apply(self, entry: Entry) -> None:
        """Take one call."""
        if entry.path.endswith("-shm"):
            return  # the index in shared memory is rebuilt by whoever opens the database first
        match entry.kind:
            case 1:
                self._of(entry).pending.append((entry.offset, entry.data))
            case 3:
                self._of(entry).pending.append((entry.offset, None))
            case 2:
                file = self._of(entry)
                file.safe, file.pending = _applied(file.safe, file.pending), []
            case 4:
                self._names[entry.path] = self._inodes[entry.inode] = _File()
            case 5:
                self._names[entry.data.decode()] = self._names.pop(entry.path)
            case 6:
                self._names.pop(entry.path, None)
            case 7:
                self._safe_names = dict(self._names)
            case 8:
                self.marks.append(entry.path)

    def _of(self, entry: Entry) -> _File:
        if entry.inode not in self._inodes:
            self._inodes[entry.inode] = self._names.setdefault(entry.path, _File())
        return self._inodes[entry.inode]

    def after_power_cut(self, how: How, rng: random.Random) -> dict[str, bytes]:
        """Return one possible content of every file."""
        names = self._safe_names if how == "synced" or (how != "all" and rng.random() < 0.5) else self._names
        return {name: bytes(_kept(file, how, rng)) for name, file in names.items()}


def _kept(file: _File, how: How, rng: random.Random) -> bytearray:
    if how == "synced":
        return file.safe
    if how == "all":
        return _applied(file.safe, file.pending)
    share = rng.random()
    kept = [pending for pending in file.pending if rng.random() < share]
    if how == "torn":
        kept = [part for offset, data in kept for part in _sectors(offset, data, rng)]
    return _applied(file.safe, kept)


def _sectors(offset: int, data: bytes | None, rng: random.Random) -> Iterator[tuple[int, bytes | None]]:
    if data is None:
        yield offset, None
        return
    at = 0
    while at < len(data):
        end = min(len(data), (offset + at) // SECTOR * SECTOR + SECTOR - offset)
        if rng.random() < 0.7:
            yield offset + at, data[at:end]
        at = end


def _applied(safe: bytearray, pending: list[tuple[int, bytes | None]]) -> bytearray:
    found = bytearray(safe)
    for offset, data in pending:
        if data is None:
            del found[offset:]
            found.extend(bytes(offset - len(found)))
            continue
        if len(found) < offset:
            found.extend(bytes(offset - len(found)))
        found[offset : offset + len(data)] = data
    return found
