"""Which shop this profile belongs to."""

from __future__ import annotations

from desktop.application.ports import ReadSide
from desktop.application.read_models import ShopInfo


class ReadShop:
    """Return the enrolled shop, None before enrolment."""

    def __init__(self, *, reads: ReadSide) -> None:
        self._reads = reads

    def __call__(self) -> ShopInfo | None:
        """Read it."""
        shop = self._reads.shop()
        return None if shop is None else ShopInfo.of(shop)
