"""The signed-in member's rewards."""

from __future__ import annotations

from datetime import timedelta

from desktop.application.ports import Clock, ReadSide
from desktop.application.read_models import RewardsPage
from desktop.application.session import Session
from desktop.domain.alert.times import month_start

MONTHS = 12


class ListRewards:
    """Return only this member's rewards, with paid cash of the last twelve months."""

    def __init__(self, *, reads: ReadSide, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def __call__(self, session: Session) -> RewardsPage:
        """Read them."""
        first = month_start(self._clock.now())
        for _month in range(MONTHS - 1):
            first = month_start(first - timedelta(days=1))
        return self._reads.rewards(session.member_id, first)
