"""Where Tab goes on a view: everywhere, in the order one reads, back again the same way, and nowhere for ever."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.ui.gallery.checks import controls, what

MOST = 400


def ways(window: QWidget) -> list[str]:
    """Return what is wrong with the way of Tab through a window, empty when nothing is."""
    window.activateWindow()
    held = QApplication.focusWidget()
    if held is not None:
        held.clearFocus()
    QTest.keyClick(window, Qt.Key.Key_Tab)
    there = _round(window, Qt.Key.Key_Tab)
    if len(there) >= MOST:
        return [f"the keyboard does not come round: {[what(one) for one in there[-5:]]}"]
    found = [f"{what(one)} is never reached" for one in _wanted(window) if one not in there]
    back = _round(window, Qt.Key.Key_Backtab)
    if back[1:] != there[:0:-1]:
        found.append("Shift+Tab goes another way")
    return found + _jumps(window, there)


def _round(window: QWidget, key: Qt.Key) -> list[QWidget]:
    seen: list[QWidget] = []
    while len(seen) < MOST:
        here = QApplication.focusWidget()
        if here is None or here in seen:
            break
        seen.append(here)
        QTest.keyClick(here, key)
    return seen


def _wanted(window: QWidget) -> list[QWidget]:
    return [one for one in controls(window) if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _jumps(window: QWidget, way: list[QWidget]) -> list[str]:
    """Inside one part of the page the next stop is never above the one before, nor to its left on the same line."""
    found = []
    for one, other in pairwise(way):
        if _part(one) is not _part(other):
            continue
        here, there = _place(window, one), _place(window, other)
        same_line = here.top() < there.center().y() < here.bottom() or there.top() < here.center().y() < there.bottom()
        if there.bottom() <= here.top() and not _beside(here, there):
            found.append(f"from {what(one)} up to {what(other)}")
        elif same_line and there.right() <= here.left():
            found.append(f"from {what(one)} left to {what(other)}")
    return found


def _beside(here: QRect, there: QRect) -> bool:
    """The top of the next column is above the foot of this one."""
    return there.left() >= here.right()


def _part(widget: QWidget) -> QWidget:
    """Return the scrolled part, page or window a control lies in."""
    holder: QWidget = widget
    while (above := holder.parentWidget()) is not None and not holder.isWindow():
        if isinstance(above, QScrollArea) or holder.objectName() in ("page", "rail", "helpPanel"):
            return holder
        holder = above
    return holder


def _place(window: QWidget, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
