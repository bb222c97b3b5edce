"""A page part that scrolls up and down only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme


class ScrollArea(QScrollArea):
    """Scrolls its `body` column vertically; nothing is ever wider than the view."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 12) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self.body = QVBoxLayout(canvas)
        self.body.setContentsMargins(0, 0, theme().px(8), theme().px(16))
        self.body.setSpacing(theme().px(spacing))
        self.setWidget(canvas)
