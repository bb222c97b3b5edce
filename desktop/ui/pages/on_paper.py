"""One page for paper behind one button: to a PDF file or a printer, off the UI thread, with a word at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from shiboken6 import isValid

from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words
from desktop.ui.runtime.kept_files import place_of
from desktop.ui.widgets.paper.menu import PaperMenu
from desktop.ui.widgets.paper.printing import Put, pdf_with, save_beside


class OnPaper(QObject):
    """`putting()` is asked on the UI thread and gives what puts the page on a device, on a worker thread.

    The work and its word at the end outlive the page: changing the language meanwhile stops nothing and hides nothing.
    """

    def __init__(
        self, context: UiContext, lang: Lang, words: str, title: str, putting: Callable[[], Put], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._lang, self._title, self._putting = context, lang, title, putting
        self.menu = PaperMenu(words, title)
        self.menu.save_chosen.connect(self.save)
        self.menu.print_chosen.connect(self.print)

    def save(self, target: Path) -> None:
        """Write it into a PDF file."""
        put, title = self._putting(), self._title
        self._run(
            lambda: save_beside(target, pdf_with(put, title)), self.tr("已存到 {0}").format(place_of(target)), target
        )

    def print(self, printer: QPrinter) -> None:
        """Send it to a printer."""
        put = self._putting()
        self._run(lambda: put(printer), self.tr("已送到打印机"))

    def _run(self, work: Callable[[], object], said: str, file: Path | None = None) -> None:
        self.menu.setEnabled(False)
        menu, navigator, lang = self.menu, self._context.navigator, self._lang

        def over(words: str, tone: str = "ok", file: Path | None = None) -> None:
            if isValid(menu):
                menu.setEnabled(True)
            navigator.toast(words, tone=tone, file=file)

        self._context.tasks.run(
            work, lambda _done: over(said, file=file), lambda error: over(error_words(error, lang).sentence, "danger")
        )
