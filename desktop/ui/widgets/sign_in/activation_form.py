"""A new clerk's first sign-in: the code from the duty desk and a PIN of one's own, twice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.sign_in import pin_is_possible
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.fields import LabelledLine


class ActivationForm(QWidget):
    """Code, PIN, PIN again; `submitted(code, pin)` once both PINs are the same and possible."""

    submitted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = LabelledLine(self.tr("启用码"), self.tr("由值班台发给您本人"))
        self.pin = LabelledLine(self.tr("自己定一个口令"), self.tr("4 到 8 位数字，不要告诉别人"))
        self.again = LabelledLine(self.tr("再输一遍"))
        self.button = Button(self.tr("启用并登录"), "primary", "key-round", large=True)
        self.button.clicked.connect(self.submit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        for field in (self.code, self.pin, self.again):
            column.addWidget(field)
            field.edit.returnPressed.connect(self.submit)
        for field in (self.pin, self.again):
            field.edit.setEchoMode(QLineEdit.EchoMode.Password)
        column.addWidget(self.button)

    def start(self) -> None:
        """Begin with empty fields."""
        for field in (self.code, self.pin, self.again):
            field.edit.clear()
            field.show_problem("")
        self.code.edit.setFocus()

    def show_problems(self, said: Sequence[tuple[str, str]]) -> None:
        """Say beside the fields what cannot be; the first of them gets the keyboard."""
        fields = {"activation_code": self.code, "code": self.code, "pin": self.pin}
        for field, sentence in said:
            fields.get(field, self.code).show_problem(sentence)
        fields.get(said[0][0], self.code).edit.setFocus()

    def submit(self) -> None:
        """Check what can be checked here and hand it over; problems stand under their fields."""
        code, pin, again = self.code.text(), self.pin.text(), self.again.text()
        self.code.show_problem("" if code else self.tr("请填写值班台给您的启用码。"))
        self.pin.show_problem("" if pin_is_possible(pin) else self.tr("口令要 4 到 8 位数字，请重填。"))
        self.again.show_problem("" if again == pin else self.tr("两次口令不一样，请重填。"))
        if code and pin_is_possible(pin) and again == pin:
            self.submitted.emit(code, pin)
