"""The list of sections at the left of the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.button import Button

Entry = tuple[str, str, str]
"""(key, words, icon)"""


class SectionList(QFrame):
    """One button a section; up and down go to the one before and after and show it."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sectionList")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        for key, words, icon_name in entries:
            button = Button("  " + words, "section", icon_name, checkable=True, name=words)
            button.clicked.connect(lambda _checked=False, k=key: self.chosen.emit(k))
            self._group.addButton(button)
            self.buttons[key] = button
            column.addWidget(button)
        column.addStretch(1)

    def set_compact(self, compact: bool) -> None:
        """Show icons only, or icons and words."""
        for button in self.buttons.values():
            words = "" if compact else "  " + button.accessibleName()
            if button.text() != words:
                button.setText(words)
                button.setToolTip(button.accessibleName() if compact else "")

    def light(self, key: str) -> None:
        """Show a section as the current one."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def focus(self, key: str) -> None:
        """Give the keyboard to a section's button."""
        self.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        keys = list(self.buttons)
        current = next((key for key, button in self.buttons.items() if button.hasFocus()), None)
        if step is None or current is None:
            super().keyPressEvent(event)
            return
        wanted = keys[min(max(keys.index(current) + step, 0), len(keys) - 1)]
        self.focus(wanted)
        self.chosen.emit(wanted)
