"""One choice out of few: segmented switch and rows of touch chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.flow_layout import FlowLayout

Choice = tuple[str, str]
"""(value, words)"""


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


class ChoiceChips(QWidget):
    """Chips that wrap to as many lines as needed; one or many may be chosen; `changed` only when a person did it."""

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
        flow = FlowLayout(spacing=theme().px(8))
        column.addLayout(flow)
        for value, words in choices:
            button = Button(words, "choice", checkable=True, name=f"{name}:{words}")
            button.clicked.connect(lambda checked=False, v=value: self._on_clicked(v, checked))
            self._buttons[value] = button
            flow.addWidget(button)

    def button(self, value: str) -> Button:
        """Return the chip of one value."""
        return self._buttons[value]

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

    def _on_clicked(self, value: str, checked: bool) -> None:
        if checked and not self._many:
            self.set_values((value,))
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move among the chips."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        current = next((i for i, b in enumerate(buttons) if b.hasFocus()), None)
        if step is None or current is None:
            super().keyPressEvent(event)
            return
        buttons[(current + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
