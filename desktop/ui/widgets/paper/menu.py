"""The button that puts a page on paper: as a PDF file or on a printer; neither dialog stops anything else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.ui.widgets.button import Button
from desktop.ui.widgets.file_choice import ask_where_to_save


class PaperMenu(Button):
    """Emits `save_chosen(path)` or `print_chosen(printer)`; `file_name` is what the dialog proposes, without suffix."""

    save_chosen = Signal(object)  # Path
    print_chosen = Signal(object)  # QPrinter

    def __init__(self, words: str, file_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, "secondary", "printer", parent)
        self.file_name = file_name
        menu = QMenu(self)
        self.save: QAction = menu.addAction(self.tr("存成 PDF"))
        self.save.triggered.connect(self.ask_file)
        self.print: QAction = menu.addAction(self.tr("打印"))
        self.print.triggered.connect(self.ask_printer)
        self.setMenu(menu)

    def ask_file(self) -> QFileDialog:
        """Ask where to put the PDF."""
        return ask_where_to_save(self, self.text(), f"{self.file_name}.pdf", "PDF (*.pdf)", self.save_chosen.emit)

    def ask_printer(self) -> QPrintDialog:
        """Ask which printer."""
        return printer_dialog(self, self.print_chosen.emit)


def printer_dialog(parent: QWidget, chosen: Callable[[QPrinter], None]) -> QPrintDialog:
    """Ask which printer, without stopping anything else; `chosen` is called when one was."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: chosen(printer))
    dialog.setModal(False)
    dialog.show()
    return dialog
