"""The use cases of the settings page, as screens and the command line call them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desktop.application.care_models import (
        BackupNote,
        BackupState,
        ClerkRow,
        Contacts,
        NetworkSettings,
        NetworkTrial,
        Part,
        ShopFacts,
        StationIdentity,
        StorageReport,
        Told,
    )
    from desktop.application.changes import Outcome
    from desktop.application.read_models import ShopInfo
    from desktop.domain.alert.retention import Retention
    from desktop.domain.member.shop import EnrolmentAttempt


class Enrol(Protocol):
    """Join the shop, or join it again after this terminal was revoked."""

    def __call__(self, station_url: str, code: str, terminal_name: str, fingerprint: str = "") -> Outcome[ShopInfo]: ...


class PlanBackups(Protocol):
    """Keep where backups go, their passphrase (None keeps it) and whether they are made every week."""

    def __call__(self, folder: str, passphrase: str | None, *, automatic: bool) -> Outcome[None]: ...


@dataclass(frozen=True, slots=True)
class Joining:
    """The shop, its members and its station."""

    facts: Callable[[], ShopFacts | None]
    save_contacts: Callable[[Contacts], Outcome[None]]
    clerks: Callable[[], tuple[ClerkRow, ...]]
    change_pin: Callable[[str, str, str], Outcome[None]]  # member_id, old, new
    look_at_station: Callable[[str], StationIdentity]  # url
    under_way: Callable[[], EnrolmentAttempt | None]
    enrol: Enrol
    move_station: Callable[[str], Outcome[None]]  # url


@dataclass(frozen=True, slots=True)
class Network:
    """How calls leave this PC."""

    settings: Callable[[], NetworkSettings]
    save: Callable[[NetworkSettings, str | None], Outcome[None]]
    attempt: Callable[[NetworkSettings, str | None, str], NetworkTrial]  # settings, password, station url


@dataclass(frozen=True, slots=True)
class Keeping:
    """What lies here and for how long."""

    storage: Callable[[], StorageReport]
    save_retention: Callable[[Retention], Outcome[Retention]]
    wipe_now: Callable[[], Outcome[int]]


@dataclass(frozen=True, slots=True)
class Backups:
    """Backups of this profile."""

    state: Callable[[], BackupState]
    plan: PlanBackups
    make: Callable[[Told], Outcome[BackupNote]]
    make_in: Callable[[str, str | None, Told], Outcome[BackupNote]]  # folder, passphrase (None: the planned one)
    when_due: Callable[[Told], Outcome[bool]]
    drill: Callable[[str, str, Told], Outcome[BackupNote]]  # file, passphrase


@dataclass(frozen=True, slots=True)
class Care:
    """Settings and care of the profile."""

    joining: Joining
    network: Network
    keeping: Keeping
    backups: Backups
    diagnostics: Callable[[], str]
    parts: Callable[[], tuple[Part, ...]]
    key_kept: Callable[[], bool]  # whether the next start will find the profile's key
