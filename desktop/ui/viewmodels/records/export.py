"""Taking the records on the screen out of the program: what is written, how far it is, and stopping it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.application.paper_port import Cell, TableSink
from desktop.application.read_models import RecordFilter, RecordRow
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words
from desktop.ui.runtime.kept_files import place_of
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.records.format import table_time
from desktop.ui.viewmodels.records.row import row_words
from desktop.ui.viewmodels.records.words import LEVEL, SETTING, word
from redflags import Text

if TYPE_CHECKING:
    from desktop.application.records.export_records import Exported

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
OpenSink = Callable[[], TableSink]


def records_export(context: UiContext) -> RecordsExport:
    """Return the profile's one export: a page built anew, in another language say, finds it still running."""
    known = context.tasks.findChild(RecordsExport)
    found = known if isinstance(known, RecordsExport) else RecordsExport(context, context.tasks)
    if not found.running:
        found.lang = "en" if language().code == "en" else "zh"
    return found


class RecordsExport(QObject):
    """One export at a time, off the UI thread; it goes on when its page is built anew and ends when the profile closes."""

    progressed = Signal(int, int)  # rows written, rows in all
    ended = Signal(str, int)  # done | stopped | failed, and how many rows
    _wrote = Signal(int, int)

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.done = self.total = 0
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.running = False
        self.error_sentence = ""
        self._stop = threading.Event()
        self._wrote.connect(self._on_progress)

    def headings(self) -> list[str]:
        """Return the columns' names in the clerk's language."""
        return [heading.get(self.lang) for heading in HEADINGS]

    def start(self, wanted: RecordFilter, open_sink: OpenSink, file: Path | None = None) -> None:
        """Write what the filter shows, into a file or on paper; nothing happens while another export runs."""
        if self.running:
            return
        self.running = True
        self._stop.clear()
        self._on_progress(0, 0)
        export, line = self._context.services.paper.export_records, self.line

        def work() -> Exported:
            return export(wanted, open_sink(), line, self._told)

        self._context.tasks.run(work, lambda made: self._on_done(made, file), self._on_failed, owner=self)

    def stop(self) -> None:
        """End it after the rows under way; nothing of the file is kept."""
        self._stop.set()

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

    def _told(self, done: int, total: int) -> bool:
        # On the writing thread: signals queue themselves; a page that is gone, or a program that ends, stops the work.
        if self._stop.is_set() or self._context.tasks.closing or not isValid(self):
            return False
        self._wrote.emit(done, total)
        return True

    def _on_progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.progressed.emit(done, total)

    def _on_done(self, made: Exported, file: Path | None) -> None:
        self.running = False
        if made.stopped:
            self._context.navigator.toast(self.tr("已停止，没有留下文件"), tone="warn")
        else:
            words = self.tr("已导出 {0} 条", "", made.rows).format(f"{made.rows:,}")
            if file is not None:
                words = self.tr("{what}，在 {place}").format(what=words, place=place_of(file))
            self._context.navigator.toast(words, file=file)
        self.ended.emit("stopped" if made.stopped else "done", made.rows)

    def _on_failed(self, error: Exception) -> None:
        self.running = False
        self.error_sentence = error_words(error, self.lang).sentence
        self._context.navigator.toast(self.error_sentence, tone="danger")
        self.ended.emit("failed", 0)
