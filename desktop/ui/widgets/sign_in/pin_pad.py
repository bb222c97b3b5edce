"""Entering a PIN by touch and by keyboard, shown as dots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.button import Button

MOST = 8
LEAST = 4
_ROWS = ("123", "456", "789")


class PinDots(QWidget):
    """As many filled dots as digits were entered, never the digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def sizeHint(self) -> QSize:
        """Return room for eight dots."""
        return QSize(theme().px(220), theme().px(28))

    def show_count(self, count: int) -> None:
        """Fill `count` dots."""
        self._count = count
        self.setAccessibleName(self.tr("口令输入了 {n} 位").format(n=count))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw at least four places, and one more for each further digit."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places, gap = max(LEAST, self._count), look.px(24)
        left = self.width() / 2 - (places - 1) * gap / 2
        for index in range(places):
            filled = index < self._count
            painter.setPen(QPen(look.color("accent" if filled else "control"), look.px(2)))
            painter.setBrush(look.color("accent") if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(left + index * gap, QRectF(self.rect()).center().y()), look.px(6), look.px(6))
        painter.end()


class PinPad(QWidget):
    """Ten keys, take-back and done; digits typed anywhere on the page may be given to it; `entered` on done."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits = ""
        self.dots = PinDots()
        self.keys: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(14))
        column.addWidget(self.dots)
        grid = QGridLayout()
        grid.setSpacing(theme().px(10))
        column.addLayout(grid)
        for row, digits in enumerate(_ROWS):
            for place, digit in enumerate(digits):
                grid.addWidget(self._key(digit), row, place)
        self.back = Button("", "key", "delete", name=self.tr("退格"))
        self.back.setProperty("square", "false")
        self.back.clicked.connect(self.take_back)
        self.done = Button("", "primary", "check", name=self.tr("登录"))
        self.done.setProperty("square", "false")
        self.done.setProperty("scale", "pad")
        self.done.clicked.connect(self.finish)
        grid.addWidget(self.back, 3, 0)
        grid.addWidget(self._key("0"), 3, 1)
        grid.addWidget(self.done, 3, 2)
        self._show()

    def add(self, digit: str) -> None:
        """Append one digit, at most eight."""
        if len(self._digits) < MOST:
            self._digits += digit
            self._show()

    def take_back(self) -> None:
        """Remove the last digit."""
        self._digits = self._digits[:-1]
        self._show()

    def clear(self) -> None:
        """Forget what was entered."""
        self._digits = ""
        self._show()

    def finish(self) -> None:
        """Hand the PIN over once it has four digits, and forget it."""
        if len(self._digits) >= LEAST:
            pin, self._digits = self._digits, ""
            self._show()
            self.entered.emit(pin)

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key typed on the page; true when it was one of ours."""
        text = event.text()
        if text.isascii() and text.isdigit():
            self.add(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits work wherever the focus is inside the pad."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def _key(self, digit: str) -> Button:
        key = Button(digit, "key", name=digit)
        key.clicked.connect(lambda: self.add(digit))
        self.keys[digit] = key
        return key

    def _show(self) -> None:
        self.dots.show_count(len(self._digits))
        self.done.setEnabled(len(self._digits) >= LEAST)
