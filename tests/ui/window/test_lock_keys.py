"""The lock by keyboard alone: the name first, then the PIN, with nothing else in the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.live_line.counter import PIN, Counter
from tests.ui.pages.window import WindowScreen


@pytest.fixture
def screen(counter: Counter) -> Iterator[WindowScreen]:
    """A window in front, over the counter's profile."""
    shown = WindowScreen(counter)
    shown.window.activateWindow()
    counter.qtbot.waitUntil(shown.window.isActiveWindow)
    yield shown
    shown.window.close()


def _has_keyboard(screen: WindowScreen, place: int) -> bool:
    return screen.window.focusWidget() is screen.gate.tiles[place]


def test_the_first_name_has_the_keyboard_and_tab_goes_to_the_next(screen: WindowScreen) -> None:
    screen.counter.qtbot.waitUntil(lambda: _has_keyboard(screen, 0))
    QTest.keyClick(screen.gate.tiles[0], Qt.Key.Key_Tab)
    assert _has_keyboard(screen, 1)


def test_a_digit_chooses_the_clerk_and_the_pin_follows(screen: WindowScreen) -> None:
    screen.counter.qtbot.waitUntil(lambda: _has_keyboard(screen, 0))
    QTest.keyClick(screen.gate.tiles[0], Qt.Key.Key_1)
    assert screen.gate.model.chosen is not None
    assert screen.gate.model.chosen.name == "林秋月"
    for digit in PIN:
        QTest.keyClicks(_focused(screen), digit)
    QTest.keyClick(_focused(screen), Qt.Key.Key_Return)
    assert screen.shell.rail.clerk.text() == "林秋月"


def test_a_digit_beyond_the_last_clerk_enters_nothing(screen: WindowScreen) -> None:
    screen.counter.qtbot.waitUntil(lambda: _has_keyboard(screen, 0))
    QTest.keyClick(screen.gate.tiles[0], Qt.Key.Key_9)
    assert screen.gate.model.chosen is None
    assert not screen.gate.pad.isEnabled()


def _focused(screen: WindowScreen) -> QWidget:
    QApplication.processEvents()
    found: QWidget | None = screen.window.focusWidget()
    return screen.window if found is None else found
