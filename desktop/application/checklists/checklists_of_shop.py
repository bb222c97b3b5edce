"""Which checklists this shop's trade works with."""

from __future__ import annotations

from desktop.application.ports import ReadSide
from desktop.domain.member.shop import settings_of_trade


class ChecklistsOfShop:
    """Return the settings in the order they are offered; none before enrolment."""

    def __init__(self, *, reads: ReadSide) -> None:
        self._reads = reads

    def __call__(self) -> tuple[str, ...]:
        """Read them."""
        shop = self._reads.shop()
        return () if shop is None else settings_of_trade(shop.merchant.trade)
