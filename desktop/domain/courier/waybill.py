"""Which carrier a waybill number may be of, and how sure that is (DOMAIN 5.3: patterns overlap and change, warn only)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.domain.alert.identifiers import carriers_of, waybill_is_usual
from desktop.domain.alert.numbers import plain

Sureness = Literal["likely", "maybe", "open", "unusual"]
"""likely: one carrier, by its own letters; maybe: one carrier, by digits alone; open: several or none; unusual: no waybill's form."""


@dataclass(frozen=True, slots=True)
class CarrierGuess:
    """The number as it is kept, the carriers it fits (codes), and how sure that is."""

    number: str
    carriers: tuple[str, ...]
    sureness: Sureness

    @property
    def carrier(self) -> str:
        """Return the one carrier to fill in, empty when that would be a guess among several."""
        return self.carriers[0] if len(self.carriers) == 1 else ""


def clean_waybill(text: str) -> str:
    """Return a waybill number in upper case without spaces."""
    return plain(text).upper()


def guess_carrier(text: str) -> CarrierGuess:
    """Return what a waybill number says about its carrier."""
    number = clean_waybill(text)
    if not waybill_is_usual(number):
        return CarrierGuess(number, (), "unusual")
    carriers = carriers_of(number)
    if len(carriers) != 1:
        return CarrierGuess(number, carriers, "open")
    return CarrierGuess(number, carriers, "likely" if not number.isdecimal() else "maybe")
