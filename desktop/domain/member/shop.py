"""The enrolled shop, its terminal and the station it reports to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

SETTINGS_OF_TRADE: dict[str, tuple[str, ...]] = {
    "gold": ("gold_shop", "sighting"),
    "courier": ("courier_acceptance", "courier_inquiry", "courier_delivery", "sighting"),
    "bank": ("bank_counter", "sighting"),
}
"""Checklists a trade works with, the usual one first; every other trade only reports sightings."""


def settings_of_trade(trade: str) -> tuple[str, ...]:
    """Return the checklist settings of a trade, in the order they are offered."""
    return SETTINGS_OF_TRADE.get(trade, ("sighting",))


@dataclass(frozen=True, slots=True)
class Merchant:
    """The shop as the station registered it."""

    merchant_id: str
    name: str
    trade: str
    address: str
    phone: str


@dataclass(frozen=True, slots=True)
class Shop:
    """One enrolment: shop, terminal, station; `station_jwks` are the public keys fixed at enrolment.

    `terminal_key` is the terminal's raw 32-byte Ed25519 private key; it lives only here and in the encrypted database.
    """

    merchant: Merchant
    terminal_id: str
    terminal_name: str
    station_id: str
    station_name: str
    station_url: str
    station_jwks: tuple[Mapping[str, str], ...]
    enrolled_at: datetime
    terminal_key: bytes = field(repr=False)
    revoked: str | None = None
    former_terminals: tuple[str, ...] = ()
    """What this PC was called by its earlier enrolments: the station answers a letter it has with the receipt of that time."""


@dataclass(frozen=True, slots=True)
class EnrolmentAttempt:
    """An enrolment that was sent but not yet answered: the same code and key are used again after a lost answer."""

    station_url: str
    code: str = field(repr=False)
    terminal_name: str
    started_at: datetime
    terminal_key: bytes = field(repr=False)
