"""The register out of the program: the whole of it as a table, one customer's day as a sheet for the shop's own file."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrinter
from shiboken6 import isValid

from desktop.application.paper_port import TableSink
from desktop.application.register_models import PersonDay
from desktop.domain.alert.times import CHINA
from desktop.ui.pages.on_paper import OnPaper
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words
from desktop.ui.runtime.kept_files import place_of
from desktop.ui.viewmodels.records.export import OpenSink
from desktop.ui.viewmodels.register.paper import HEADINGS, SHARES, entry_html, entry_title, register_cells
from desktop.ui.widgets.paper.export_menu import ExportMenu
from desktop.ui.widgets.paper.menu import PaperMenu
from desktop.ui.widgets.paper.printing import Put, print_on
from desktop.ui.widgets.paper.table import PdfTable, PrintedTable


class RegisterPaper(QObject):
    """`menu` takes the whole register out; `sheet` gives the button for one customer's day."""

    def __init__(self, context: UiContext, lang: Lang, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._lang = context, lang
        self._name = self.tr("销售登记")
        self.menu = ExportMenu(self.tr("导出"), self._file_name)
        self.menu.chosen.connect(self.export)
        self.menu.print_chosen.connect(self.print)

    def export(self, target: Path) -> None:
        """Write every entry into a file, its kind by the suffix."""
        heads = [heading.get(self._lang) for heading in HEADINGS]
        if target.suffix.lower() == ".pdf":
            self._run(partial(PdfTable, target, self._name, heads, SHARES), target)
        else:
            self._run(partial(self._context.services.paper.open_table, target, heads, self._name), target)

    def print(self, printer: QPrinter) -> None:
        """Send every entry to a printer."""
        heads = [heading.get(self._lang) for heading in HEADINGS]
        self._run(partial(PrintedTable, printer, self._name, heads, SHARES))

    def sheet(self, person: PersonDay, day: date, parent: QObject) -> PaperMenu:
        """Return the button that puts one customer's day on paper."""
        lang, shop = self._lang, self._context.services.shop()
        name = shop.name if shop else ""

        def putting() -> Put:
            return lambda device: print_on(device, entry_html(person, day, name, lang))

        title = entry_title(lang)
        return OnPaper(self._context, lang, self.tr("登记单"), f"{title}-{day:%Y%m%d}", putting, parent).menu

    def _file_name(self) -> str:
        return f"{self._name}-{self._context.now().astimezone(CHINA):%Y%m%d}"

    def _run(self, open_sink: OpenSink, file: Path | None = None) -> None:
        self.menu.setEnabled(False)
        menu, navigator, lang = self.menu, self._context.navigator, self._lang
        export = self._context.services.register.export
        nothing = self.tr("登记里还没有内容")

        def over(words: str, tone: str, kept: Path | None = None) -> None:
            if isValid(menu):
                menu.setEnabled(True)
            navigator.toast(words, tone=tone, file=kept)

        def exported(count: int) -> str:
            words = self.tr("已导出 {0} 笔", "", count).format(f"{count:,}")
            return self.tr("{what}，在 {place}").format(what=words, place=place_of(file)) if file else words

        def sink() -> TableSink:
            return open_sink()

        self._context.tasks.run(
            lambda: export(sink, lambda line: register_cells(line, lang)),
            lambda count: over(exported(count), "ok", file) if count else over(nothing, "ok"),
            lambda error: over(error_words(error, lang).sentence, "danger"),
        )
