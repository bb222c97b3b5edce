"""Taking the records on the screen out of the program: what is written of them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Final

from desktop.application.paper_port import Cell
from desktop.application.read_models import RecordFilter, RecordRow
from desktop.ui.viewmodels.paper.table_export import OpenSink, TableExport
from desktop.ui.viewmodels.records.format import table_time
from desktop.ui.viewmodels.records.row import row_words
from desktop.ui.viewmodels.records.words import LEVEL, SETTING, word
from redflags import Text

HEADINGS: Final = (
    Text("编号", "Number"),
    Text("时间", "Time"),
    Text("场景", "Setting"),
    Text("等级", "Level"),
    Text("情况", "What was noticed"),
    Text("金额（元）", "Amount (CNY)"),
    Text("状态", "State"),
    Text("进展", "Progress"),
)
SHARES: Final = (10, 14, 9, 7, 26, 11, 9, 22)
"""The columns' parts of a page's width."""


class RecordsExport(TableExport):
    """What a filter shows, the newest first."""

    def headings(self) -> list[str]:
        """Return the columns' names in the clerk's language."""
        return [heading.get(self.lang) for heading in HEADINGS]

    def start(self, wanted: RecordFilter, open_sink: OpenSink, file: Path | None = None) -> None:
        """Write what the filter shows, into a file or on paper."""
        export, line = self._context.services.paper.export_records, self.line
        self.write(lambda told: export(wanted, open_sink(), line, told), file)

    def line(self, row: RecordRow) -> tuple[Cell, ...]:
        """Return one row's cells, in the order of the headings; nothing personal is among them."""
        words = row_words(row, self._context.now(), self.lang)
        return (
            row.short_no,
            table_time(row.created_at),
            word(SETTING, row.setting, self.lang),
            word(LEVEL, row.level, self.lang),
            words.title,
            None if row.amount_fen is None else Decimal(row.amount_fen) / 100,
            words.pill,
            words.status,
        )
