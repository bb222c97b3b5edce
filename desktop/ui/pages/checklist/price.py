"""Amount and weight beside the day's gold price: a typing error is pointed out, nothing is ever held up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject

from desktop.application.errors import StorageFailed
from desktop.application.prices.gold_price import PriceToday
from desktop.domain.alert.numbers import fen_of, mg_of
from desktop.domain.compliance.gold_price import fine_mg, off_by
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.checklist.model import ChecklistViewModel
from desktop.ui.viewmodels.register.words import off_words
from desktop.ui.widgets.checklist.transaction_form import TransactionForm

SETTING: Final = "gold_shop"
BESIDE: Final = "weight_g"


class ChecklistPrice(QObject):
    """The price is read when a checklist is shown; yesterday's serves too and is said to be yesterday's."""

    def __init__(self, context: UiContext, model: ChecklistViewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._model = context, model
        self._price: PriceToday | None = None
        self.words = ""

    def read(self) -> None:
        """Read the day's price; without one nothing is compared."""
        definition = self._model.definition
        self._price, self.words = None, ""
        if definition is None or definition.setting != SETTING:
            return
        try:
            self._price = self._context.services.gold_price.today()
        except StorageFailed:
            # The comparison is a courtesy; the page says by itself when nothing can be saved.
            return

    def show_on(self, form: TransactionForm | None) -> None:
        """Say beside the weight when amount and weight do not go together; take the words away when they do again."""
        if form is None:
            return
        before, self.words = self.words, self._doubt()
        if self.words:
            form.show_doubt(BESIDE, self.words)
        elif before and BESIDE in form.lines and form.lines[BESIDE].note.text() == before:
            form.lines[BESIDE].show_problem("")

    def _doubt(self) -> str:
        price, tx = self._price, self._model.tx
        amount, grams = tx.get("amount_cny"), tx.get("weight_g")
        if price is None or not isinstance(amount, int | float) or not isinstance(grams, int | float):
            return ""
        fine = fine_mg(mg_of(grams), str(tx.get("purity") or ""))
        off = off_by(fen_of(amount), fine, price.fen_per_g)
        return "" if off is None else off_words(off, price, language().code)
