"""What is to be called soon goes with its owner."""

from __future__ import annotations

import ast
import gc
import weakref
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.runtime.soon import soon
from tests.house import program_sources

LIVES_AS_LONG_AS_THE_PROGRAM = "desktop/ui/main_window/first_window.py"


class Page(QObject):
    """Something that has work for later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.worked = 0

    def work(self) -> None:
        """Note that it was called."""
        self.worked += 1


def _method(page: Page) -> None:
    soon(page, page.work)


def _closure(page: Page) -> None:
    def work() -> None:
        page.worked += 1

    soon(page, work)


@pytest.mark.parametrize("ask", [_method, _closure])
def test_it_is_called_once_and_leaves_nothing(qtbot: QtBot, ask: Callable[[Page], None]) -> None:
    page = Page()
    ask(page)
    assert page.worked == 0
    qtbot.waitUntil(lambda: page.worked == 1)
    qtbot.waitUntil(lambda: not page.findChildren(QTimer))
    QApplication.processEvents()
    assert page.worked == 1


@pytest.mark.parametrize("ask", [_method, _closure])
def test_an_owner_that_goes_before_its_turn_is_freed(qapp: QApplication, ask: Callable[[Page], None]) -> None:
    house = QObject()
    page = Page(house)
    ask(page)
    left = weakref.ref(page)
    del page
    shiboken6.delete(house)
    qapp.processEvents()
    gc.collect()
    assert left() is None


def test_nobody_asks_in_the_way_that_keeps_pages() -> None:
    found = [
        f"{source.name}:{node.lineno}"
        for source in program_sources()
        if source.name != LIVES_AS_LONG_AS_THE_PROGRAM
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "singleShot"
        and len(node.args) == 3
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value == 0
    ]
    assert not found, f"use soon(): {found}"
