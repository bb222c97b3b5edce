"""A short word on a soft coloured ground."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, set_property


class Pill(QFrame):
    """A state in a word; tones: accent, ok, warn, danger, plum, gold, slate."""

    def __init__(self, text: str = "", tone: str = "slate", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pill")
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(28))
        self.label = label(text, "pill", tone, wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(14), 0, theme().px(14), 0)
        row.addWidget(self.label)
        self.setAccessibleName(text)

    def show_state(self, text: str, tone: str) -> None:
        """Show another word and tone."""
        self.label.setText(text)
        self.setAccessibleName(text)
        set_property(self, "tone", tone)
        set_property(self.label, "tone", tone)
