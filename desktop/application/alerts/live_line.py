"""What is known of one alert right now."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.ports import Clock, ReadSide
from desktop.application.read_models import LiveLine
from desktop.domain.delivery.call_110 import must_call_110


class ReadLiveLine:
    """Return an alert's line, with the judgement whether the clerk must phone now."""

    def __init__(self, *, reads: ReadSide, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def __call__(self, alert_id: str) -> LiveLine:
        """Read it; NotFound."""
        line = self._reads.live_line(alert_id)
        call = must_call_110(
            urgent=line.level == "urgent",
            delivery=line.delivery,
            created_at=line.created_at,
            acked_at=line.acked_at,
            online=self._reads.outbox().online,
            now=self._clock.now(),
        )
        # One that was put right and submitted anew has a line of its own, which says whether to phone.
        anew = line.revised_to is not None and line.revised_draft is None
        return replace(line, call_110=call and not anew)
