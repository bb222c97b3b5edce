"""The due-diligence slip of one alert, from its live line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.ui.pages.on_paper import OnPaper
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang
from desktop.ui.viewmodels.live_line.slip import slip_html, slip_title
from desktop.ui.widgets.paper.printing import Put, print_on


class SlipPaper(OnPaper):
    """Joins the button in the header with the use case; `alert_id` gives the alert on the screen."""

    def __init__(self, context: UiContext, lang: Lang, alert_id: Callable[[], str], parent: QObject) -> None:
        def putting() -> Put:
            shown, read = alert_id(), context.services.paper.slip
            return lambda device: print_on(device, slip_html(read(shown), lang))

        title = slip_title(lang)
        super().__init__(context, lang, title, title, putting, parent)
