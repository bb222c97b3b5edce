"""One figure with its name and a word of context."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconTile


class StatTile(Card):
    """An icon, a caption, a figure in large type and one line under it."""

    def __init__(self, icon_name: str, tone: str, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, spacing=0)
        self.caption = label(caption, "faint")
        self.figure = label("—", "big", wrap=False)
        self.note = label("", "faint")
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        for part in (self.caption, self.figure, self.note):
            words.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(theme().px(14))
        row.addWidget(IconTile(icon_name, tone))
        row.addLayout(words, 1)
        self.body.addLayout(row)

    def show_figure(self, figure: str, note: str = "") -> None:
        """Show a figure and the line under it."""
        self.figure.setText(figure)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.setAccessibleName(f"{self.caption.text()} {figure} {note}".strip())
