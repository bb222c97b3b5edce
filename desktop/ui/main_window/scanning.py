"""A depot's scanner works on every page: the number goes to the checklist in hand, or one is asked what it is for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.courier.waybill import guess_carrier
from desktop.ui.pages.base import Page
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.scanner import ScannerWedge
from desktop.ui.runtime.soon import soon

TRADE = "courier"
REVIEW = "review"


class Scanning(QObject):
    """Listens while the pages are on the screen; other trades have no scanner and their keys are never held back.

    `room` holds the pages; `where` gives the page now shown and the draft it works on.
    """

    def __init__(self, room: QWidget, context: UiContext, where: Callable[[], tuple[Page | None, str | None]]) -> None:
        super().__init__(room)
        self._context, self._where = context, where
        self.wedge = ScannerWedge(room)
        self.wedge.scanned.connect(self.on_scanned)
        self.wedge.unfinished.connect(self._on_unfinished)
        shop = context.services.shop()
        if shop is not None and shop.trade == TRADE:
            # The pages are being made: they get their place in the window right after.
            soon(self.wedge, self.wedge.listen)

    def on_scanned(self, text: str) -> None:
        """Take a scanned number to where it belongs."""
        found, navigator = guess_carrier(text), self._context.navigator
        page, draft_id = self._where()
        if found.sureness == "unusual":
            navigator.toast(self.tr("扫到的不像运单号，请再扫一次"), tone="warn")
        elif isinstance(page, ChecklistPage) and page.courier.take_waybill(found.number):
            return
        elif page is not None and page.route == REVIEW and draft_id is not None:
            # The draft's other facts are beside the number there, and the review is one key away again.
            navigator.go("checklist", draft_id=draft_id, waybill=found.number)
        else:
            navigator.go("scanned", waybill=found.number)

    def _on_unfinished(self) -> None:
        words = self.tr("扫码枪没有以回车结尾，这次没有采用；请在扫码枪上打开「回车」后缀")
        self._context.navigator.toast(words, tone="warn")
