"""How far something got: dots on a line with a word and a time under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.runtime.theme import theme


@dataclass(frozen=True, slots=True)
class Dot:
    """One dot: its words and whether it is done, now, open or stopped."""

    title: str
    note: str
    state: str


class RewardSteps(QWidget):
    """A road of labelled dots; wide enough roads show the date under each word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: tuple[Dot, ...] = ()
        self._tone = "accent"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_dots(self, dots: Sequence[Dot], tone: str = "accent") -> None:
        """Show a road; the widget's accessible description says it in words."""
        self._dots, self._tone = tuple(dots), tone
        reached = [dot for dot in self._dots if dot.state in ("done", "now")]
        self.setAccessibleName(reached[-1].title if reached else "")
        self.setAccessibleDescription(", ".join(f"{dot.title} {dot.note}".strip() for dot in reached))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that holds the dots, the words and the dates."""
        words = max((QFontMetricsF(theme().font(13, 600)).horizontalAdvance(d.title) for d in self._dots), default=60.0)
        return QSize(round((words + theme().px(18)) * max(1, len(self._dots))), theme().px(66))

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest size at which the words still stand apart."""
        return QSize(self.sizeHint().width() - theme().px(12) * len(self._dots), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the road."""
        if not self._dots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self.width() / len(self._dots)
        y, radius = theme().px(12.0), theme().px(8)
        for index, dot in enumerate(self._dots):
            centre = QPointF(cell * (index + 0.5), y)
            if index:
                done = dot.state in ("done", "now")
                painter.setPen(QPen(theme().color(self._tone_fill()) if done else theme().color("border_strong"), 2))
                painter.drawLine(QPointF(centre.x() - cell + radius + 3, y), QPointF(centre.x() - radius - 3, y))
            self._paint_dot(painter, centre, radius, dot.state)
            self._paint_words(painter, QRectF(cell * index, y + radius + 4, cell, theme().px(20)), dot)
        painter.end()

    def _tone_fill(self) -> str:
        return "slate" if self._tone == "slate" else f"{self._tone}_fill"

    def _paint_dot(self, painter: QPainter, centre: QPointF, radius: int, state: str) -> None:
        fill, surface = theme().color(self._tone_fill()), theme().color("surface")
        edge = {"open": theme().color("border_strong"), "stopped": theme().color("danger_fill")}.get(state, fill)
        painter.setPen(QPen(edge, 2))
        painter.setBrush(fill if state == "done" else surface)
        painter.drawEllipse(centre, radius, radius)
        if state == "now":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawEllipse(centre, radius * 0.5, radius * 0.5)
        elif state == "done":
            self._paint_tick(painter, centre, radius, surface)
        elif state == "stopped":
            arm = radius * 0.4
            painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
            painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))

    def _paint_tick(self, painter: QPainter, centre: QPointF, radius: int, color: QColor) -> None:
        painter.setPen(QPen(color, max(2, radius // 4), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(
            [
                centre + QPointF(-radius * 0.42, 0),
                centre + QPointF(-radius * 0.1, radius * 0.35),
                centre + QPointF(radius * 0.45, -radius * 0.35),
            ]
        )

    def _paint_words(self, painter: QPainter, rect: QRectF, dot: Dot) -> None:
        strong = dot.state in ("now", "stopped")
        font = theme().font(13, 600 if strong else 400)
        wide = QFontMetricsF(font).horizontalAdvance(dot.title)
        if wide > rect.width():
            font.setPixelSize(max(theme().px(10), int(font.pixelSize() * rect.width() / wide)))
        painter.setFont(font)
        painter.setPen(theme().color("text" if dot.state != "open" else "text_2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, dot.title)
        if dot.note:
            painter.setFont(theme().font(12))
            painter.setPen(theme().color("text_2"))
            below = rect.translated(0, theme().px(19))
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, dot.note)
