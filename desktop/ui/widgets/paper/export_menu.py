"""The button that takes a list out of the program, and the line that shows how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QProgressBar, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.file_choice import ask_where_to_save
from desktop.ui.widgets.paper.menu import printer_dialog

KINDS: Final = {"csv": "CSV (*.csv)", "xlsx": "Excel (*.xlsx)", "pdf": "PDF (*.pdf)"}


class ExportMenu(Button):
    """Emits `chosen(path)` or `print_chosen(printer)`; the dialogs stop nothing else. `file_name` names a file of this moment."""

    chosen = Signal(object)  # Path
    print_chosen = Signal(object)  # QPrinter

    def __init__(self, words: str, file_name: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(words, "secondary", "save", parent)
        self._file_name = file_name
        menu = QMenu(self)
        self.kinds: dict[str, QAction] = {}
        for kind, text in (("xlsx", self.tr("Excel 表格")), ("csv", self.tr("CSV 文本")), ("pdf", self.tr("PDF 文件"))):
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked=False, k=kind: self.ask(k))
            self.kinds[kind] = action
        self.print = menu.addAction(self.tr("打印"))
        self.print.triggered.connect(lambda: printer_dialog(self, self.print_chosen.emit))
        self.setMenu(menu)

    def ask(self, kind: str) -> QFileDialog:
        """Ask where to put a file of this kind."""
        name = f"{self._file_name()}.{kind}"
        return ask_where_to_save(self, self.text(), name, KINDS[kind], self.chosen.emit)


class ExportProgress(Card):
    """How many rows are written, and a button to stop; hidden while nothing is written."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=12)
        self.words = label("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme().px(8))
        self.bar.setAccessibleName(self.tr("导出进度"))
        self.stop = Button(self.tr("停止"), "secondary", "x")
        self.stop.clicked.connect(self.stopped)
        row = QHBoxLayout()
        row.setSpacing(theme().px(14))
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.body.addLayout(row)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is; (0, 0) when it has only begun."""
        self.words.setText(self.tr("正在写出 {0} / {1}").format(f"{done:,}", f"{total:,}" if total else "…"))
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.show()
