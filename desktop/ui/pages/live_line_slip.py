"""The due-diligence slip of one alert, from its live line: to a PDF file or a printer, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter

from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words
from desktop.ui.viewmodels.slip import slip_html, slip_title
from desktop.ui.widgets.paper import pdf_of, print_on, save_beside
from desktop.ui.widgets.paper_menu import PaperMenu


class SlipPaper(QObject):
    """Joins the button in the header with the use case; `alert_id` gives the alert on the screen."""

    def __init__(self, context: UiContext, lang: Lang, alert_id: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._lang, self._alert_id = context, lang, alert_id
        self.menu = PaperMenu(self.tr("记录单"), slip_title(lang))
        self.menu.save_chosen.connect(self.save)
        self.menu.print_chosen.connect(self.print)

    def save(self, target: Path) -> None:
        """Write the slip into a file."""
        self._run(lambda html: save_beside(target, pdf_of(html, slip_title(self._lang))), self.tr("记录单已存好"))

    def print(self, printer: QPrinter) -> None:
        """Send the slip to a printer."""
        self._run(lambda html: print_on(printer, html), self.tr("记录单已送到打印机"))

    def _run(self, put: Callable[[str], object], said: str) -> None:
        alert_id, read, lang = self._alert_id(), self._context.services.paper.slip, self._lang
        self.menu.setEnabled(False)

        def work() -> None:
            put(slip_html(read(alert_id), lang))

        self._context.tasks.run(work, lambda _none: self._on_done(said), self._on_failed, owner=self)

    def _on_done(self, said: str) -> None:
        self.menu.setEnabled(True)
        self._context.navigator.toast(said)

    def _on_failed(self, error: Exception) -> None:
        self.menu.setEnabled(True)
        self._context.navigator.toast(error_words(error, self._lang).sentence, tone="danger")
