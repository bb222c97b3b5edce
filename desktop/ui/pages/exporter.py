"""Taking a page's list out of the program: the button in its header, the progress below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter

from desktop.domain.alert.times import CHINA
from desktop.ui.runtime.context import UiContext
from desktop.ui.viewmodels.paper.table_export import OpenSink, TableExport
from desktop.ui.widgets.paper.export_menu import ExportMenu, ExportProgress
from desktop.ui.widgets.paper.table import PdfTable, PrintedTable


class StartExport(Protocol):
    """Begin writing into a table; `file` is None on paper."""

    def __call__(self, open_sink: OpenSink, file: Path | None = None) -> None: ...


class ListExporter(QObject):
    """Joins button, progress and view model; `name` is the list's, `shares` are its columns' parts of a page's width."""

    def __init__(
        self,
        context: UiContext,
        view_model: TableExport,
        name: str,
        headings: Callable[[], list[str]],
        shares: tuple[int, ...],
        start: StartExport,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._name, self._headings, self._shares = context, name, headings, shares
        self._begin = start
        self.view_model = view_model
        self.menu = ExportMenu(self.tr("导出"), self._file_name)
        self.progress = ExportProgress()
        self.menu.chosen.connect(self.export)
        self.menu.print_chosen.connect(self.print)
        self.progress.stopped.connect(view_model.stop)
        view_model.progressed.connect(self._on_progress)
        view_model.ended.connect(self._on_ended)
        if view_model.running:
            # Begun on the page before this one; it goes on with the words of its own language.
            self.menu.setEnabled(False)
            self.progress.show_progress(view_model.done, view_model.total)

    def export(self, target: Path) -> None:
        """Write the list into a file, its kind by the suffix."""
        if target.suffix.lower() == ".pdf":
            self._start(partial(PdfTable, target, self._name, self._headings(), self._shares), target)
        else:
            open_table = self._context.services.paper.open_table
            self._start(partial(open_table, target, self._headings(), self._name), target)

    def print(self, printer: QPrinter) -> None:
        """Send the list to a printer."""
        self._start(partial(PrintedTable, printer, self._name, self._headings(), self._shares))

    def _file_name(self) -> str:
        return f"{self._name}-{self._context.now().astimezone(CHINA):%Y%m%d}"

    def _start(self, open_sink: OpenSink, file: Path | None = None) -> None:
        self.menu.setEnabled(False)
        self._begin(open_sink, file)

    def _on_progress(self, done: int, total: int) -> None:
        if self.view_model.running:
            self.progress.show_progress(done, total)

    def _on_ended(self, _how: str, _rows: int) -> None:
        self.progress.hide()
        self.menu.setEnabled(True)
