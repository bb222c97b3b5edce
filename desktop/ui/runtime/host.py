"""What the screens need from the program around them: profiles to open, and in practice mode the made-up shop's facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from desktop.application.care_models import Restored, Told
    from desktop.application.read_models import Preferences
    from desktop.application.services import Services


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """One profile that can be opened; name and trade are known beforehand only in practice mode."""

    key: str
    name: str = ""
    trade: str = ""


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    """What a person trying the app needs to know: the desk's address, its officers and the clerks' PINs."""

    desk_url: str
    officers: tuple[tuple[str, str], ...]
    pins: Mapping[str, str] = field(default_factory=dict)


class OpenProfile(Protocol):
    """One opened profile."""

    @property
    def services(self) -> Services:
        """The use cases of this profile."""

    def abort(self) -> None:
        """Cut running calls to the station, from any thread, so that nobody waits for them."""

    def close(self) -> None:
        """Close the storage; no use case is running any more."""


@runtime_checkable
class Restores(Protocol):
    """A host whose profiles can come out of a backup."""

    def restore(self, key: str, file: Path, passphrase: str, told: Told) -> Restored:
        """Make a profile out of a backup; blocking, and no profile is open. What was there is moved aside, never deleted.

        Raises BackupUnreadable, StorageFailed, ProfileLocked, WorkStopped.
        """


class EarlyRoad(Protocol):
    """The silent alarm of a profile that is not open yet for anything else."""

    def save(self) -> str:
        """Save one alarm and return its id once it is durable; blocking. Any CounterwatchError when it was not saved."""

    def close(self) -> None:
        """End it; nothing is being saved any more."""


@runtime_checkable
class CallsEarly(Protocol):
    """A host that can save a silent alarm long before a profile is open."""

    def open_early(self, key: str) -> EarlyRoad | None:
        """Open the short road; blocking. None where there is no shop yet; raises ProfileLocked and StorageFailed."""


class Host(Protocol):
    """The composition root, as far as the screens may know it."""

    @property
    def practice(self) -> bool:
        """Whether this is the practice mode with made-up shops."""

    def preferences(self) -> Preferences:
        """Return look and language before a profile is open; fast."""

    def profiles(self) -> tuple[ProfileChoice, ...]:
        """Return the profiles that can be opened, at least one; fast."""

    def prepare(self) -> PracticeFacts | None:
        """Do what must come before the first profile is opened; blocking, called once."""

    def open(self, key: str, passphrase: str | None) -> OpenProfile:
        """Open a profile; blocking. Raises ProfileLocked when a passphrase is needed or wrong."""

    def close(self) -> None:
        """Stop what `prepare` started."""
