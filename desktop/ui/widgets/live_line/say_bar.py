"""The line at the foot of the page: one more fact, a correction, or taking the alert back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.choices import Segmented

FACT, CORRECT, WITHDRAW = "fact", "correction", "withdrawal"


class SayBar(QWidget):
    """Emits `fact(text)`, `correction(number, text)` or `withdrawal(reason)`; Enter sends, Esc goes back to a plain fact."""

    fact = Signal(str)
    correction = Signal(int, str)
    withdrawal = Signal(str)

    def __init__(self, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = Segmented(
            [
                (FACT, self.tr("补充"), ""),
                (CORRECT, self.tr("更正"), ""),
                (WITHDRAW, self.tr("撤回"), ""),
            ],
            self.tr("要做什么"),
        )
        self.kinds.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.kinds.chosen.connect(self.show_kind)
        self.target = QComboBox()
        self.target.setAccessibleName(self.tr("更正哪一条"))
        self.target.setMinimumHeight(theme().px(44))
        self.hint = label("", "faint")
        self.edit = QLineEdit()
        self.edit.setMaxLength(longest)
        self.edit.returnPressed.connect(self._on_send)
        self.send = Button(self.tr("补充"), "primary", "send")
        self.send.clicked.connect(self._on_send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().px(12), 0, theme().px(14))
        column.setSpacing(theme().px(8))
        above, row = QHBoxLayout(), QHBoxLayout()
        for line in (above, row):
            line.setSpacing(theme().px(12))
            column.addLayout(line)
        above.addWidget(self.kinds)
        above.addWidget(self.target)
        above.addWidget(self.hint, 1)
        above.addStretch()
        row.addWidget(self.edit, 1)
        row.addWidget(self.send)
        self.problem = label("", "small", "danger")
        self.problem.hide()
        column.addWidget(self.problem)
        self.edit.textEdited.connect(lambda _text: self.show_problem(""))
        self._withdrawn = False
        self.kinds.set_value(FACT)
        self._dress(FACT)

    def show_problem(self, sentence: str) -> None:
        """Say under the line why it did not go; what was typed stays, and the keyboard is there. Empty takes it away."""
        set_property(self.edit, "invalid", "true" if sentence else "false")
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence:
            self.edit.setFocus()

    def show_targets(self, targets: Sequence[tuple[int, str]]) -> None:
        """Offer these to be corrected; what was chosen stays chosen."""
        known = [(self.target.itemData(index), self.target.itemText(index)) for index in range(self.target.count())]
        if known == list(targets):
            return
        # While nobody is choosing, the newest line is the likeliest to need it.
        chosen = self.target.currentData() if self.kinds.value() == CORRECT else None
        self.target.clear()
        for number, words in targets:
            self.target.addItem(words, number)
        self.target.setCurrentIndex(max(0, self.target.findData(chosen)))

    def show_withdrawn(self, *, withdrawn: bool) -> None:
        """After a withdrawal only facts can follow."""
        self._withdrawn = withdrawn
        self.kinds.setVisible(not withdrawn)
        if withdrawn and self.kinds.value() != FACT:
            self.show_kind(FACT)

    def show_kind(self, kind: str) -> None:
        """Get ready for one of the three, and wait for words."""
        self.kinds.set_value(kind)
        self.show_problem("")
        self._dress(kind)
        self.edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to a plain fact."""
        if event.key() == Qt.Key.Key_Escape and self.kinds.value() != FACT:
            self.show_kind(FACT)
            return
        super().keyPressEvent(event)

    def _dress(self, kind: str) -> None:
        words = {
            FACT: (self.tr("补充"), self.tr("补充一句"), self.tr("补充一句，例如车牌、去向、新的情况"), ""),
            CORRECT: (
                self.tr("更正"),
                self.tr("更正的内容"),
                self.tr("写下正确的内容"),
                self.tr("原来的一条和更正都会留着，警方两条都看得到。"),
            ),
            WITHDRAW: (
                self.tr("撤回"),
                self.tr("撤回的原因"),
                self.tr("为什么撤回，例如弄错了人"),
                self.tr("撤回后警方仍会核实，由民警决定是否结束；之后只能再补充情况。"),
            ),
        }
        button, name, hint, note = words[kind]
        self.send.set_words(button)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(hint)
        self.hint.setText(note)
        if note:
            self.hint.show()
        else:
            self.hint.hide()
        if kind == CORRECT:
            self.target.show()
        else:
            self.target.hide()

    def _on_send(self) -> None:
        text, kind = self.edit.text().strip(), self.kinds.value()
        if not text or not self.send.isEnabled():
            self.edit.setFocus()
            return
        self.show_problem("")
        if kind == CORRECT:
            self.correction.emit(int(self.target.currentData() or 0), text)
        elif kind == WITHDRAW:
            self.withdrawal.emit(text)
        else:
            self.fact.emit(text)
