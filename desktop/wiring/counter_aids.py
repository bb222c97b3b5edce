"""The courier's aids and the daily gold price."""

from __future__ import annotations

from pathlib import Path

from desktop.adapters.courier_files import CourierFiles
from desktop.adapters.storage.profile import Storage
from desktop.application.courier.recipient_seen import SeenRecipient
from desktop.application.courier.scan_waybill import ScanWaybill
from desktop.application.ports import Clock, ReadSide
from desktop.application.prices.gold_price import NoteGoldPrice, ReadGoldPrice
from desktop.application.services import CourierAids, GoldPriceBook


def courier_aids(storage: Storage, clock: Clock, folder: Path) -> CourierAids:
    """Return the depot's use cases over its parcels and the tables in a folder."""
    parcels, tables = storage.parcels(), CourierFiles(folder)
    return CourierAids(
        scan=ScanWaybill(parcels=parcels, tables=tables),
        seen=SeenRecipient(parcels=parcels, clock=clock),
        acceptance=parcels.acceptance,
        carriers=tables.carriers,
        densities=tables.densities,
    )


def gold_price_book(storage: Storage, reads: ReadSide, clock: Clock) -> GoldPriceBook:
    """Return the use cases of the daily gold price."""
    prices = storage.prices()
    return GoldPriceBook(
        today=ReadGoldPrice(prices=prices, reads=reads, clock=clock), note=NoteGoldPrice(prices=prices, clock=clock)
    )
