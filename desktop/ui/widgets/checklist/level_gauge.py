"""The half circle that shows the level in a word, with four calm bands."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.runtime.theme import theme

_BANDS = ("ok_fill", "accent_fill", "warn_fill", "plum_fill")
_GAP_DEGREES = 2.5


class LevelGauge(QWidget):
    """Bands up to the hand are coloured, the rest is pale; the word stands large in the middle, the points small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._points, self._position, self._rank = "", "", 0.0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size at 100 %: 240 by 140."""
        return QSize(theme().px(220), theme().px(138))

    def show_level(self, word: str, points: str, position: float, rank: int) -> None:
        """Show a level's word and points; `position` is 0 to 1, `rank` 0 to 3 picks the colour of the hand."""
        self._word, self._points, self._position, self._rank = word, points, position, rank
        self.setAccessibleName(f"{word} {points}".strip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bands, hand, word and points."""
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = look.px(15)
        radius = min(self.width() / 2 - width, self.height() - look.px(18) - width / 2)
        centre = QPointF(self.width() / 2, radius + width)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        hand = 180 * self._position
        for index, token in enumerate(_BANDS):
            start, end = index * 45 + _GAP_DEGREES / 2, (index + 1) * 45 - _GAP_DEGREES / 2
            self._arc(painter, box, start, end, "track", width)
            if hand > start:
                self._arc(painter, box, start, min(end, hand), token, width)
        self._hand(painter, centre, radius, hand, width)
        painter.setPen(look.color("text"))
        painter.setFont(look.font(34, QFont.Weight.Bold))
        area = QRectF(box.left(), centre.y() - radius * 0.62, box.width(), radius * 0.5)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._word)
        painter.setPen(look.color("text_3"))
        painter.setFont(look.font(13))
        painter.drawText(
            QRectF(box.left(), centre.y() - look.px(22), box.width(), look.px(22)),
            Qt.AlignmentFlag.AlignCenter,
            self._points,
        )
        painter.end()

    def _arc(self, painter: QPainter, box: QRectF, start: float, end: float, token: str, width: int) -> None:
        pen = QPen(theme().color(token), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, round((180 - start) * 16), round(-(end - start) * 16))

    def _hand(self, painter: QPainter, centre: QPointF, radius: float, degrees: float, width: int) -> None:
        angle = math.radians(180 - degrees)
        spot = QPointF(centre.x() + radius * math.cos(angle), centre.y() - radius * math.sin(angle))
        painter.setPen(QPen(theme().color("surface"), theme().px(3)))
        painter.setBrush(theme().color(_BANDS[self._rank]))
        painter.drawEllipse(spot, width * 0.68, width * 0.68)
        painter.setBrush(Qt.BrushStyle.NoBrush)
