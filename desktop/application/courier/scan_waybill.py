"""A waybill number was scanned or typed: whose it may be, and where it was seen before."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.application.parcel_port import Carrier, CourierTables, ParcelMatch, Parcels
from desktop.domain.courier.waybill import Sureness, guess_carrier


@dataclass(frozen=True, slots=True)
class Scanned:
    """The number as it is kept, its possible carriers with how sure that is, and the other parcels that bear it."""

    number: str
    carriers: tuple[Carrier, ...]
    sureness: Sureness
    matches: tuple[ParcelMatch, ...]

    @property
    def carrier(self) -> str:
        """Return the code of the one possible carrier, empty when there are several or none."""
        return self.carriers[0].code if len(self.carriers) == 1 else ""


class ScanWaybill:
    """Look a number up."""

    def __init__(self, *, parcels: Parcels, tables: CourierTables) -> None:
        self._parcels = parcels
        self._tables = tables

    def __call__(self, text: str, besides: str = "") -> Scanned:
        """Look it up, leaving out the parcel `besides`; StorageFailed."""
        guess = guess_carrier(text)
        known = {carrier.code: carrier for carrier in self._tables.carriers()}
        carriers = tuple(known[code] for code in guess.carriers if code in known)
        return Scanned(
            guess.number, carriers, guess.sureness, self._parcels.with_waybill(guess.number, besides=besides)
        )
