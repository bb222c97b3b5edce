"""The day's gold price on the register's page: what it is, from where, and a line to enter it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.application.prices.gold_price import PriceToday
from desktop.application.read_models import FieldProblem
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.register.words import price_words
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.pill import Pill


class GoldPriceCard(Card):
    """`entered(price, source)` as typed; both stay until `clear`."""

    entered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, spacing=10)
        self.words = label(self.tr("还没有填今天的参考金价。"), "muted")
        self.pill = Pill(self.tr("没有填"), "slate")
        head = QHBoxLayout()
        head.setSpacing(theme().px(12))
        head.addWidget(label(self.tr("今日参考金价"), "strong"))
        head.addWidget(self.words, 1)
        head.addWidget(self.pill)
        self.price = LabelledLine(self.tr("每克多少元"))
        self.source = LabelledLine(self.tr("从哪里看来"), "", self.tr("如：总店通知、上海黄金交易所"))
        self.keep = Button(self.tr("记下今天的价"), "secondary", "check")
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(self.price, 1)
        row.addWidget(self.source, 2)
        self.body.addLayout(head)
        self.body.addLayout(row)
        self.body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        self.keep.clicked.connect(self._enter)
        for line in (self.price, self.source):
            line.edit.returnPressed.connect(self._enter)
            line.edited.connect(lambda _text, field=line: field.show_problem(""))

    def show_price(self, price: PriceToday | None, *, can_write: bool) -> None:
        """Show the last price entered; an older one is kept on the screen and said to be older."""
        self.keep.setEnabled(can_write)
        if price is None:
            return
        self.words.setText(price_words(price, language().code))
        self.pill.show_state(
            self.tr("不是今天的") if price.stale else self.tr("今天的"), "warn" if price.stale else "ok"
        )
        if not self.source.text():
            self.source.set_text(price.source)

    def show_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        """Say beside the fields what is wrong."""
        for problem in problems:
            line = self.price if problem.field == "price" else self.source
            line.show_problem(language().pick(problem.zh, problem.en))
        (self.price if any(one.field == "price" for one in problems) else self.source).edit.setFocus()

    def show_failure(self, sentence: str) -> None:
        """Say beside the price why it was not kept; what was typed stays."""
        self.price.show_problem(sentence)
        self.price.edit.setFocus()

    def clear(self) -> None:
        """Empty the price; the source is likely the same tomorrow."""
        self.price.set_text("")

    def _enter(self) -> None:
        if not self.keep.isEnabled():
            return
        self.price.show_problem("")
        self.source.show_problem("")
        self.entered.emit(self.price.text(), self.source.text())
