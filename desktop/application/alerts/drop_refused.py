"""A supplement the station refused is not to be sent any more."""

from __future__ import annotations

from desktop.application.alerts.supplementing import refused_supplement, settle_supplement
from desktop.application.changes import Kind, Outcome, changed
from desktop.application.ports import Begin, Clock


class DropRefused:
    """Take the refused content out; only the filler stays under its number."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, alert_id: str, n: int) -> Outcome[None]:
        """Settle it; NotFound when there is no such refused supplement."""
        with self._begin() as work:
            settle_supplement(work, refused_supplement(work, alert_id, n), self._clock.now())
            work.commit()
        return Outcome(None, changed(Kind.ALERTS, Kind.OUTBOX))
