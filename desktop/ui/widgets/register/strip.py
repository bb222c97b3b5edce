"""The shop's own register beside a sale's facts: look a customer up, or write the sale down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.flow_layout import FlowLayout


class RegisterStrip(Card):
    """`looked_up(typed)` on the button or Enter; `write_asked(typed)` to write this sale into the register."""

    looked_up = Signal(str)
    write_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16)
        self.line = LabelledLine(self.tr("查本店登记"), "", self.tr("证件号码或手机号"))
        self.look = Button(self.tr("查一查"), "secondary", "search")
        self.write = Button(self.tr("记入登记"), "secondary", "scroll-text")
        self.body.addWidget(self.line)
        row = FlowLayout(spacing=theme().px(10))
        for button in (self.look, self.write):
            row.addWidget(button)
        self.body.addLayout(row)
        self.look.clicked.connect(self._look_up)
        self.line.edit.returnPressed.connect(self._look_up)
        self.line.edited.connect(lambda _text: self.line.show_problem(""))
        self.write.clicked.connect(lambda: self.write_asked.emit(self.line.text()))

    def _look_up(self) -> None:
        if self.line.text():
            self.looked_up.emit(self.line.text())
