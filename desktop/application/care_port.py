"""What settings and care need from the outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from desktop.application.care_models import BackupNote, NetworkSettings, Part, Told
from desktop.application.station_port import StationConnector
from desktop.domain.alert.retention import Wipe


class CareStore(Protocol):
    """Single settings of the encrypted profile as JSON values, and counts for people who ask; each call its own transaction.

    `due` counts alerts, closings and drafts a wipe would take now. `rows` are counts by kind, `newest` when the newest alert was made.
    """

    def get(self, name: str) -> object: ...
    def put(self, name: str, value: object) -> None: ...
    def rows(self) -> Mapping[str, int]: ...
    def states(self) -> Mapping[str, int]: ...
    def wiped(self) -> Mapping[str, int]: ...
    def due(self, step: Wipe, before: datetime, durable_seq: int) -> int: ...
    def durable(self) -> int: ...


class Folder(Protocol):
    """The profile's folder: bytes by part, and what is free beside it; 0 for what cannot be read."""

    path: Path

    def sizes(self) -> Mapping[str, int]: ...
    def free_bytes(self) -> int: ...


class Secrets(Protocol):
    """Passwords beside the profile; `keep` answers False when no keyring of the system can hold one."""

    def read(self, name: str) -> str | None: ...
    def keep(self, name: str, secret: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Route:
    """How calls reach the station: `proxy` None follows the system, "" goes straight, else the proxy's URL with its sign-in."""

    proxy: str | None = None
    ca_file: str = ""


ConnectBy = Callable[[Route], StationConnector]
"""A connector of its own for one try, whose caller aborts it."""
RouteOf = Callable[[NetworkSettings, str], Route]


@dataclass(frozen=True, slots=True)
class BackupKey:
    """What encrypts backups: the key, the same under a passphrase (as it stands in each file), and which profile they are of."""

    key: str
    sealed: Mapping[str, object]
    profile: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What a profile database holds: its schema, how many records, when the newest was made, sealed files it names."""

    schema: str
    records: int
    newest_at: datetime | None
    photos: frozenset[str]


class BackupFiles(Protocol):
    """Backup files. All may raise StorageFailed, BackupUnreadable and WorkStopped; none leaves half a file.

    `write` copies the profile, writes the file, opens it again and compares; `look` opens one with its passphrase in a
    temporary place; `rotate` removes those of this profile made before a time and the oldest beyond `keep`, never the newest there is
    nor the one just `made`, whatever the clock says; `forget_copies` removes what was put aside before upgrades of before a time.
    """

    def new_key(self, passphrase: str) -> BackupKey: ...
    def write(self, folder: Path, key: BackupKey, now: datetime, told: Told) -> BackupNote: ...
    def look(self, file: Path, passphrase: str, told: Told) -> BackupNote: ...
    def rotate(self, folder: Path, profile: str, keep: int, before: datetime, made: Path | None) -> int: ...
    def forget_copies(self, before: datetime) -> int: ...


LogTail = Callable[[int], tuple[str, ...]]
"""The last lines of the log, oldest first."""
Parts = Callable[[], tuple[Part, ...]]
Versions = Callable[[], Mapping[str, str]]
