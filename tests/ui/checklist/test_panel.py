"""The panel beside the questions on the small screens shops have."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.checklist.assessment_panel import LOW
from tests.ui.live_line.counter import Counter
from tests.ui.pages.checklist import ChecklistScreen

SHOP_PC = (1154, 700)
"""What a maximised window leaves the page of a screen of 1366x768, beside the rail and under a title bar and a task bar."""
ROOMY = (1154, 900)


def in_sight(part: QWidget, screen: ChecklistScreen) -> bool:
    panel = screen.page.panel.viewport()
    place = QRect(part.mapTo(panel, QPoint()), part.size())
    return part.isVisible() and panel.rect().contains(place)


@pytest.mark.parametrize("size", [SHOP_PC, ROOMY])
def test_level_and_what_to_say_are_seen_without_scrolling(counter: Counter, size: tuple[int, int]) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.page.resize(*size)
    screen.press("1", "2", "1", "1", "1", "2")
    screen.settle()
    panel = screen.page.panel
    assert panel.pill.label.text() == "上报"
    assert in_sight(panel.pill, screen)
    if size == SHOP_PC:
        assert panel.height() < LOW
        assert not panel.gauge.isVisible()
        counter.qtbot.waitUntil(lambda: in_sight(panel.script[0], screen))
    else:
        assert panel.gauge.isVisible()
        counter.qtbot.waitUntil(lambda: in_sight(panel.gauge, screen))
    assert panel.reasons.isVisible()


def test_the_reasons_change_places_with_the_height_and_lose_nothing(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.press("1", "2", "1", "1", "1", "2")
    screen.settle()
    panel = screen.page.panel
    for size in (SHOP_PC, ROOMY, SHOP_PC):
        screen.page.resize(*size)
        screen.settle()
        assert panel.reasons_card.isVisible() == (size == SHOP_PC)
        assert panel.reasons.isVisible()
        assert panel.reasons_card.isAncestorOf(panel.reasons) == (size == SHOP_PC)


def test_an_ordinary_customer_gets_no_sentence_to_stall_with(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.press("2", "2", "2", "2", "2", "2")
    screen.settle()
    panel = screen.page.panel
    assert panel.script_head.text() == "照常接待"
    assert not any(line.isVisible() for line in panel.script)
    assert panel.action.text()


def test_one_key_and_a_digit_let_a_customer_go(counter: Counter) -> None:
    screen = ChecklistScreen(counter, setting="gold_shop")
    screen.press("2", "2")
    screen.page.window().activateWindow()
    counter.qtbot.waitUntil(screen.page.isActiveWindow)
    QTest.keyClick(screen.page.window(), Qt.Key.Key_F7)
    assert screen.page.release.isVisible()
    QTest.keyClick(screen.page.release.reasons[0], Qt.Key.Key_1)
    counter.settle()
    assert counter.navigator.went == [("counter", {})]
    assert counter.navigator.said == ["已放行"]
