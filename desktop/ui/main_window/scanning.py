"""A depot's scanner works on every page: the number goes to the checklist in hand, or one is asked what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.domain.courier.waybill import guess_carrier
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.runtime.scanner import ScannerWedge

if TYPE_CHECKING:
    from desktop.ui.main_window.shell import Shell

TRADE = "courier"
_WITH_DRAFT = ("review",)


class Scanning(QObject):
    """Listens while the pages are on the screen; other trades have no scanner and their keys are never held back."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.wedge = ScannerWedge(shell)
        self.wedge.scanned.connect(self.on_scanned)
        self.wedge.unfinished.connect(self._on_unfinished)
        app, shop = QApplication.instance(), shell.context.services.shop()
        if app is not None and shop is not None and shop.trade == TRADE:
            app.installEventFilter(self.wedge)

    def on_scanned(self, text: str) -> None:
        """Take a scanned number to where it belongs."""
        found, page, navigator = guess_carrier(text), self._shell.page, self._shell.context.navigator
        if found.sureness == "unusual":
            navigator.toast(self.tr("扫到的不像运单号，请再扫一次"), tone="warn")
        elif isinstance(page, ChecklistPage) and page.courier.take_waybill(found.number):
            return
        elif self._shell.draft_in_hand is not None and page is not None and page.route in _WITH_DRAFT:
            navigator.go("checklist", draft_id=self._shell.draft_in_hand, waybill=found.number)
        else:
            navigator.go("scanned", waybill=found.number)

    def _on_unfinished(self) -> None:
        words = self.tr("扫码枪没有以回车结尾，这次没有采用；请在扫码枪上打开「回车」后缀")
        self._shell.context.navigator.toast(words, tone="warn")
