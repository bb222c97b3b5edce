"""A finger that stays: the way to a key's action for hands without a keyboard, and seen by nobody."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

HOLD_MS = 900


class HeldPress(QObject):
    """Watches one or more widgets: `held` once a press has stayed on one of them, `tapped` for a short one."""

    held = Signal()
    tapped = Signal()

    def __init__(self, *watched: QWidget) -> None:
        super().__init__(watched[0])
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOLD_MS)
        self._timer.timeout.connect(self.held)
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count from the press; a finger that leaves or lifts ends it."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.LeftButton:
                self._timer.start()
                # Taken here: an ignored press would be given to the parent, and its release with it.
                return True
        elif kind == QEvent.Type.MouseButtonRelease and self._timer.isActive():
            self._timer.stop()
            self.tapped.emit()
            return True
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            if not watched.rect().contains(event.position().toPoint()):
                self._timer.stop()
        elif kind == QEvent.Type.Hide:
            self._timer.stop()
        return super().eventFilter(watched, event)
