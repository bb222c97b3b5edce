"""Where Tab goes: through what is on the screen in the order it is read, however late a piece of it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

_WHOLE = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
"""Controls that are one stop, whatever they are made of."""


def stops(root: QWidget) -> list[QWidget]:
    """Return what Tab stops at below a widget, in reading order: visible, enabled, taking the keyboard by Tab."""
    return [
        widget
        for widget in _walk(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None
    ]


def go_on(root: QWidget, current: QWidget | None, *, forward: bool) -> bool:
    """Put the keyboard on the next stop, or the one before, round and round; false when there is none."""
    found = stops(root)
    if not found:
        return False
    if current in found:
        target = found[(found.index(current) + (1 if forward else -1)) % len(found)]
    else:
        target = _beside(root, found, current, forward=forward)
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_into_view(target)
    return True


def _beside(root: QWidget, found: list[QWidget], current: QWidget | None, *, forward: bool) -> QWidget:
    """A piece that is no stop itself, as one of a row of choices: go on from its place in the reading order."""
    everything = list(_walk(root))
    if current is None or current not in everything:
        return found[0 if forward else -1]
    place = everything.index(current)
    after = [one for one in found if everything.index(one) > place]
    before = [one for one in found if everything.index(one) < place]
    return (after or found)[0] if forward else (before or found)[-1]


def _walk(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    yield widget
    if isinstance(widget, _WHOLE):
        return
    seen: set[QWidget] = set()
    for child in _children(widget):
        if child not in seen and not child.isWindow():
            seen.add(child)
            yield from _walk(child)


def _children(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        yield from () if inner is None else (inner,)
        return
    if isinstance(widget, QStackedWidget):
        current = widget.currentWidget()
        yield from () if current is None else (current,)
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(widget, layout)
    # What lies over the page without a place in its layout comes last.
    yield from (child for child in widget.children() if isinstance(child, QWidget) and not _hidden_page(widget, child))


def _hidden_page(holder: QWidget, child: QWidget) -> bool:
    return isinstance(holder, QStackedWidget) and holder.indexOf(child) >= 0


def _laid_out(holder: QWidget, layout: QLayout) -> Iterator[QWidget]:
    # Never by itemAt: PySide keeps the item it hands out, and crashes once Qt has deleted the item with its widget.
    inner = [child for child in layout.children() if isinstance(child, QLayout)]
    placed: list[tuple[tuple[int, ...], QWidget | QLayout]] = []
    for one in (*holder.children(), *inner):
        if not isinstance(one, QWidget | QLayout):
            continue
        index = layout.indexOf(one)
        if index >= 0:
            placed.append((_place(layout, index), one))
    for _at, one in sorted(placed, key=lambda pair: pair[0]):
        if isinstance(one, QLayout):
            yield from _laid_out(holder, one)
        else:
            yield one


def _place(layout: QLayout, index: int) -> tuple[int, ...]:
    if not isinstance(layout, QGridLayout):
        return (index,)
    row, column, _rows, _columns = cast("tuple[int, int, int, int]", layout.getItemPosition(index))
    return (row, column)


def _bring_into_view(widget: QWidget) -> None:
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()
