"""The whole register out to a table, for the shop's own file; customers masked as on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from desktop.application.paper_port import Cell, Exported, TableSink, Told
from desktop.application.ports import ReadSide
from desktop.application.register_models import RegisterLine, masked_who
from desktop.application.register_port import SalesRegister
from desktop.domain.compliance.sale import KeptSale, Sale

AT_ONCE: Final = 1000
LineOf = Callable[[RegisterLine], Sequence[Cell]]


class ExportRegister:
    """Write every entry, void ones too and said to be so, oldest first, a thousand at a time."""

    def __init__(self, *, register: SalesRegister, reads: ReadSide) -> None:
        self._register = register
        self._reads = reads

    def __call__(self, sink: TableSink, line: LineOf, told: Told) -> Exported:
        """Write and finish the table; whatever goes wrong, nothing of it is left. StorageFailed."""
        written = 0
        try:
            names = {member.member_id: member.name for member in self._reads.members()}
            total = self._register.count()
            for entries in self._chunks():
                for entry in entries:
                    sink.add(line(_line(entry, names)))
                written += len(entries)
                if not told(written, max(total, written)):
                    sink.discard()
                    return Exported(written, stopped=True)
            sink.finish()
        except BaseException:
            sink.discard()
            raise
        return Exported(written)

    def _chunks(self) -> Iterator[tuple[KeptSale, ...]]:
        last: Sale | None = None
        while entries := self._register.following(last, AT_ONCE):
            yield entries
            last = entries[-1].sale


def _line(entry: KeptSale, names: Mapping[str, str]) -> RegisterLine:
    sale, reported = entry.sale, entry.reported_by
    return RegisterLine(
        at=sale.at,
        direction=sale.direction,
        who=masked_who(sale.customer),
        amount_fen=sale.amount_fen,
        cash_fen=sale.cash_fen,
        member=names.get(sale.member_id, ""),
        void=entry.void,
        reported_at=reported.at if reported else None,
    )
