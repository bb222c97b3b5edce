"""What must hold about places: nothing on top of something else, nothing to scroll sideways, all inside the window."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.ui.widgets.help.panel import HelpPanel
from desktop.ui.widgets.toast import Toast
from tests.ui.gallery.checks import shown, what

PIECES = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
OVER = (Toast, HelpPanel)
"""They lie over the page on purpose, and go away."""
SLACK = 2
Piece = tuple[QWidget, QRect]


def overlapping(window: QWidget) -> list[str]:
    """Return pairs of words and controls that cover each other; words inside their button do not."""
    found = []
    for (one, place), (other, there) in combinations(_pieces(window), 2):
        both = place.intersected(there)
        if both.width() <= SLACK or both.height() <= SLACK:
            continue
        if not one.isAncestorOf(other) and not other.isAncestorOf(one):
            found.append(f"{what(one)} and {what(other)}")
    return found


def sideways(window: QWidget) -> list[str]:
    """Return what could be scrolled to the side, or is wider than the view it lies in."""
    found = []
    for area in window.findChildren(QAbstractScrollArea):
        bar = area.horizontalScrollBar()
        if area.isVisible() and (bar.maximum() > bar.minimum() or bar.isVisible()) and not _in_field(area):
            found.append(f"{what(area)} {bar.maximum()}")
    return found


def outside(window: QWidget) -> list[str]:
    """Return words and controls of which what they lie in cuts off a side."""
    found = []
    for widget in shown(window):
        if isinstance(widget, PIECES) and not _over(widget) and not _in_field(widget):
            place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            holder = widget.parentWidget()
            while holder is not None and holder is not window:
                around = QRect(holder.mapTo(window, QPoint(0, 0)), holder.size())
                if place.left() < around.left() - SLACK or place.right() > around.right() + SLACK:
                    found.append(f"{what(widget)} {place} in {what(holder)} {around}")
                    break
                holder = holder.parentWidget()
    return found


def _pieces(window: QWidget) -> list[Piece]:
    return [
        (widget, _place(window, widget))
        for widget in shown(window)
        if isinstance(widget, PIECES) and not _over(widget) and not _in_field(widget)
    ]


def _place(window: QWidget, widget: QWidget) -> QRect:
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, QPoint(0, 0)) + seen.topLeft(), seen.size())


def _over(widget: QWidget) -> bool:
    holder: QWidget | None = widget
    while holder is not None:
        if isinstance(holder, OVER):
            return True
        holder = holder.parentWidget()
    return False


def _in_field(widget: QWidget) -> bool:
    return isinstance(widget.parentWidget(), QLineEdit | QComboBox) or "ComboBox" in widget.metaObject().className()
