"""The calculator that stands in for everything else, and the way back by PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from desktop.application.prices.gold_price import PriceToday
    from desktop.ui.pages.counter.calculator import CalculatorPage
    from desktop.ui.runtime.context import UiContext


class QuickHide(QObject):
    """Shows the calculator in the window's stack; `proved(session)` once the clerk who hid the screen gave the PIN."""

    proved = Signal(object)
    pin_given = Signal(str)
    left = Signal()
    """Back by hand: through the lock, whose PIN pad needs no keyboard."""

    def __init__(self, stack: QStackedWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self._page: CalculatorPage | None = None
        self._parts = "both"

    def use(self, parts: str) -> None:
        """Show only one of the two calculators, or both."""
        if parts != self._parts:
            self._parts = parts
            self.prepare()

    @property
    def shown(self) -> bool:
        """Tell whether the calculator is what one sees."""
        return self._page is not None and self._stack.currentWidget() is self._page

    @property
    def page(self) -> CalculatorPage:
        """Return the calculator, made when first asked for."""
        if self._page is None:
            from desktop.ui.pages.counter.calculator import CalculatorPage

            self._page = CalculatorPage(parts=self._parts)
            self._page.pin_given.connect(self.pin_given)
            self._page.mark.tapped.connect(self.left)
            self._stack.addWidget(self._page)
        return self._page

    def prepare(self) -> None:
        """Make the calculator while nobody waits, so that the key finds it ready; in the language of the moment."""
        if self._page is not None and not self.shown:
            self._stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None
        self.page.setObjectName("page")

    def show(self) -> None:
        """Swap to the calculator."""
        self._stack.setCurrentWidget(self.page)
        self.page.start()

    def show_price(self, context: UiContext | None) -> None:
        """Fill in the shop's gold price, off the screen's own thread: the swap waits for nothing."""
        if context is None:
            return
        context.tasks.run(
            context.services.gold_price.today, self._on_price, lambda _error: None, owner=self, lane="price"
        )

    def _on_price(self, price: PriceToday | None) -> None:
        if price is not None:
            from desktop.ui.runtime.language import language
            from desktop.ui.viewmodels.register.words import price_words

            self.page.show_price(price.fen_per_g, price_words(price, language().code))

    def check(self, context: UiContext | None, pin: str) -> None:
        """Try the PIN of the clerk signed in; a wrong one only empties the field."""
        member = context.member_id if context is not None else None
        if context is None or member is None:
            return
        context.tasks.run(
            lambda: context.services.sign_in(member, pin),
            lambda outcome: self.proved.emit(outcome.value),
            self._on_refused,
            owner=self,
        )

    def _on_refused(self, error: Exception) -> None:
        from desktop.application.errors import MemberLocked, WrongPin
        from desktop.ui.viewmodels.records.format import local

        # A wrong one only empties the field. What the right one could not mend is said in words of a calculator.
        if isinstance(error, WrongPin):
            self.page.ask_code()
        elif isinstance(error, MemberLocked):
            self.page.ask_code(self.tr("{time} 以后再试").format(time=f"{local(error.until):%H:%M}"))
        else:
            self.page.ask_code(self.tr("没有成功，请再试一次"))
