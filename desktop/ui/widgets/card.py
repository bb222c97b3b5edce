"""A rounded surface with a border."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import set_property


class Card(QFrame):
    """A surface things lie on; `tone` colours it softly, `edge` only its border (accent, warn, danger, current)."""

    def __init__(self, parent: QWidget | None = None, *, tone: str = "", padding: int = 20, spacing: int = 10) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        if tone:
            self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        edge = theme().px(padding)
        self.body.setContentsMargins(edge, edge, edge, edge)
        self.body.setSpacing(theme().px(spacing))

    def set_tone(self, tone: str) -> None:
        """Colour the card softly, or not at all with an empty tone."""
        set_property(self, "tone", tone)

    def set_edge(self, edge: str) -> None:
        """Colour the border only."""
        set_property(self, "edge", edge)
