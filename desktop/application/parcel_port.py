"""What the depot's own records answer about a parcel, by marks; and the tables that ship with the app."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from desktop.domain.courier.density import DensityTable
from desktop.domain.courier.duties import AcceptanceRecord
from desktop.domain.courier.recipient import EarlierParcel
from redflags import Text


@dataclass(frozen=True, slots=True)
class ParcelMatch:
    """Another parcel with the same number; `draft_id` while it is still being filled in, `sent` once it was reported."""

    alert_id: str
    at: datetime
    draft_id: str | None
    sent: bool


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier's official line and app; the number is only hearsay unless `confirmed`."""

    code: str
    name: Text
    phone: str
    confirmed: bool
    app: Text


class Parcels(Protocol):
    """`to_same_recipient` answers with this parcel's own sender mark and the others; StorageFailed."""

    def to_same_recipient(self, alert_id: str, first: datetime) -> tuple[str, tuple[EarlierParcel, ...]]: ...
    def with_waybill(self, number: str, *, besides: str = "") -> tuple[ParcelMatch, ...]: ...
    def acceptance(self, alert_id: str) -> AcceptanceRecord: ...


class CourierTables(Protocol):
    """Carriers and densities, read once."""

    def carriers(self) -> tuple[Carrier, ...]: ...
    def densities(self) -> DensityTable: ...
