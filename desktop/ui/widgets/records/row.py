"""Paints one record as a card: icon, title, progress, amount and pill, at any text size and width."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.application.read_models import RecordRow
from desktop.ui.runtime.error_text import Lang
from desktop.ui.runtime.icons import paint_icon
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.row import DOTS, RowWords, row_words
from desktop.ui.viewmodels.records.table import ROW_ROLE
from desktop.ui.widgets.step_dots import paint_step_dots

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecordRowDelegate(QStyledItemDelegate):
    """Draws cards; a row still being fetched is drawn as grey bars in the same places."""

    def __init__(self, now: Callable[[], datetime], lang: Lang, amount_caption: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now
        self._lang = lang
        self._amount_caption = amount_caption

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the same height for every row, gap included."""
        return QSize(theme().px(480), self.row_height())

    def row_height(self) -> int:
        """Return the height of a row with the gap under it, in pixels."""
        return theme().px(86) + theme().px(10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        state: QStyle.StateFlag = option.state
        rect = QRectF(option.rect).adjusted(2, 2, -2, -theme().px(10) + 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter, rect, state)
        row = index.data(ROW_ROLE)
        inner = rect.adjusted(theme().px(16), 0, -theme().px(16), 0)
        if isinstance(row, RecordRow):
            self._paint_row(painter, inner, row_words(row, self._now(), self._lang))
        else:
            self._paint_blank(painter, inner)
        painter.restore()

    def _paint_card(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        strong = focused or selected
        edge = theme().color("focus" if strong else ("border_strong" if hovered else "border"))
        painter.setPen(QPen(edge, 2 if strong else 1))
        painter.setBrush(theme().color("hover" if hovered and not strong else "surface"))
        painter.drawRoundedRect(rect, theme().px(12), theme().px(12))

    def _paint_row(self, painter: QPainter, rect: QRectF, words: RowWords) -> None:
        side = theme().px(46)
        tile = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(f"{words.tone}_soft"))
        painter.drawRoundedRect(tile, theme().px(10), theme().px(10))
        inset = side * 0.26
        paint_icon(painter, tile.adjusted(inset, inset, -inset, -inset), words.icon, words.tone)
        pill = self._paint_pill(painter, rect, words)
        right = min(pill.left(), rect.right() - theme().px(92)) - theme().px(16)
        columns = self._columns(rect, right)
        if columns["amount"]:
            area = QRectF(right - columns["amount"], rect.top(), columns["amount"], rect.height())
            self._two_lines(painter, area, words.amount, self._amount_caption, _RIGHT, 15)
            right = area.left() - theme().px(16)
        if columns["progress"]:
            area = QRectF(right - columns["progress"], rect.top(), columns["progress"], rect.height())
            self._paint_progress(painter, area, words)
            right = area.left() - theme().px(20)
        left = tile.right() + theme().px(16)
        text = QRectF(left, rect.top(), right - left, rect.height())
        below = words.meta if columns["progress"] else f"{words.status} · {words.meta}"
        self._two_lines(painter, text, words.title, below, _LEFT, 16)

    def _columns(self, rect: QRectF, right: float) -> dict[str, float]:
        """Give up the amount, then the progress, when the title would have less than its share."""
        amount, progress = float(theme().px(116)), float(theme().px(176))
        title = theme().px(230)
        room = right - rect.left() - theme().px(46 + 16)
        if room - amount - progress - theme().px(36) >= title:
            return {"amount": amount, "progress": progress}
        if room - progress - theme().px(20) >= title:
            return {"amount": 0.0, "progress": progress}
        return {"amount": amount if room - amount - theme().px(16) >= title else 0.0, "progress": 0.0}

    def _paint_pill(self, painter: QPainter, rect: QRectF, words: RowWords) -> QRectF:
        font = theme().font(13, QFont.Weight.DemiBold)
        width = max(QFontMetricsF(font).horizontalAdvance(words.pill) + theme().px(26), theme().px(76))
        height = theme().px(28)
        pill = QRectF(rect.right() - width, rect.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(f"{words.tone}_soft"))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(theme().color(words.tone))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words.pill)
        return pill

    def _paint_progress(self, painter: QPainter, rect: QRectF, words: RowWords) -> None:
        middle = rect.center().y()
        dots = QRectF(rect.left(), middle - theme().px(23), theme().px(132), theme().px(20))
        paint_step_dots(painter, dots, DOTS, words.reached, "slate" if words.tone == "slate" else f"{words.tone}_fill")
        painter.setFont(theme().font(13))
        painter.setPen(theme().color("text_2"))
        line = QRectF(rect.left(), middle + theme().px(3), rect.width(), theme().px(22))
        self._elided(painter, line, words.status, _LEFT)

    def _two_lines(
        self, painter: QPainter, rect: QRectF, upper: str, lower: str, flags: Qt.AlignmentFlag, size: int
    ) -> None:
        middle = rect.center().y()
        painter.setFont(theme().font(size, QFont.Weight.DemiBold))
        painter.setPen(theme().color("text"))
        self._elided(painter, QRectF(rect.left(), middle - theme().px(26), rect.width(), theme().px(26)), upper, flags)
        painter.setFont(theme().font(13))
        painter.setPen(theme().color("text_3"))
        self._elided(painter, QRectF(rect.left(), middle + theme().px(3), rect.width(), theme().px(22)), lower, flags)

    def _elided(self, painter: QPainter, rect: QRectF, text: str, flags: Qt.AlignmentFlag) -> None:
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, flags, shown)

    def _paint_blank(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("sunken"))
        middle, side = rect.center().y(), theme().px(46)
        painter.drawRoundedRect(QRectF(rect.left(), middle - side / 2, side, side), theme().px(10), theme().px(10))
        for share, offset, height in ((0.42, -18, 14), (0.26, 8, 11)):
            left = QPointF(rect.left() + side + theme().px(16), middle + theme().px(offset))
            painter.drawRoundedRect(QRectF(left.x(), left.y(), rect.width() * share, theme().px(height)), 5, 5)
