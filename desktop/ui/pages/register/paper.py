"""The register out of the program: the whole of it as a table, one customer's day as a sheet for the shop's own file."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject

from desktop.application.register_models import PersonDay
from desktop.ui.pages.exporter import ListExporter
from desktop.ui.pages.on_paper import OnPaper
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang
from desktop.ui.viewmodels.paper.table_export import the_export
from desktop.ui.viewmodels.register.export import RegisterExport
from desktop.ui.viewmodels.register.paper import SHARES, entry_html, entry_title
from desktop.ui.widgets.paper.menu import PaperMenu
from desktop.ui.widgets.paper.printing import Put, print_on


class RegisterPaper(QObject):
    """`list` takes the whole register out; `sheet` gives the button for one customer's day."""

    def __init__(self, context: UiContext, lang: Lang, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._lang = context, lang
        name, export = self.tr("销售登记"), the_export(RegisterExport, context)
        self.list = ListExporter(context, export, name, export.headings, SHARES, export.start, self)

    def sheet(self, person: PersonDay, day: date, parent: QObject) -> PaperMenu:
        """Return the button that puts one customer's day on paper."""
        lang, shop = self._lang, self._context.services.shop()
        name = shop.name if shop else ""

        def putting() -> Put:
            return lambda device: print_on(device, entry_html(person, day, name, lang))

        title = entry_title(lang)
        return OnPaper(self._context, lang, self.tr("登记单"), f"{title}-{day:%Y%m%d}", putting, parent).menu
