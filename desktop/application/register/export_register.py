"""The whole register out to a table, for the shop's own file; customers masked as on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from desktop.application.paper_port import Cell, TableSink
from desktop.application.ports import ReadSide
from desktop.application.register_models import RegisterLine, masked_who
from desktop.application.register_port import SalesRegister

BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)
LineOf = Callable[[RegisterLine], Sequence[Cell]]


class ExportRegister:
    """Write every entry, void ones too and said to be so, oldest first."""

    def __init__(self, *, register: SalesRegister, reads: ReadSide) -> None:
        self._register = register
        self._reads = reads

    def __call__(self, open_sink: Callable[[], TableSink], line: LineOf) -> int:
        """Return how many entries were written; whatever goes wrong, nothing of the table is left. StorageFailed."""
        names = {member.member_id: member.name for member in self._reads.members()}
        entries = self._register.since(BEGINNING)
        sink = open_sink()
        try:
            for entry in entries:
                sale, reported = entry.sale, entry.reported_by
                row = RegisterLine(
                    at=sale.at,
                    direction=sale.direction,
                    who=masked_who(sale.customer),
                    amount_fen=sale.amount_fen,
                    cash_fen=sale.cash_fen,
                    member=names.get(sale.member_id, ""),
                    void=entry.void,
                    reported_at=reported.at if reported else None,
                )
                sink.add(line(row))
            sink.finish()
        except BaseException:
            sink.discard()
            raise
        return len(entries)
