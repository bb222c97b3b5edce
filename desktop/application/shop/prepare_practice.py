"""Make practice mode ready: both made-up shops enrolled at the brought-along station, all six clerks with a PIN."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from desktop.application.practice_port import PracticeShop, PracticeStation
from desktop.application.read_models import MemberTile, ShopInfo

PINS = ("1111", "2222", "3333")
"""PINs of a shop's clerks in the order of the sign-in page; made up, shown on the first screen."""


class PracticeProfile(Protocol):
    """What is asked of each profile, through the same use cases as in a real shop."""

    def shop(self) -> ShopInfo | None: ...
    def members(self) -> tuple[MemberTile, ...]: ...
    def enrol(self, station_url: str, code: str, terminal_name: str) -> object: ...
    def activate(self, member_id: str, code: str, pin: str) -> object: ...
    def move_station(self, station_url: str) -> object: ...


@dataclass(frozen=True, slots=True)
class PracticeInfo:
    """What the first screen of practice mode shows."""

    desk_url: str
    officers: tuple[tuple[str, str], ...]
    pins: dict[str, str]


class PreparePractice:
    """Enrols and activates what is not yet, and follows the station to a new port; a second run changes nothing."""

    def __init__(self, *, open_profile: Callable[[str], AbstractContextManager[PracticeProfile]]) -> None:
        self._open_profile = open_profile

    def __call__(self, station: PracticeStation) -> PracticeInfo:
        """Prepare both profiles (keyed by trade). Raises StationUnreachable, StationRefused, ProfileLocked."""
        pins: dict[str, str] = {}
        for shop in station.shops:
            with self._open_profile(shop.trade) as profile:
                self._prepare(profile, shop, station.url)
            pins |= {member.member_id: pin for member, pin in zip(shop.members, PINS, strict=True)}
        return PracticeInfo(station.desk_url, station.officers, pins)

    def _prepare(self, profile: PracticeProfile, shop: PracticeShop, url: str) -> None:
        enrolled = profile.shop()
        if enrolled is None:
            profile.enrol(url, shop.code, f"{shop.name}(练习)")
        elif enrolled.station_url != url:
            profile.move_station(url)
        active = {tile.member_id for tile in profile.members() if tile.active}
        for member, pin in zip(shop.members, PINS, strict=True):
            if member.member_id not in active:
                profile.activate(member.member_id, member.activation_code, pin)
