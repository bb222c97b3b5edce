"""Progress in dots on a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.runtime.theme import theme


def paint_step_dots(painter: QPainter, rect: QRectF, steps: int, done: int, color: str = "accent_fill") -> None:
    """Draw `steps` dots on a line, the first `done` filled with the token's colour; also used by list delegates."""
    look = theme()
    radius = look.px(5)
    gap = (rect.width() - 2 * radius) / max(1, steps - 1)
    middle = rect.center().y()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index in range(steps - 1):
        painter.setPen(QPen(look.color(color if index + 1 < done else "track"), look.px(2)))
        left = rect.left() + radius + index * gap
        painter.drawLine(QPointF(left, middle), QPointF(left + gap, middle))
    for index in range(steps):
        filled = index < done
        painter.setPen(QPen(look.color(color if filled else "border_strong"), look.px(2)))
        painter.setBrush(look.color(color) if filled else look.color("surface"))
        painter.drawEllipse(QPointF(rect.left() + radius + index * gap, middle), radius - 1, radius - 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)


class StepDots(QWidget):
    """Dots on a line, the reached ones filled."""

    def __init__(self, steps: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps, self._done, self._color = steps, 0, "accent_fill"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return 30 pixels a step at 100 %."""
        return QSize(theme().px(30) * (self._steps - 1) + theme().px(12), theme().px(14))

    def show_progress(self, done: int, color: str = "accent_fill", steps: int | None = None) -> None:
        """Fill the first `done` dots with a token's colour."""
        self._done, self._color, self._steps = done, color, steps or self._steps
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw line and dots."""
        painter = QPainter(self)
        paint_step_dots(painter, QRectF(self.rect()).adjusted(1, 0, -1, 0), self._steps, self._done, self._color)
        painter.end()
