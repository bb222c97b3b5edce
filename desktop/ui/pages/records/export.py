"""Exporting from the records page: the button in its header, the progress below, and the words at the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter

from desktop.application.read_models import RecordFilter
from desktop.domain.alert.times import CHINA
from desktop.ui.runtime.context import UiContext
from desktop.ui.viewmodels.records.export import SHARES, OpenSink, records_export
from desktop.ui.widgets.paper.export_menu import ExportMenu, ExportProgress
from desktop.ui.widgets.paper.table import PdfTable, PrintedTable


class RecordsExporter(QObject):
    """Joins button, progress and view model; `wanted` gives the filter on the screen."""

    def __init__(self, context: UiContext, wanted: Callable[[], RecordFilter], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._wanted = context, wanted
        self.view_model = records_export(context)
        self.menu = ExportMenu(self.tr("导出"), self._file_name)
        self.progress = ExportProgress()
        self.menu.chosen.connect(self.export)
        self.menu.print_chosen.connect(self.print)
        self.progress.stopped.connect(self.view_model.stop)
        self.view_model.progressed.connect(self._on_progress)
        self.view_model.ended.connect(self._on_ended)
        if self.view_model.running:
            # Begun on the page before this one; it goes on with the words of its own language.
            self.menu.setEnabled(False)
            self.progress.show_progress(self.view_model.done, self.view_model.total)

    def export(self, target: Path) -> None:
        """Write what the filter shows into a file."""
        headings, name = self.view_model.headings(), self.tr("记录")
        if target.suffix.lower() == ".pdf":
            self._start(partial(PdfTable, target, name, headings, SHARES), target)
        else:
            self._start(partial(self._context.services.paper.open_table, target, headings, name), target)

    def print(self, printer: QPrinter) -> None:
        """Send what the filter shows to a printer."""
        self._start(partial(PrintedTable, printer, self.tr("记录"), self.view_model.headings(), SHARES))

    def _file_name(self) -> str:
        return self.tr("记录") + f"-{self._context.now().astimezone(CHINA):%Y%m%d}"

    def _start(self, open_sink: OpenSink, file: Path | None = None) -> None:
        self.menu.setEnabled(False)
        self.view_model.start(self._wanted(), open_sink, file)

    def _on_progress(self, done: int, total: int) -> None:
        if self.view_model.running:
            self.progress.show_progress(done, total)

    def _on_ended(self, _how: str, _rows: int) -> None:
        self.progress.hide()
        self.menu.setEnabled(True)
