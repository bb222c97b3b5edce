"""A page part that scrolls up and down only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.runtime.theme import theme

_MARGIN, _SETTLED_MS = 40, 200


class ScrollArea(QScrollArea):
    """Scrolls its `body` column vertically; nothing is ever wider than the view.

    The column is exactly as high as its words need at the view's width: Qt's own resizing takes the height of the narrowest
    wrapping instead and leaves a long empty end.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 12) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._kept: QWidget | None = None
        self._canvas = QWidget()
        self._canvas.setObjectName("canvas")
        self.body = QVBoxLayout(self._canvas)
        self.body.setContentsMargins(0, 0, 0, theme().px(16))
        self.body.setSpacing(theme().px(spacing))
        self.setWidget(self._canvas)
        self._canvas.installEventFilter(self)

    @property
    def canvas(self) -> QWidget:
        """Return the widget that is scrolled."""
        return self._canvas

    def keep_in_sight(self, widget: QWidget) -> None:
        """Scroll to a widget, and again when what was just shown or taken away above it has found its place."""
        self._kept = widget
        self.ensureWidgetVisible(widget, 0, theme().px(_MARGIN))
        QTimer.singleShot(_SETTLED_MS, self, self._let_go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the column when what is in it changes."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._canvas:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the view."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        view, edges = self.viewport().size(), self.body.contentsMargins()
        # Beside the bar there is air; without it the column ends where what stands above it ends.
        beside = theme().px(8) if self.verticalScrollBar().isVisible() else 0
        if edges.right() in (0, theme().px(8)) and edges.right() != beside:
            edges.setRight(beside)
            self.body.setContentsMargins(edges)
        wanted = self.body.totalHeightForWidth(view.width()) if self.body.hasHeightForWidth() else -1
        height = wanted if wanted >= 0 else self.body.totalSizeHint().height()
        self._canvas.resize(view.width(), max(height, view.height()))
        if self._kept is not None and isValid(self._kept) and self._kept.hasFocus():
            self.body.activate()
            self.ensureWidgetVisible(self._kept, 0, theme().px(_MARGIN))

    def _let_go(self) -> None:
        self._kept = None
