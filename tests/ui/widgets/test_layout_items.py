"""Layouts that are cleared, filled again and thrown away leave nothing on Qt's side of memory."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.ui.widgets.basics import clear_layout, empty_layout
from desktop.ui.widgets.flow_layout import FlowLayout
from tests.ui.soak.held import heap_in_use

ITEMS, ROUNDS = 20, 100
MOST_BYTES_EACH = 8
"""An item takes 96, and all of ROUNDS * ITEMS of them were kept."""


def _fill(layout: QLayout) -> None:
    for _item in range(ITEMS):
        layout.addWidget(QWidget())


def _cleared(room: QWidget) -> None:
    column = QVBoxLayout(room)
    for _line in range(4):
        line = QHBoxLayout()
        _fill(line)
        line.addStretch()
        column.addLayout(line)
    column.addSpacing(4)
    clear_layout(column)
    assert not column.count()


def _filled_again(room: QWidget) -> None:
    column = QVBoxLayout(room)
    _fill(column)
    widgets = room.findChildren(QWidget)
    empty_layout(column)
    for widget in widgets:
        column.addWidget(widget)
    assert column.count() == len(widgets) == ITEMS


def _flowing(room: QWidget) -> None:
    flow = FlowLayout(room)
    _fill(flow)
    assert flow.count() == ITEMS


def _flowing_cleared(room: QWidget) -> None:
    flow = FlowLayout(room)
    _fill(flow)
    clear_layout(flow)
    assert not flow.count()


def _flowing_left(room: QWidget) -> None:
    flow = FlowLayout(room)
    _fill(flow)
    for widget in room.findChildren(QWidget):
        widget.deleteLater()
    _let_go()
    assert not flow.count()


def _let_go() -> None:
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _round(use: Callable[[QWidget], None]) -> None:
    room = QWidget()
    use(room)
    room.deleteLater()
    _let_go()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("use", [_cleared, _filled_again, _flowing, _flowing_cleared, _flowing_left])
def test_items_of_layouts_go(use: Callable[[QWidget], None]) -> None:
    for _warm in range(10):
        _round(use)
    before = heap_in_use()
    for _time in range(ROUNDS):
        _round(use)
    assert (heap_in_use() - before) / (ROUNDS * ITEMS) < MOST_BYTES_EACH
