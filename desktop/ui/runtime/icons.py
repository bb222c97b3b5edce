"""The line icons, drawn in any colour at any size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.ui.runtime.resources import resource
from desktop.ui.runtime.theme import theme


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=64)
def _renderer(name: str, color: str) -> QSvgRenderer:
    # 16 kB each; making one again takes less than drawing it.
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: QColor | str) -> None:
    """Draw the icon into a rectangle; `color` is a QColor or a token of the theme."""
    shade = theme().color(color) if isinstance(color, str) else color
    _renderer(name, shade.name()).render(painter, rect)


def icon_pixmap(name: str, color: QColor | str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a square of `size` logical pixels; `color` is a QColor or a token of the theme."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    paint_icon(painter, QRectF(0, 0, size, size), name, color)
    painter.end()
    return pixmap


def icon(
    name: str, color: QColor | str = "text_2", disabled: QColor | str = "disabled", *, air: int = 0, size: int = 20
) -> QIcon:
    """Return a QIcon of the line icon, with its disabled shade; `air` leaves empty pixels at its right."""
    shade, pale = (theme().color(one) if isinstance(one, str) else one for one in (color, disabled))
    return _icon(name, shade.name(), pale.name(), air, size)


@lru_cache(maxsize=64)
def _icon(name: str, shade: str, pale: str, air: int, size: int) -> QIcon:
    # 46 kB each with what Qt keeps beside it, and most buttons show the same few.
    result = QIcon()
    for ratio in (1.0, 2.0):
        for color, mode in ((shade, QIcon.Mode.Normal), (pale, QIcon.Mode.Disabled)):
            canvas = QPixmap(round((size + air) * ratio), round(size * ratio))
            canvas.fill(Qt.GlobalColor.transparent)
            canvas.setDevicePixelRatio(ratio)
            painter = QPainter(canvas)
            paint_icon(painter, QRectF(0, 0, size, size), name, QColor(color))
            painter.end()
            result.addPixmap(canvas, mode)
    return result
