"""The daily gold price: a store of its own, any member of the shop may enter it."""

from __future__ import annotations

from typing import Protocol

from desktop.domain.compliance.gold_price import GoldPrice


class GoldPrices(Protocol):
    """Append-only; `latest` is the last one entered, None before the first. StorageFailed."""

    def add(self, price: GoldPrice) -> None: ...
    def latest(self) -> GoldPrice | None: ...
