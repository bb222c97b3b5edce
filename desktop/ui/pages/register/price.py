"""Entering the day's gold price on the register's page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.application.errors import InvalidInput
from desktop.application.prices.gold_price import PriceToday
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import error_words
from desktop.ui.runtime.language import language
from desktop.ui.widgets.register.price import GoldPriceCard


class RegisterPrice(QObject):
    """Joins the card with the use cases; any member of the shop may enter a price."""

    read = Signal()

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.known = False
        self.card = GoldPriceCard()
        self.card.entered.connect(self._enter)

    def load(self) -> None:
        """Read the last price."""
        self._context.tasks.run(self._context.services.gold_price.today, self._on_read, self._on_failed, owner=self)

    def _enter(self, price: str, source: str) -> None:
        session, note = self._context.session, self._context.services.gold_price.note
        if session is not None:
            self.card.keep.setEnabled(False)
            self._context.tasks.run(
                lambda: note(price, source, session), self._on_kept, self._on_not_kept, owner=self, lane="register"
            )

    def _on_read(self, price: PriceToday | None) -> None:
        self.card.show_price(price, can_write=self._context.session is not None)
        self.known = True
        self.read.emit()

    def _on_kept(self, _outcome: object) -> None:
        self.card.clear()
        self.card.keep.setEnabled(True)
        self._context.navigator.toast(self.tr("已记下今天的参考金价"))
        self.load()

    def _on_not_kept(self, error: Exception) -> None:
        self.card.keep.setEnabled(True)
        if isinstance(error, InvalidInput):
            self.card.show_problems(error.problems)
        else:
            self.card.show_failure(error_words(error, "en" if language().code == "en" else "zh").sentence)

    def _on_failed(self, error: Exception) -> None:
        words = error_words(error, "en" if language().code == "en" else "zh")
        self._context.navigator.toast(words.sentence, tone="warn")
