"""Payments, one a line: how, how much, by whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.alert.numbers import Unreadable, parse_amount
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.checklist.tx import METHODS, PAYERS
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.button import Button
from redflags import Text

MOST = 20


class _PaymentRow(QWidget):
    """One payment; `changed` when a person changed it, `dropped` when it is to go."""

    changed = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.method = _combo(self.tr("方式"), METHODS)
        self.payer = _combo(self.tr("谁付的"), PAYERS)
        self.amount = QLineEdit()
        self.amount.setPlaceholderText(self.tr("金额"))
        self.amount.setAccessibleName(self.tr("这笔的金额"))
        self.problem = label("", "faint", "danger")
        self.problem.hide()
        drop = Button("", "ghost", "x", name=self.tr("删掉这笔"))
        drop.clicked.connect(self.dropped)
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        for part, stretch in ((self.method, 2), (self.amount, 2), (self.payer, 3)):
            row.addWidget(part, stretch)
        row.addWidget(drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addLayout(row)
        column.addWidget(self.problem)
        self.method.activated.connect(lambda _index: self.changed.emit())
        self.payer.activated.connect(lambda _index: self.changed.emit())
        self.amount.textEdited.connect(lambda _text: self.changed.emit())

    def show_payment(self, payment: dict[str, object]) -> None:
        """Show a kept payment."""
        for combo, key in ((self.method, "method"), (self.payer, "payer")):
            combo.setCurrentIndex(max(0, combo.findData(payment.get(key))))
        amount = payment.get("amount_cny")
        self.amount.setText(f"{amount:.15g}" if isinstance(amount, (int, float)) else "")

    def payment(self) -> dict[str, object]:
        """Return what is known of it; an amount that cannot be read is left out and said so."""
        result: dict[str, object] = {
            key: combo.currentData()
            for combo, key in ((self.method, "method"), (self.payer, "payer"))
            if combo.currentData()
        }
        sentence = ""
        if self.amount.text().strip():
            try:
                fen = parse_amount(self.amount.text())
                result["amount_cny"] = fen // 100 if fen % 100 == 0 else fen / 100
            except Unreadable as wrong:
                sentence = language().pick(wrong.zh, wrong.en)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        set_property(self.amount, "invalid", "true" if sentence else "false")
        return result


class PaymentRows(QWidget):
    """All payments of one purchase; `changed` with the list in the engine's form."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[_PaymentRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme().px(8))
        self.add_button = Button(self.tr("加一笔付款"), "secondary", "plus")
        self.add_button.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addLayout(self._lines)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column.addLayout(foot)

    def add(self) -> None:
        """Begin one more payment."""
        row = self._append()
        row.method.setFocus()

    def show_payments(self, payments: Sequence[object]) -> None:
        """Show the kept payments."""
        for row in self.rows:
            self._lines.removeWidget(row)
            row.deleteLater()
        self.rows = []
        for payment in payments:
            if isinstance(payment, dict):
                self._append().show_payment(payment)

    def _append(self) -> _PaymentRow:
        row = _PaymentRow()
        row.changed.connect(self._say)
        row.dropped.connect(lambda: self._drop(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        self.add_button.setEnabled(len(self.rows) < MOST)
        return row

    def _drop(self, row: _PaymentRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.add_button.setEnabled(True)
        self._say()

    def _say(self) -> None:
        payments = [payment for payment in (row.payment() for row in self.rows) if payment]
        self.changed.emit(payments or None)


def _combo(name: str, choices: tuple[tuple[str, Text], ...]) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    # As narrow as the form asks for; the list itself opens as wide as its words.
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(4)
    combo.addItem(name, "")
    for value, words in choices:
        combo.addItem(language().text(words), value)
    return combo
