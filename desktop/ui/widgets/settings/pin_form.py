"""Another PIN for the member signed in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.sign_in import pin_is_possible
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.settings.rows import buttons


class PinForm(QWidget):
    """Old PIN, new PIN, new PIN again; `submitted(old, new)` once both new ones are the same and possible."""

    submitted = Signal(str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.old = LabelledLine(self.tr("现在的口令"))
        self.new = LabelledLine(self.tr("新口令"), self.tr("4 到 8 位数字，不要告诉别人"))
        self.again = LabelledLine(self.tr("再输一遍新口令"))
        self.change = Button(self.tr("换口令"), "primary", "key-round")
        self.away = Button(self.tr("不换了"), "ghost")
        self.change.clicked.connect(self.submit)
        self.away.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        for field in (self.old, self.new, self.again):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
            field.edit.setMaxLength(8)
            field.edit.returnPressed.connect(self.submit)
            column.addWidget(field)
        column.addLayout(buttons(self.change, self.away))

    def start(self) -> None:
        """Begin with empty fields."""
        for field in (self.old, self.new, self.again):
            field.edit.clear()
            field.show_problem("")
        self.old.edit.setFocus()

    def show_problems(self, said: Sequence[tuple[str, str]]) -> None:
        """Say beside the fields what cannot be; the first of them gets the keyboard."""
        fields = {"new_pin": self.new, "pin": self.new}
        for field, sentence in said:
            fields.get(field, self.old).show_problem(sentence)
        fields.get(said[0][0], self.old).edit.setFocus()

    def submit(self) -> None:
        """Check what can be checked here and hand it over; problems stand under their fields."""
        old, new, again = self.old.text(), self.new.text(), self.again.text()
        self.old.show_problem("" if old else self.tr("请输入现在的口令。"))
        self.new.show_problem("" if pin_is_possible(new) else self.tr("口令要 4 到 8 位数字，请重填。"))
        self.again.show_problem("" if again == new else self.tr("两次口令不一样，请重填。"))
        if old and pin_is_possible(new) and again == new:
            self.submitted.emit(old, new)
