"""The signed-in member's rewards."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.ports import Clock, ReadSide
from desktop.application.read_models import RewardsPage
from desktop.application.session import Session
from desktop.domain.alert.times import last_months, month_key

MONTHS = 12


class ListRewards:
    """Return only this member's rewards, with the paid cash of each of the last twelve months."""

    def __init__(self, *, reads: ReadSide, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def __call__(self, session: Session) -> RewardsPage:
        """Read them."""
        months = last_months(self._clock.now(), MONTHS)
        page = self._reads.rewards(session.member_id, months[0])
        paid = {month_key(start): page.by_month.get(month_key(start), 0) for start in months}
        return replace(page, by_month=paid)
