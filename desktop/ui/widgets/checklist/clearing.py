"""What would clear the customer, one line each: pressed, it leads to its question."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.checklist.panel import ClearingWords
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.tile_button import TileButton

MOST: Final = 3


class ClearingLine(TileButton):
    """What to look for, what to ask in passing, and which answer would lead to which level."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, least_height=44)
        self.item = ""
        self.words, self.ask, self.level = label(""), label("", "small", "accent"), label("", "strong")
        texts = QVBoxLayout()
        texts.setSpacing(theme().px(2))
        texts.addWidget(self.words)
        texts.addWidget(self.level)
        texts.addWidget(self.ask)
        texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(8), theme().px(8), theme().px(8), theme().px(8))
        row.setSpacing(theme().px(10))
        row.addWidget(IconLabel("circle-check", "ok", 17), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.fill_done()

    def show_clearing(self, clearing: ClearingWords) -> None:
        """Show one of them."""
        self.item = clearing.item
        self.words.setText(clearing.text)
        self.ask.setText(self.tr("顺口问：{ask}").format(ask=clearing.ask))
        self.ask.setVisible(bool(clearing.ask))
        then = self.tr("是这样，就降为「{level}」") if clearing.if_so else self.tr("不是这样，就降为「{level}」")
        self.level.setText(then.format(level=clearing.level))
        self.setAccessibleName(f"{clearing.text} {self.level.text()}")


class ClearingList(QWidget):
    """`chosen(id)` leads to a question; hidden while nothing would clear the customer."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(6))
        column.addWidget(label(self.tr("弄清这些，级别会降低"), "strong"))
        self.lines = [ClearingLine() for _ in range(MOST)]
        for line in self.lines:
            line.clicked.connect(lambda _checked=False, shown=line: self.chosen.emit(shown.item))
            column.addWidget(line)

    def show_lines(self, lines: Sequence[ClearingWords]) -> None:
        """Show the first few."""
        for index, line in enumerate(self.lines):
            line.setVisible(index < len(lines))
            if index < len(lines):
                line.show_clearing(lines[index])
        self.setVisible(bool(lines))
