"""Hands without a keyboard: the mark at the top left calls for help when it is held, and leads back from the calculator."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QWidget

from desktop.ui.widgets.held_press import HOLD_MS, HeldPress
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import WindowScreen

LEFT = Qt.MouseButton.LeftButton


def mark(inside: QWidget) -> QFrame:
    return next(one for one in inside.findChildren(QFrame, "brandMark") if one.isVisible())


def held_until_it_counts(counter: Counter, screen: WindowScreen, what: QWidget) -> None:
    QTest.mousePress(what, LEFT)
    counter.qtbot.waitUntil(lambda: silent_alerts(counter) > 0, timeout=HOLD_MS + 20_000)
    QTest.mouseRelease(what, LEFT)


def silent_alerts(counter: Counter) -> int:
    return sum(row.silent for row in counter.services.counter_overview(None).open_alerts)


def test_held_on_the_pages_it_calls(counter: Counter) -> None:
    screen = WindowScreen(counter)
    held_until_it_counts(counter, screen, mark(screen.sign_in().rail))
    counter.qtbot.waitUntil(lambda: screen.shell.page is not None and screen.shell.page.route == "live")


def test_held_on_the_connection_it_calls_too(counter: Counter) -> None:
    screen = WindowScreen(counter)
    held_until_it_counts(counter, screen, screen.sign_in().rail.connection_box)


def test_held_on_the_lock_it_calls(counter: Counter) -> None:
    screen = WindowScreen(counter)
    held_until_it_counts(counter, screen, mark(screen.gate))
    assert screen.window.locked


def test_held_over_the_calculator_it_calls_and_shows_nothing(counter: Counter) -> None:
    screen = WindowScreen(counter)
    screen.sign_in()
    screen.window.hide_away()
    held_until_it_counts(counter, screen, mark(screen.window.calculator))
    assert screen.window.hidden_away


def test_a_tap_on_the_mark_leads_from_the_calculator_to_the_pin_pad(counter: Counter) -> None:
    screen = WindowScreen(counter)
    screen.sign_in()
    screen.window.hide_away()
    QTest.mouseClick(mark(screen.window.calculator), LEFT)
    assert not screen.window.hidden_away
    assert screen.window.locked
    assert screen.gate.pad.isVisible()
    assert silent_alerts(counter) == 0


def test_a_finger_that_leaves_calls_nobody(counter: Counter) -> None:
    pad = QFrame()
    pad.resize(40, 40)
    counter.qtbot.addWidget(pad)
    pad.show()
    press = HeldPress(pad)
    calls: list[str] = []
    press.held.connect(lambda: calls.append("held"))
    press.tapped.connect(lambda: calls.append("tapped"))
    QTest.mousePress(pad, LEFT)
    QTest.mouseMove(pad, QPoint(200, 200))
    assert not press._timer.isActive()
    QTest.mouseRelease(pad, LEFT, pos=QPoint(200, 200))
    assert calls == []
