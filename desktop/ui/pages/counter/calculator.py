"""The harmless page: a calculator for gold prices and parcel density that really calculates."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.alert.numbers import Unreadable, parse_weight
from desktop.ui.pages.sign_in.gate import GatePage
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.counter.calculator import billed_weight, density, gold_total, number_of
from desktop.ui.viewmodels.register.words import typed_yuan
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine


class CalculatorPage(GatePage):
    """Two small calculators; a return field appears when asked for and gives the PIN to whoever listens."""

    pin_given = Signal(str)

    def __init__(self, parent: QWidget | None = None, parts: str = "both") -> None:
        super().__init__("", "", parent, width=860 if parts == "both" else 460)
        self.parts = parts
        self.title.setText(self.tr("柜台计算器"))
        self.subtitle.setText(
            {"gold": self.tr("金价按克算。"), "parcel": self.tr("包裹按体积和重量算。")}.get(
                parts, self.tr("金价按克算，包裹按体积和重量算。")
            )
        )
        self.price = LabelledLine(self.tr("金价（元/克）"))
        self.weight = LabelledLine(self.tr("克重（克）"))
        self.fee = LabelledLine(self.tr("工费（元/克）"))
        self.total = label("—", "display")
        self.length = LabelledLine(self.tr("长（厘米）"))
        self.width_ = LabelledLine(self.tr("宽（厘米）"))
        self.height_ = LabelledLine(self.tr("高（厘米）"))
        self.mass = LabelledLine(self.tr("重量（千克）"))
        self.parcel = label("—", "display")
        self.parcel_note = label("", "faint")
        row = QHBoxLayout()
        row.setSpacing(theme().px(18))
        gold = self._card(self.tr("金饰"), (self.price, self.weight, self.fee), self.tr("合计"), self.total)
        sides = (self.length, self.width_, self.height_, self.mass)
        box = self._card(self.tr("包裹"), sides, self.tr("计费重量"), self.parcel, self.parcel_note)
        for name, card in (("gold", gold), ("parcel", box)):
            row.addWidget(card, 1)
            if parts not in ("both", name):
                card.hide()
        self.content.addLayout(row)
        self.code = QLineEdit()
        self.code.setEchoMode(QLineEdit.EchoMode.Password)
        self.code.setAccessibleName(self.tr("编号"))
        self.code.setPlaceholderText(self.tr("编号"))
        self.code.setFixedWidth(theme().px(160))
        self.code.returnPressed.connect(self._on_code)
        self.code.hide()
        self.note = label("", "faint", wrap=False)
        self.note.hide()
        self.brand.addWidget(self.note)
        # Beside the name, where it is seen in the smallest window too.
        self.brand.addWidget(self.code)
        for field in (self.price, self.weight, self.fee):
            field.edited.connect(self._show_gold)
        for field in (self.length, self.width_, self.height_, self.mass):
            field.edited.connect(self._show_parcel)

    def start(self) -> None:
        """Show the calculators with the cursor in the first field."""
        self.code.hide()
        self.code.clear()
        self.note.hide()
        (self.length if self.parts == "parcel" else self.price).edit.setFocus()

    def show_price(self, fen_per_g: int | None, words: str) -> None:
        """Offer the shop's own price where none was typed; `words` say of which day it is."""
        self.price.show_note(words)
        if fen_per_g is not None and not self.price.text():
            self.price.set_text(typed_yuan(fen_per_g))
            self._show_gold()

    def ask_code(self, note: str = "") -> None:
        """Show the small field the PIN is typed into; `note` says in a word or two why the last one was not taken."""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.code.show()
        self.code.clear()
        self.code.setFocus()

    def _card(self, title: str, fields: tuple[LabelledLine, ...], result: str, *results: QWidget) -> Card:
        card = Card(spacing=12)
        card.body.addWidget(label(title, "heading"))
        for field in fields:
            card.body.addWidget(field)
        words = QVBoxLayout()
        words.addWidget(label(result, "faint"))
        for part in results:
            words.addWidget(part)
        card.body.addLayout(words)
        card.body.addStretch(1)
        return card

    def _show_gold(self) -> None:
        price, weight = _number(self.price), _grams(self.weight)
        fee = _number(self.fee) or Decimal(0)
        self.total.setText("—" if price is None or weight is None else f"¥ {gold_total(price, weight, fee):,.2f}")

    def _show_parcel(self) -> None:
        size = [_number(field) for field in (self.length, self.width_, self.height_)]
        mass = _number(self.mass)
        sides = [side for side in size if side]
        if len(sides) < len(size) or not mass:
            self.parcel.setText("—")
            self.parcel_note.setText("")
            return
        volume = sides[0] * sides[1] * sides[2]
        self.parcel.setText(self.tr("{kg} 千克").format(kg=f"{billed_weight(volume, mass):.2f}"))
        self.parcel_note.setText(self.tr("密度 {d} 克/立方厘米").format(d=f"{density(volume, mass):.2f}"))

    def _on_code(self) -> None:
        code = self.code.text()
        self.code.clear()
        if code:
            self.pin_given.emit(code)


def _number(field: LabelledLine) -> Decimal | None:
    return number_of(field.text())


def _grams(field: LabelledLine) -> Decimal | None:
    """Read a weight as the checklist does: 1斤, 2两, 钱 refused with its reason."""
    field.show_problem("")
    try:
        return Decimal(parse_weight(field.text())) / 1000 if field.text() else None
    except Unreadable as wrong:
        field.show_problem(language().pick(wrong.zh, wrong.en))
        return None
