"""The transaction facts a checklist asks for, each with the control that fits it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.alert.local_details import LONGEST
from desktop.domain.alert.numbers import Unreadable
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.checklist.tx import SHIP_FLAGS, TxField, fields_of, read_typed, shown_text
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checklist.payment_rows import PaymentRows
from desktop.ui.widgets.choices import ChoiceChips
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.reading_order import stops

_TYPED = ("amount", "amounts", "weight", "count", "text")


class TransactionForm(Card):
    """`edited(key, value, typing)`; value None when emptied. What cannot be read stays in its field with a sentence.

    `unread(key, text)` says what was typed and not understood, so that it can be kept; an empty text once it is.
    """

    edited = Signal(str, object, bool)
    unread = Signal(str, str)

    def __init__(self, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=14)
        self.lines: dict[str, LabelledLine] = {}
        self.chips: dict[str, ChoiceChips] = {}
        self.payments: PaymentRows | None = None
        fields = fields_of(keys)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(12))
        typed = [field for field in fields if field.kind in _TYPED]
        for index, field in enumerate(typed):
            grid.addWidget(self._line(field), index // 2, index % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        for field in fields:
            if field.kind not in _TYPED:
                self.body.addWidget(self._other(field))

    def show_facts(self, tx: Mapping[str, object], typed: Mapping[str, str] | None = None) -> None:
        """Show the kept facts without saying so; `typed` is what could not be read, kept as it was typed."""
        for field in fields_of(tuple(self.lines)):
            line, text = self.lines[field.key], (typed or {}).get(field.key, "")
            if tx.get(field.key) is None and text:
                line.set_text(text)
                self._read(field, text)
                continue
            line.set_text(shown_text(field, tx.get(field.key)))
            line.show_problem("")
        for key, chips in self.chips.items():
            if key == "ship_out":
                kept = tx.get(key)
                chips.set_values([k for k, v in kept.items() if v] if isinstance(kept, Mapping) else [])
            else:
                value = tx.get(key)
                chips.set_values([{True: "yes", False: "no"}.get(value, "") if isinstance(value, bool) else str(value)])
        payments = tx.get("payments")
        if self.payments is not None:
            self.payments.show_payments(payments if isinstance(payments, list) else [])

    def control(self, key: str) -> QWidget | None:
        """Return where a fact is filled in, None for one that is not among them."""
        if key in self.lines:
            return self.lines[key].edit
        part = self.payments if key == "payments" else self.chips.get(key)
        return next(iter(stops(part)), None) if part is not None else None

    def show_doubt(self, key: str, words: str) -> None:
        """Say beside a field what seems odd about it; it never keeps anything from going on."""
        line = self.lines.get(key)
        if line is not None and words:
            line.show_problem(words, "warn")

    def _line(self, field: TxField) -> LabelledLine:
        line = LabelledLine(language().text(field.label), "", language().text(field.hint))
        # More of what cannot be read is not kept either.
        line.edit.setMaxLength(LONGEST)
        line.edited.connect(lambda text, f=field: self._on_typed(f, text))
        self.lines[field.key] = line
        return line

    def _other(self, field: TxField) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        caption = language().text(field.label)
        column.addWidget(label(caption, "small"))
        if field.kind == "payments":
            self.payments = PaymentRows()
            self.payments.changed.connect(lambda value: self.edited.emit(field.key, value, True))
            column.addWidget(self.payments)
            return holder
        choices = field.choices
        if field.kind == "ship_out":
            choices = SHIP_FLAGS
        words = [(value, language().text(text)) for value, text in choices]
        if field.kind == "flag":
            words = [("yes", self.tr("是")), ("no", self.tr("否"))]
        chips = ChoiceChips(words, caption, many=field.kind == "ship_out")
        chips.changed.connect(lambda f=field, c=chips: self._on_chips(f, c))
        self.chips[field.key] = chips
        column.addWidget(chips)
        return holder

    def _on_typed(self, field: TxField, text: str) -> None:
        value, readable = self._read(field, text)
        self.unread.emit(field.key, "" if readable else text[:LONGEST])
        self.edited.emit(field.key, value, True)

    def _read(self, field: TxField, text: str) -> tuple[object | None, bool]:
        line = self.lines[field.key]
        try:
            value = read_typed(field, text)
        except Unreadable as wrong:
            line.show_problem(language().pick(wrong.zh, wrong.en))
            return None, False
        line.show_note(self._understood(field, value, text))
        return value, True

    def _understood(self, field: TxField, value: object, text: str) -> str:
        if not isinstance(value, (int, float)) or text.strip().replace(",", "").isdigit():
            return ""
        if field.kind == "amount":
            return self.tr("¥ {value}").format(value=f"{value:,}")
        return self.tr("{value} 克").format(value=f"{value:,}") if field.kind == "weight" else ""

    def _on_chips(self, field: TxField, chips: ChoiceChips) -> None:
        value: object = chips.value() or None
        if field.kind == "flag":
            value = {"yes": True, "no": False}.get(chips.value())
        elif field.kind == "ship_out":
            value = dict.fromkeys(chips.values(), True) or None
        self.edited.emit(field.key, value, False)
