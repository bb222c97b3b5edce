"""Everything a filter of the records page shows, out to a table."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.application.paper_port import Exported, LineOf, TableSink, Told
from desktop.application.ports import Clock, ReadSide
from desktop.application.read_models import RecordFilter, RecordRow
from desktop.domain.alert.times import month_start

AT_ONCE = 1000


class ExportRecords:
    """Write the rows of a filter, the newest first, a thousand at a time; what arrives meanwhile is not among them."""

    def __init__(self, *, reads: ReadSide, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def __call__(self, wanted: RecordFilter, sink: TableSink, line: LineOf, told: Told) -> Exported:
        """Write and finish the table; whatever goes wrong, nothing of it is left."""
        written = 0
        try:
            total = self._reads.records(wanted, 0, 1, month_start(self._clock.now())).total
            for rows in self._chunks(wanted):
                for row in rows:
                    sink.add(line(row))
                written += len(rows)
                if not told(written, max(total, written)):
                    sink.discard()
                    return Exported(written, stopped=True)
            sink.finish()
        except BaseException:
            sink.discard()
            raise
        return Exported(written)

    def _chunks(self, wanted: RecordFilter) -> Iterator[tuple[RecordRow, ...]]:
        after: str | None = None
        while rows := self._reads.records_after(wanted, after, AT_ONCE):
            yield rows
            after = rows[-1].alert_id
