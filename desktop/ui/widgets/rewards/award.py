"""A letter on cream paper or a crimson banner with gold words, painted alike on the screen and on A4."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.rewards.award import AwardWords
from desktop.ui.widgets.learn.warning_card import card_font, fitting_size

# Paper and silk keep their own colours in every theme.
_CREAM, _INK, _RED = QColor("#fdf8ec"), QColor("#33261a"), QColor("#9c1c1c")
_SILK, _SILK_EDGE, _GOLD = QColor("#a81420"), QColor("#7d0d17"), QColor("#ffd978")
_PROPORTION: Final = 297 / 210
_WRAP: Final = int(Qt.TextFlag.TextWordWrap)
_EDGE_MM: Final = 12.0


def put_award(device: QPagedPaintDevice, words: AwardWords) -> None:
    """Put it on one page of paper; any thread."""
    painter = QPainter(device)
    window = QRectF(painter.window())
    edge = window.width() * _EDGE_MM / 210
    paint_award(painter, window.adjusted(edge, edge, -edge, -edge), words)
    painter.end()


def paint_award(painter: QPainter, page: QRectF, words: AwardWords) -> None:
    """Paint it into a rectangle; words of any length fit."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if words.kind == "letter":
        _letter(painter, page, words)
    else:
        _banner(painter, page, words)


def _letter(painter: QPainter, page: QRectF, words: AwardWords) -> None:
    unit = page.width() / 100
    painter.setPen(QPen(_RED, unit * 0.5))
    painter.setBrush(_CREAM)
    painter.drawRect(page)
    painter.setPen(QPen(_RED, unit * 0.15))
    painter.drawRect(page.adjusted(1.5 * unit, 1.5 * unit, -1.5 * unit, -1.5 * unit))
    room = page.adjusted(10 * unit, 8 * unit, -10 * unit, -8 * unit)
    centre = _WRAP | int(Qt.AlignmentFlag.AlignCenter)
    _text(painter, QRectF(room.left(), room.top(), room.width(), 14 * unit), words.title, 8 * unit, _RED, centre, 700)
    dear = QRectF(room.left(), room.top() + 18 * unit, room.width(), 9 * unit)
    _text(painter, dear, words.to, 3.8 * unit, _INK, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), 600)
    foot = 16 * unit
    body = QRectF(room.left(), dear.bottom() + 2 * unit, room.width(), room.bottom() - foot - dear.bottom() - 4 * unit)
    _text(painter, body, f"\u3000\u3000{words.text}", 4.2 * unit, _INK, _WRAP)
    signed = QRectF(room.left(), room.bottom() - foot, room.width(), foot)
    right = _WRAP | int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
    _text(painter, signed, "\n".join(part for part in (words.by, words.on) if part), 3.6 * unit, _INK, right)


def _banner(painter: QPainter, page: QRectF, words: AwardWords) -> None:
    unit = page.width() / 100
    silk = page.adjusted(8 * unit, 5 * unit, -8 * unit, -12 * unit)
    painter.setPen(QPen(_SILK_EDGE, unit * 0.4))
    painter.setBrush(_SILK)
    painter.drawRect(silk)
    painter.setPen(QPen(_GOLD, unit * 0.4))
    painter.drawRect(silk.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit))
    painter.setPen(QPen(_GOLD, unit * 2))
    painter.drawLine(QPointF(page.left() + 3 * unit, silk.top()), QPointF(page.right() - 3 * unit, silk.top()))
    painter.setPen(QPen(_GOLD, unit * 0.5))
    for step in range(int(silk.width() / unit) + 1):
        x = silk.left() + step * unit
        painter.drawLine(QPointF(x, silk.bottom()), QPointF(x, silk.bottom() + 6 * unit))
    room = silk.adjusted(8 * unit, 8 * unit, -8 * unit, -8 * unit)
    centre = _WRAP | int(Qt.AlignmentFlag.AlignCenter)
    _text(painter, QRectF(room.left(), room.top(), room.width(), 12 * unit), words.to, 5 * unit, _GOLD, centre, 600)
    body = room.adjusted(0, 15 * unit, 0, -16 * unit)
    _text(painter, body, words.text, 13 * unit, _GOLD, centre, 700)
    signed = QRectF(room.left(), room.bottom() - 12 * unit, room.width(), 12 * unit)
    _text(painter, signed, "\n".join(part for part in (words.by, words.on) if part), 4 * unit, _GOLD, centre, 500)


def _text(
    painter: QPainter, room: QRectF, text: str, most: float, color: QColor, flags: int, weight: int = 400
) -> None:
    if not text:
        return
    painter.setFont(card_font(fitting_size(painter, text, room, most, weight), weight))
    painter.setPen(color)
    painter.drawText(room, flags, text)


class AwardView(QWidget):
    """One award as large as there is room, in the proportions of A4."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: AwardWords | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme().px(320))

    def show_words(self, words: AwardWords) -> None:
        """Show an award."""
        self._words = words
        self.setAccessibleName(words.spoken)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the middle."""
        if self._words is None:
            return
        width = min(float(self.width()), self.height() / _PROPORTION)
        left = (self.width() - width) / 2
        painter = QPainter(self)
        paint_award(painter, QRectF(left, 1, width, width * _PROPORTION - 2).adjusted(2, 0, -2, 0), self._words)
        painter.end()
