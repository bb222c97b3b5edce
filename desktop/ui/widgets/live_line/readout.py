"""The text to read aloud on the phone: large, short lines, nothing on it that a customer would stare at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconTile


class ReadoutCard(Card):
    """Shows what an operator asks in the order they ask it; a screen reader gets it as one text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=20, spacing=14)
        self.setObjectName("card")
        head = QHBoxLayout()
        head.setSpacing(theme().px(14))
        head.addWidget(IconTile("phone", "accent", 44), 0, Qt.AlignmentFlag.AlignTop)
        self.number = label("110", "display", wrap=False)
        head.addWidget(self.number)
        head.addWidget(label(self.tr("接通后照着念，声音放平常"), "muted"), 1)
        self.body.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(10))
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show (label, sentence) pairs."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        clear_layout(self._grid)
        for row, (name, sentence) in enumerate(self._shown):
            self._grid.addWidget(label(name, "muted", wrap=False), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(label(sentence, "big"), row, 1)
        self.setAccessibleName(self.tr("打 110 时念的话"))
        self.setAccessibleDescription("; ".join(f"{name} {sentence}" for name, sentence in self._shown))
