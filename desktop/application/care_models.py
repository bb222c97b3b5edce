"""Frozen rows of the settings page: members, shop, network, what is kept and for how long, backups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from desktop.application.errors import CounterwatchError
from desktop.application.read_models import ShopInfo
from desktop.domain.alert.retention import Retention

ClerkState = Literal["active", "waiting", "locked", "revoked"]
Told = Callable[[int, int], bool]
"""Told (steps done, steps in all) now and then; answers False to stop."""


@dataclass(frozen=True, slots=True)
class ClerkRow:
    """One member as the settings show them; `waiting` has no key on this PC yet, `revoked` is no longer listed by the station."""

    member_id: str
    name: str
    role: str
    state: ClerkState
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Contacts:
    """What the shop notes about whom to ask, as typed: responsible unit, the channel reports take, enquiry phone."""

    unit: str = ""
    channel: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ShopFacts:
    """The shop with everything the settings show; `fingerprint` is that of the station's keys as fixed at enrolment."""

    shop: ShopInfo
    terminal_name: str
    enrolled_at: datetime
    fingerprint: str
    held: str | None
    contacts: Contacts = field(default_factory=Contacts)

    @property
    def may_enrol_again(self) -> bool:
        """Whether the station no longer takes this PC's letters until it is enrolled again."""
        return self.shop.revoked or self.held in ("terminal-revoked", "unknown-key")


@dataclass(frozen=True, slots=True)
class StationIdentity:
    """Who answers at an address: `fingerprint` in groups of four to compare by phone, `skew_s` their clock less ours."""

    url: str
    station_id: str
    name: str
    fingerprint: str
    skew_s: float


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """How this PC reaches the station; the proxy's password is kept elsewhere. `ca_file` is trusted beside the system's store."""

    mode: Literal["system", "none", "manual"] = "system"
    host: str = ""
    port: int = 0
    user: str = ""
    ca_file: str = ""


@dataclass(frozen=True, slots=True)
class NetworkTrial:
    """One try: `error` says why not, None with the station's name and how long it took."""

    station: str
    took_ms: int
    skew_s: float
    error: CounterwatchError | None = None


@dataclass(frozen=True, slots=True)
class StorageReport:
    """What lies where: bytes by part of the profile folder, rows by kind, what retention did and will do."""

    home: Path
    sizes: Mapping[str, int]  # database | photos | backups | logs
    free_bytes: int
    rows: Mapping[str, int]
    wiped: Mapping[str, int]  # L2 | L3
    due: Mapping[str, int]
    retention: Retention
    longest: Retention


@dataclass(frozen=True, slots=True)
class BackupNote:
    """One finished backup or drill: where, of when, how many records, the newest of them."""

    at: datetime
    file: str
    made_at: datetime
    records: int
    newest_at: datetime | None
    bytes: int
    photos: int = 0


@dataclass(frozen=True, slots=True)
class BackupState:
    """The plan and what was done by it; `folder` is empty before the first plan."""

    folder: str
    automatic: bool
    has_passphrase: bool
    last: BackupNote | None
    drill: BackupNote | None
    failed: str  # reason of the last automatic try that failed, empty when it went well
    restored_from: datetime | None  # this profile came out of a backup made then
    restored_at: datetime | None
    now: datetime

    @property
    def backup_overdue(self) -> bool:
        """Whether there is no backup of the last two weeks."""
        return self.last is None or (self.now - self.last.made_at).days >= OVERDUE_BACKUP_DAYS

    @property
    def drill_overdue(self) -> bool:
        """Whether no backup was tried out in the last 90 days; a real restore proves as much as a drill."""
        tried = [at for at in (self.drill.at if self.drill else None, self.restored_at) if at is not None]
        return self.last is not None and (not tried or (self.now - max(tried)).days >= DRILL_DAYS)


OVERDUE_BACKUP_DAYS = 14
DRILL_DAYS = 90


@dataclass(frozen=True, slots=True)
class Restored:
    """A profile came out of a backup; `opens_with` says what its key is kept by from now on."""

    note: BackupNote
    opens_with: Literal["keyring", "passphrase"]
    moved_aside: Path | None


@dataclass(frozen=True, slots=True)
class Part:
    """A library this program is made of."""

    name: str
    version: str
    licence: str
