"""What must hold on every screen: names, room for a finger, nothing cut, contrast, and clean Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PIL import Image
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
FINGER = 44
LEAST_CONTRAST = 4.5
SOFT_EDGES = 0.85
"""Thin strokes are never painted quite in their own colour; so much of the contrast asked for must be on the screen."""
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()](?=[\u4e00-\u9fff])|[\u4e00-\u9fff] +[\u4e00-\u9fff]")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def shown(window: QWidget) -> Iterator[QWidget]:
    """Yield every widget of which something can be seen."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            yield widget


def controls(window: QWidget) -> Iterator[QWidget]:
    """Yield what a person can work, without the small parts inside a field."""
    for widget in shown(window):
        inside_field = isinstance(widget.parent(), QLineEdit | QComboBox)
        if isinstance(widget, CONTROLS) and not inside_field:
            yield widget


def without_name(window: QWidget) -> list[str]:
    """Return controls a screen reader could not name."""
    return [what(one) for one in controls(window) if not one.accessibleName().strip()]


def too_small(window: QWidget) -> list[str]:
    """Return buttons a finger misses; a check box counts with its words."""
    least = FINGER
    buttons = [one for one in controls(window) if isinstance(one, QAbstractButton) and not isinstance(one, QToolButton)]
    return [
        f"{what(one)} {one.width()}x{one.height()}"
        for one in buttons
        if one.height() < least or (one.width() < least and not isinstance(one, QCheckBox))
    ]


def cut(window: QWidget) -> list[str]:
    """Return words that do not fit the room they have."""
    found = []
    for widget in shown(window):
        if isinstance(widget, QLabel) and widget.text() and widget.property("elided") is not True:
            room, needed = widget.contentsRect(), widget.sizeHint()
            if widget.wordWrap():
                is_cut = widget.heightForWidth(widget.width()) > widget.height() + 1
            else:
                is_cut = needed.width() > widget.width() + 1 or needed.height() > widget.height() + 1
            if is_cut and room.width() > 0:
                found.append(f"{what(widget)} {widget.width()}x{widget.height()}")
        elif (
            isinstance(widget, QPushButton) and widget.text() and widget.minimumSizeHint().width() > widget.width() + 1
        ):
            found.append(f"{what(widget)} {widget.width()} < {widget.minimumSizeHint().width()}")
    return found


def words(window: QWidget) -> set[str]:
    """Return every text and name on the screen."""
    found = set()
    for widget in shown(window):
        found.add(widget.accessibleName())
        found.add(widget.toolTip())
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
    return {text for text in found if text.strip()}


def untidy(window: QWidget) -> list[str]:
    """Return Chinese texts one can read with half-width punctuation or a space between two characters."""
    texts = {one.text() for one in shown(window) if isinstance(one, QLabel | QAbstractButton)}
    return sorted(text for text in texts if HALF_WIDTH.search(text))


def wide_quotes(window: QWidget) -> list[str]:
    """Return English texts with curly quotes: a Chinese font draws them as wide as a character."""
    return sorted(text for text in words(window) if not CHINESE.search(text) and re.search("[“”]", text))


def faint(window: QWidget, picture: QImage) -> list[str]:
    """Return labels and buttons whose words stand out too little from what is really behind them."""
    raw = picture.convertToFormat(QImage.Format.Format_RGB888)
    size = (raw.width(), raw.height())
    whole = Image.frombuffer("RGB", size, bytes(raw.constBits()), "raw", "RGB", raw.bytesPerLine(), 1)
    found = []
    for widget in shown(window):
        if not isinstance(widget, QLabel | QPushButton) or not widget.text().strip() or not widget.isEnabled():
            continue
        if widget.visibleRegion().boundingRect() != widget.rect():
            continue
        area = _on_screen(window, widget)
        if area.width() < 6 or area.height() < 8:
            continue
        value = _contrast_in(whole.crop((area.left(), area.top(), area.right() + 1, area.bottom() + 1)))
        if value < LEAST_CONTRAST * SOFT_EDGES:
            found.append(f"{what(widget)} {value:.1f}")
    return found


def _on_screen(window: QWidget, widget: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    # The edge and the focus ring of a button are no words.
    edge = 6 if isinstance(widget, QPushButton) else 0
    seen = seen.adjusted(edge, edge, -edge, -edge)
    return QRect(widget.mapTo(window, QPoint(0, 0)) + seen.topLeft(), seen.size())


def _contrast_in(piece: Image.Image) -> float:
    colours = [
        (count, colour)
        for count, colour in piece.getcolors(piece.width * piece.height) or []
        if isinstance(colour, tuple)
    ]
    ground = max(colours)[1]
    return max(_contrast(colour, ground) for _count, colour in colours)


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, ...]) -> float:
    channels = [value / 255 for value in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def what(widget: QWidget) -> str:
    """Return a widget as a person would name it."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {(text or widget.accessibleName())[:24]!r}"
