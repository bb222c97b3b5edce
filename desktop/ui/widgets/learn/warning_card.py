"""A card for the customer, painted: the same drawing on the clerk's page, full screen, and on paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.runtime.theme import FAMILIES, theme
from desktop.ui.runtime.tokens import LIGHT
from desktop.ui.viewmodels.learn.customer_card import CardWords

# The customer's side has one look, light, whatever the clerk prefers: it is read from afar and printed on white paper.
PAPER, BAND, INK, QUIET = LIGHT["surface"], LIGHT["rail_bottom"], LIGHT["text"], LIGHT["text_2"]
ON_BAND, MARK = LIGHT["rail_text_strong"], LIGHT["rail_warn"]
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_MIDDLE = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
BAND_SHARE, FOOT_SHARE = 0.22, 0.2


def card_font(size: float, weight: int = QFont.Weight.Normal) -> QFont:
    """Return the customer's font at a size in the painter's own pixels."""
    font = QFont(FAMILIES)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    return font


def fitting_size(painter: QPainter, text: str, room: QRectF, most: float, weight: int) -> float:
    """Return the largest pixel size up to `most` at which the wrapped text stays inside `room`."""
    low, high = 1.0, max(1.0, most)
    for _turn in range(12):
        middle = (low + high) / 2
        device = painter.device()
        metrics = QFontMetricsF(card_font(middle, weight), device)
        needed = metrics.boundingRect(QRectF(0, 0, room.width(), 1e6), _WRAP, text)
        fits = needed.height() <= room.height() and needed.width() <= room.width()
        low, high = (middle, high) if fits else (low, middle)
    return low


def paint_card(painter: QPainter, rect: QRectF, words: CardWords, *, radius: float = 0.0) -> None:
    """Draw the card into a rectangle of the painter: band with the headline, the words as large as they fit, the foot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    painter.setClipPath(shape)
    painter.fillRect(rect, QColor(PAPER))
    edge = min(rect.width(), rect.height()) * 0.07
    band = QRectF(rect.left(), rect.top(), rect.width(), rect.height() * BAND_SHARE)
    foot_height = rect.height() * FOOT_SHARE if words.foot else 0.0
    foot = QRectF(rect.left(), rect.bottom() - foot_height, rect.width(), foot_height)
    painter.fillRect(band, QColor(BAND))
    painter.fillRect(QRectF(rect.left(), band.bottom(), rect.width(), rect.height() * 0.012), QColor(MARK))
    _write(
        painter, band.adjusted(edge, edge * 0.4, -edge, -edge * 0.4), words.headline, ON_BAND, 700, band.height() * 0.44
    )
    middle = QRectF(rect.left(), band.bottom(), rect.width(), foot.top() - band.bottom())
    inner = middle.adjusted(edge, edge * 0.9, -edge, -edge * 0.5)
    _write(painter, inner, words.text, INK, 500, rect.height() * 0.115)
    if words.foot:
        _paint_foot(painter, foot, edge, words)
    painter.restore()


def _paint_foot(painter: QPainter, foot: QRectF, edge: float, words: CardWords) -> None:
    painter.fillRect(foot, QColor(LIGHT["bg"]))
    inner = foot.adjusted(edge, foot.height() * 0.12, -edge, -foot.height() * 0.12)
    half = inner.height() / 2
    _write(painter, QRectF(inner.left(), inner.top(), inner.width(), half), words.foot, INK, 700, half * 0.56)
    second = QRectF(inner.left(), inner.top() + half, inner.width(), half)
    _write(painter, second, words.urgent, QUIET, 400, half * 0.5)


def _write(painter: QPainter, room: QRectF, text: str, color: str, weight: int, most: float) -> None:
    size = fitting_size(painter, text, room, most, weight)
    painter.setFont(card_font(size, weight))
    painter.setPen(QColor(color))
    painter.drawText(room, _MIDDLE, text)


class WarningCardView(QWidget):
    """Shows one card as large as it may be in a 16:10 frame; `frame` False fills the widget."""

    def __init__(self, parent: QWidget | None = None, *, frame: bool = True, width: int = 400) -> None:
        super().__init__(parent)
        self._words: CardWords | None = None
        self._frame, self._width = frame, width
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(frame)
        self.setSizePolicy(policy)

    def show_words(self, words: CardWords) -> None:
        """Show a card."""
        self._words = words
        self.setAccessibleName(words.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a 16:10 size."""
        width = theme().px(self._width)
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Return the height of a 16:10 card."""
        return round(width * 10 / 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card."""
        if self._words is None:
            return
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._frame:
            width = min(rect.width(), rect.height() * 1.6) - 2
            size = QRectF(0, 0, width, width / 1.6)
            size.moveCenter(QPointF(rect.center()))
            paint_card(painter, size, self._words, radius=theme().px(12))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme().color("border_strong"))
            painter.drawRoundedRect(size, theme().px(12), theme().px(12))
        else:
            paint_card(painter, rect, self._words)
        painter.end()
