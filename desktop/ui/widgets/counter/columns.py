"""What is open and what is not filled in yet, side by side; what could not be read is not called empty."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.error_text import Lang
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.counter.draft_list import DraftList
from desktop.ui.widgets.counter.open_list import OpenList


class CounterColumns(QWidget):
    """Holds both lists, each under its title."""

    def __init__(self, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open, self.drafts = OpenList(lang), DraftList()
        self._holders = QWidget(), QWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(20))
        titles = self.tr("正在办的"), self.tr("没填完的")
        for holder, title, inner in zip(self._holders, titles, (self.open, self.drafts), strict=True):
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme().px(10))
            column.addWidget(label(title, "heading"))
            column.addWidget(inner)
            column.addStretch(1)
            row.addWidget(holder, 1)

    def show_all(self) -> None:
        """Show both, also an empty one: it was read."""
        for holder in self._holders:
            holder.show()

    def hide_empty(self) -> None:
        """Show only what was read before."""
        for holder, some in zip(self._holders, (bool(self.open.buttons), self.drafts.some), strict=True):
            holder.setVisible(some)
