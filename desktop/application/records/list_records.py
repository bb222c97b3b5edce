"""The records page."""

from __future__ import annotations

from desktop.application.ports import Clock, ReadSide
from desktop.application.read_models import RecordFilter, RecordPage
from desktop.domain.alert.times import month_start

MOST_ROWS = 500


class ListRecords:
    """Return one page of records, the newest first."""

    def __init__(self, *, reads: ReadSide, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def __call__(self, wanted: RecordFilter, offset: int, limit: int) -> RecordPage:
        """Read it; at most 500 rows at a time."""
        return self._reads.records(wanted, max(offset, 0), min(limit, MOST_ROWS), month_start(self._clock.now()))
