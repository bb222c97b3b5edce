"""A button in a row that is one stop of Tab: arrows go to its neighbours and not out of the row, as Qt would have it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent

from desktop.ui.widgets.button import Button


class SteppedButton(Button):
    """`stepped(-1)` and `stepped(1)` on the keys of `STEPS`."""

    stepped = Signal(int)
    STEPS: ClassVar[dict[Qt.Key, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

    def bold_width(self) -> int:
        """Return the pixels of the words as they are when chosen, so that choosing neither cuts nor moves anything."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.Bold)
        return QFontMetrics(bold).horizontalAdvance(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are said, everything else is a button's."""
        step = self.STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
