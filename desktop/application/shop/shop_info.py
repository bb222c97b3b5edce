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
        if shop is None:
            return None
        merchant = shop.merchant
        return ShopInfo(
            merchant_id=merchant.merchant_id,
            name=merchant.name,
            trade=merchant.trade,
            address=merchant.address,
            phone=merchant.phone,
            terminal_id=shop.terminal_id,
            station_name=shop.station_name,
            station_url=shop.station_url,
            revoked=shop.revoked is not None,
        )
