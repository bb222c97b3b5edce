"""What practice mode needs from the station it brings along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class PracticeMember:
    """A made-up clerk and the code that activates them."""

    member_id: str
    activation_code: str


@dataclass(frozen=True, slots=True)
class PracticeShop:
    """A made-up shop; `code` enrols its terminal during the first ten minutes."""

    trade: str
    name: str
    merchant_id: str
    code: str
    members: tuple[PracticeMember, ...]


@dataclass(frozen=True, slots=True)
class PracticeStation:
    """A running station: where it listens, who it knows."""

    url: str
    desk_url: str
    shops: tuple[PracticeShop, ...]
    officers: tuple[tuple[str, str], ...]  # (username, password)
    fresh: bool  # made just now: profiles of an earlier practice know nobody here


class StartStation(Protocol):
    """Starts the station of practice mode, making it first when there is none."""

    def __call__(self) -> PracticeStation:
        """Start and wait until it answers. Raises StationUnreachable when it does not start."""
        ...
