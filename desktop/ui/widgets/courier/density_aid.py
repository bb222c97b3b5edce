"""Size and weight in, density and what it fits out: a prompt to look inside, wired to the question about weight."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.courier.density import MOST_CM3, DensityTable, weigh
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.counter.calculator import number_of
from desktop.ui.viewmodels.courier.words import too_large_words, weighed_words
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import ChoiceChips
from desktop.ui.widgets.fields import LabelledLine

NARROW: Final = 480
SIZE: Final = "local.parcel."
_SIDES: Final = ("length", "width", "height")


class DensityAid(Card):
    """`edited(key, text)` keeps what was typed, `weighed(grams)` is the weight (0: none), `agreed(answer)` yes or no."""

    edited = Signal(str, str)
    weighed = Signal(float)
    agreed = Signal(str)

    def __init__(self, table: DensityTable, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, spacing=10)
        self._table = table
        self._answer = ""
        captions = {
            "length": self.tr("长（厘米）"),
            "width": self.tr("宽（厘米）"),
            "height": self.tr("高（厘米）"),
            "mass": self.tr("重量（千克）"),
        }
        self.lines = {key: LabelledLine(caption) for key, caption in captions.items()}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(12))
        for key, line in self.lines.items():
            line.edited.connect(lambda text, k=key: self._on_typed(k, text))
        self._arrange(4)
        goods = [(item.key, language().text(item.name)) for item in table.goods]
        self.goods = ChoiceChips(goods, self.tr("申报的是什么"))
        self.goods.changed.connect(self._on_goods)
        self.result = label("", "small")
        # Made with words: a button made without any stays square.
        self.agree = Button(self.tr("按此回答「小而沉」"), "secondary", "check")
        self.agree.clicked.connect(lambda: self.agreed.emit(self._answer))
        self.body.addWidget(label(self.tr("称一称：大小和重量对得上吗"), "strong"))
        self.body.addLayout(self._grid)
        self.body.addWidget(label(self.tr("申报的是什么"), "small"))
        self.body.addWidget(self.goods)
        self.body.addWidget(self.result)
        self.body.addWidget(self.agree, 0, Qt.AlignmentFlag.AlignLeft)
        self._show()

    def show_details(self, details: Mapping[str, str]) -> None:
        """Show what is kept without saying so."""
        for key, line in self.lines.items():
            line.set_text(details.get(SIZE + key, ""))
        self.goods.set_values((details.get(SIZE + "goods", ""),))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields in two lines where four do not fit side by side."""
        super().resizeEvent(event)
        self._arrange(2 if event.size().width() < theme().px(NARROW) else 4)

    def _arrange(self, across: int) -> None:
        for index, line in enumerate(self.lines.values()):
            self._grid.addWidget(line, index // across, index % across, Qt.AlignmentFlag.AlignTop)

    def _on_typed(self, key: str, text: str) -> None:
        self.edited.emit(SIZE + key, text)
        if key == "mass":
            mass = number_of(text)
            self.weighed.emit(float(mass * 1000) if mass else 0.0)
        self._show()

    def _on_goods(self) -> None:
        self.edited.emit(SIZE + "goods", self.goods.value())
        self._show()

    def _show(self) -> None:
        sides = [number_of(self.lines[key].text()) for key in _SIDES]
        mass = number_of(self.lines["mass"].text())
        for line in self.lines.values():
            wrong = bool(line.text()) and not number_of(line.text())
            line.show_problem(self.tr("请填大于 0 的数") if wrong else "")
        self.agree.hide()
        known = [side for side in sides if side]
        self.result.setVisible(len(known) == len(_SIDES) and bool(mass))
        if len(known) < len(_SIDES) or not mass:
            return
        self._judge(known[0] * known[1] * known[2], mass * 1000)

    def _judge(self, volume: Decimal, grams: Decimal) -> None:
        lang, declared = language().code, self.goods.value()
        if volume >= MOST_CM3:
            self.result.setText(too_large_words(lang))
            return
        found = weigh(self._table, volume, grams, declared)
        self.result.setText("\n".join(weighed_words(found, self._table, declared, lang)))
        if found.odd is not None:
            self._answer = "yes" if found.odd else "no"
            self.agree.set_words(self.tr("按此回答「小而沉」") if found.odd else self.tr("按此回答「不沉」"))
            self.agree.show()
