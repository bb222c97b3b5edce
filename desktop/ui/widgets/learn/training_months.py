"""Twelve months of practice as squares: the fuller, the more was practised."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.runtime.theme import theme

FULL_AT = 8
"""Attempts in a month from which its square is quite full."""


class TrainingMonths(QWidget):
    """A square for each month with its count; every figure is also said in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_months(self, months: Sequence[tuple[str, int]]) -> None:
        """Show (label, attempts) pairs, oldest first."""
        self._months = tuple(months)
        self.setAccessibleDescription(", ".join(f"{label} {count}" for label, count in self._months if count))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a row of squares with labels under it."""
        return QSize(theme().px(360), theme().px(74))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw squares, counts and labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = self.width() / max(1, len(self._months))
        edge = min(cell * 0.84, float(theme().px(44)))
        for index, (label, count) in enumerate(self._months):
            square = QRectF(cell * index + (cell - edge) / 2, 1, edge, edge)
            self._paint_square(painter, square, count)
            painter.setPen(theme().color("text_3"))
            painter.setFont(theme().font(12))
            foot = QRectF(cell * index, square.bottom() + theme().px(4), cell, theme().px(22))
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, label)
        painter.end()

    def _paint_square(self, painter: QPainter, square: QRectF, count: int) -> None:
        radius = theme().px(8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("sunken"))
        painter.drawRoundedRect(square, radius, radius)
        if not count:
            return
        full = count >= FULL_AT
        painter.setBrush(theme().color("accent_fill" if full else "accent_soft"))
        painter.setPen(theme().color("accent_fill" if full else "accent_line"))
        painter.drawRoundedRect(square, radius, radius)
        painter.setPen(theme().color("on_accent" if full else "accent"))
        painter.setFont(theme().font(14, 700))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(count))
