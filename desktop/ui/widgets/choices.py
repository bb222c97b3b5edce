"""One choice out of few: segmented switch and rows of touch chips."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.stepped_button import SteppedButton

Choice = tuple[str, str]
"""(value, words)"""
_DIGITS = 9
_GAP = 8


class Segmented(QFrame):
    """A switch of two to four values in one bar; `chosen` only when a person changed it."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme().px(3),) * 4)
        row.setSpacing(theme().px(2))
        for value, words, icon_name in choices:
            button = Button(words, "segment", icon_name, checkable=True, name=f"{name}:{words}")
            button.clicked.connect(lambda _checked=False, v=value: self.chosen.emit(v))
            self._group.addButton(button)
            self._buttons[value] = button
            row.addWidget(button, 1)

    def set_value(self, value: str) -> None:
        """Show a value as chosen without saying so."""
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def value(self) -> str:
        """Return the chosen value, empty when none is."""
        return next((v for v, b in self._buttons.items() if b.isChecked()), "")


class _Chip(SteppedButton):
    """One choice of a row that may wrap: up and down step too."""

    STEPS: ClassVar[dict[Qt.Key, int]] = SteppedButton.STEPS | {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

    def sizeHint(self) -> QSize:
        """Have room for the bold words."""
        more = self.bold_width() - self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, more) + theme().px(2), 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be where Tab comes back to."""
        super().focusInEvent(event)
        self.stepped.emit(0)


class ChoiceChips(QWidget):
    """Chips that wrap to as many lines as needed; one or many may be chosen; `changed` only when a person did it.

    One stop of Tab: arrows move inside. A digit chooses the chip of that place; where only one may be chosen, the keyboard
    then goes on to what follows, as it does after the answer to a question.
    """

    changed = Signal()

    def __init__(
        self, choices: Sequence[Choice], name: str, parent: QWidget | None = None, *, many: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._many = many
        self._buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(spacing=theme().px(_GAP))
        column.addLayout(flow)
        for value, words in choices:
            button = _Chip(words, "choice", checkable=True, name=f"{name}:{words}")
            button.clicked.connect(lambda checked=False, v=value: self._on_clicked(v, checked))
            button.stepped.connect(lambda step, v=value: self._on_stepped(v, step))
            self._buttons[value] = button
            flow.addWidget(button)
        self._show_stop()

    def button(self, value: str) -> Button:
        """Return the chip of one value."""
        return self._buttons[value]

    def line_width(self) -> int:
        """Return how many pixels all chips need on one line."""
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        for button in shown:
            button.ensurePolished()
        return sum(button.sizeHint().width() for button in shown) + theme().px(_GAP) * max(0, len(shown) - 1)

    def values(self) -> tuple[str, ...]:
        """Return the chosen values in order."""
        return tuple(v for v, b in self._buttons.items() if b.isChecked())

    def value(self) -> str:
        """Return the one chosen value, empty when none is."""
        return next(iter(self.values()), "")

    def set_values(self, values: Sequence[str]) -> None:
        """Show these values as chosen without saying so."""
        for value, button in self._buttons.items():
            button.setChecked(value in values)
        self._show_stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses."""
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        place = event.key() - Qt.Key.Key_1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not 0 <= place < min(len(shown), _DIGITS):
            super().keyPressEvent(event)
            return
        shown[place].setFocus(Qt.FocusReason.OtherFocusReason)
        if self._many or not shown[place].isChecked():
            shown[place].click()
        if not self._many:
            self.focusNextChild()

    def _on_clicked(self, value: str, checked: bool) -> None:
        if checked and not self._many:
            self.set_values((value,))
        self._show_stop(value)
        self.changed.emit()

    def _on_stepped(self, value: str, step: int) -> None:
        if step == 0:
            self._show_stop(value)
            return
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        place = shown.index(self._buttons[value])
        shown[(place + step) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_stop(self, value: str = "") -> None:
        """Exactly one chip is a stop of Tab: the one with the keyboard, else the chosen one, else the first."""
        shown = [key for key, button in self._buttons.items() if not button.isHidden()] or list(self._buttons)
        stop = value or next((key for key in self.values() if key in shown), next(iter(shown), ""))
        for key, button in self._buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus)
