"""A row of group buttons that wraps: whom a story or a card is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.flow_layout import FlowLayout


class GroupChips(QWidget):
    """One group is chosen at a time; `chosen(group id)` when a person changed it, empty for all."""

    chosen = Signal(str)

    def __init__(self, groups: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Button] = {}
        self._flow = FlowLayout(spacing=theme().px(8))
        self.setLayout(self._flow)
        for key, words in groups:
            button = Button(words, "chip", checkable=True)
            button.clicked.connect(lambda _checked=False, k=key: self.chosen.emit(k))
            # A chosen chip is written bold: its place is as wide as that from the start.
            bold = QFontMetrics(theme().font(weight=700)).horizontalAdvance(words)
            button.setMinimumWidth(bold + 2 * theme().px(17))
            self._group.addButton(button)
            self.buttons[key] = button
            self._flow.addWidget(button)

    def choose(self, key: str) -> None:
        """Show a group as chosen without saying so."""
        self.buttons[key].setChecked(True)

    def hasHeightForWidth(self) -> bool:
        """Say no: a page would otherwise have to be as high as one chip a line."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the lines needed at this width."""
        super().resizeEvent(event)
        self.setFixedHeight(self._flow.heightForWidth(event.size().width()))
