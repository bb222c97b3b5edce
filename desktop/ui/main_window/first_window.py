"""The window as it is painted first: nothing is loaded yet but Qt, so it is there at once; everything else comes after.

The namespace `Qt` with its hundred enumerations is not touched here: making them takes longer than the whole first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.ui.runtime.tokens import THEMES

if TYPE_CHECKING:
    from desktop.application.preference_model import Preferences

TITLE = "柜台助手"
SMALLEST = QSize(1024, 660)
"""A maximised window on a screen of 1366x768 under a title bar and a task bar has 680 lines and a few more."""
COMFORTABLE = QSize(1280, 832)
_FRAME = QSize(16, 40)
"""What title bar and edges add, at most."""
_MARK_PX, _LINE_PX, _GAP_PX = 56, 8, 18
_MIDDLE_GREY = 128
_LINES = (180, 120)
"""Widths of the lines under the mark, at 100 %."""
_NEVER_PAINTED_MS = 1_000
"""A window that starts minimised is not painted at all; it must not wait for that."""


class FirstPicture(QWidget):
    """The app's mark and two empty lines in the middle of the page; `painted` once it was really on the screen.

    No words and no painting by hand: the page that takes this one's place a moment later says the words, and coloured
    pieces are painted by Qt alone.
    """

    painted = Signal()

    def __init__(self, kept: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dark = kept.theme == "dark" or (kept.theme == "system" and _system_is_dark())
        colors = THEMES["dark" if dark else "light"]
        self._scale = kept.text_percent / 100
        self._was_painted = False
        _fill(self, colors["bg"])
        self._pieces = [(QWidget(self), length) for length in (_MARK_PX, *_LINES)]
        for (piece, _length), token in zip(self._pieces, ("accent_fill", "sunken", "sunken"), strict=True):
            _fill(piece, colors[token])
        self.setAccessibleName({"zh": "正在打开…", "en": "Opening…"}[kept.language])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pieces in the middle."""
        super().resizeEvent(event)
        middle, top = self.rect().center().x(), self.rect().center().y() - self._px(_MARK_PX)
        for piece, length in self._pieces:
            height = length if length == _MARK_PX else _LINE_PX
            piece.setGeometry(middle - self._px(length) // 2, top, self._px(length), self._px(height))
            top += self._px(height + _GAP_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say that it was painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def _px(self, length: int) -> int:
        return round(length * self._scale)


def _fill(widget: QWidget, color: str) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(color))
    widget.setPalette(palette)
    widget.setAutoFillBackground(True)


def _system_is_dark() -> bool:
    return QGuiApplication.palette().window().color().lightness() < _MIDDLE_GREY


class FirstWindow(QMainWindow):
    """Title, size and the first picture; `seen` once, when it is on the screen and everything else may be loaded."""

    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(SMALLEST)
        self.resize(COMFORTABLE)
        self._was_seen = False

    def show_fitting(self) -> None:
        """Show the window in its own size; on a screen that has no room for it, as large as the screen."""
        room, wanted = self.screen().availableSize(), COMFORTABLE + _FRAME
        if room.width() < wanted.width() or room.height() < wanted.height():
            self.showMaximized()
        else:
            self.show()

    def show_picture(self, kept: Preferences) -> None:
        """Put the first picture into the window."""
        picture = FirstPicture(kept)
        picture.painted.connect(self._on_painted)
        self.setCentralWidget(picture)
        QTimer.singleShot(_NEVER_PAINTED_MS, self, self._on_painted)

    def _on_painted(self) -> None:
        if not self._was_seen:
            self._was_seen = True
            self.seen.emit()
