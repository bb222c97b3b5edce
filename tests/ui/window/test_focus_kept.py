"""What one was on goes away or out of use: the keyboard stays on the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.ui.pages.counter.page import CounterPage
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.pages.sign_in.passphrase import PassphrasePage
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import WindowScreen


def held(screen: WindowScreen) -> QWidget | None:
    return screen.window.focusWidget()


def test_a_button_out_of_use_while_its_work_runs_gets_the_keyboard_back(counter: Counter) -> None:
    screen = WindowScreen(counter)
    screen.sign_in().go("records")
    page = screen.shell.page
    assert isinstance(page, RecordsPage)
    counter.qtbot.waitUntil(page.sync.isVisible)
    button = page.sync
    button.setFocus()
    button.setEnabled(False)
    assert held(screen) is page
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert screen.shell.page is page
    button.setEnabled(True)
    assert held(screen) is button


def test_a_keyboard_that_went_elsewhere_meanwhile_stays_there(counter: Counter) -> None:
    screen = WindowScreen(counter)
    page = screen.sign_in().page
    assert isinstance(page, CounterPage)
    counter.qtbot.waitUntil(lambda: len(page.tiles) > 1)
    first, second = page.tiles[0], page.tiles[1]
    first.setFocus()
    first.setEnabled(False)
    second.setFocus()
    first.setEnabled(True)
    assert held(screen) is second


def test_after_a_reply_one_goes_on_writing(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.deliver()
    counter.instruct(alert_id, "请继续稳住顾客")
    screen = WindowScreen(counter)
    screen.sign_in().go("live", alert_id=alert_id)
    page = screen.shell.page
    assert isinstance(page, LiveLinePage)
    counter.qtbot.waitUntil(lambda: "i1" in page.instructions.cards)
    button = page.instructions.cards["i1"].buttons["stalled"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    counter.qtbot.waitUntil(lambda: page.view_model.instructions()[0].replied == "stalled")
    counter.qtbot.waitUntil(lambda: held(screen) is page.say.edit)
    assert screen.shell.page is page


def test_the_passphrase_is_typed_without_touching_the_mouse(counter: Counter) -> None:
    screen = WindowScreen(counter, passphrase="right")
    counter.qtbot.waitUntil(lambda: isinstance(screen.window.gate, PassphrasePage))
    gate = screen.window.gate
    assert isinstance(gate, PassphrasePage)
    counter.qtbot.waitUntil(lambda: held(screen) is gate.field.edit)
