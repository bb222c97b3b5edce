"""Twelve months as bars, painted; the highest bar sets the scale and every figure is also said in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.format import yuan


class MonthChart(QWidget):
    """Bars of fen by month; months without payment keep a thin foot so that the year reads as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme().changed.connect(self.updateGeometry)

    def set_bars(self, bars: Sequence[tuple[str, int]]) -> None:
        """Show (label, fen) pairs, oldest first."""
        self._bars = tuple(bars)
        self.setAccessibleDescription(", ".join(f"{label} {yuan(fen)}" for label, fen in self._bars if fen))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(theme().px(420), theme().px(170))

    def minimumSizeHint(self) -> QSize:
        """Return the smallest size at which labels stay readable."""
        return QSize(theme().px(300), theme().px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, their figures and their months."""
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot, head = theme().px(24), theme().px(22)
        area = QRectF(0, head, self.width(), self.height() - foot - head)
        top = max((fen for _, fen in self._bars), default=0)
        painter.setPen(QPen(theme().color("border"), 1))
        painter.drawLine(QPointF(0, area.bottom()), QPointF(self.width(), area.bottom()))
        cell = self.width() / len(self._bars)
        every = self._label_step(cell)
        for index, (label, fen) in enumerate(self._bars):
            slot = QRectF(cell * index, area.top(), cell, area.height())
            self._paint_bar(painter, slot, fen, top)
            if (len(self._bars) - 1 - index) % every == 0:
                painter.setPen(theme().color("text_3"))
                painter.setFont(theme().font(12))
                place = QRectF(slot.left() - cell, area.bottom() + theme().px(4), cell * 3, foot)
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, label)
        painter.end()

    def _paint_bar(self, painter: QPainter, slot: QRectF, fen: int, top: int) -> None:
        width = min(slot.width() * 0.56, float(theme().px(34)))
        height = max(float(theme().px(3)), slot.height() * fen / top) if top else float(theme().px(3))
        bar = QRectF(slot.center().x() - width / 2, slot.bottom() - height, width, height)
        path = QPainterPath()
        radius = min(theme().px(5), height / 2)
        path.addRoundedRect(bar, radius, radius)
        painter.fillPath(path, theme().color("gold_fill" if fen else "track"))
        if fen:
            figure = f"{fen // 100:,}"
            painter.setFont(theme().font(12, 600))
            painter.setPen(theme().color("text"))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(figure)
            left = min(max(0.0, slot.center().x() - wide / 2), self.width() - wide)
            painter.drawText(QPointF(left, bar.top() - theme().px(5)), figure)

    def _label_step(self, cell: float) -> int:
        widest = max(QFontMetricsF(theme().font(12)).horizontalAdvance(label) for label, _ in self._bars)
        return max(1, -(-int(widest + theme().px(6)) // max(1, int(cell))))
