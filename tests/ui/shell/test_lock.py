"""The pages lock by key, by button and when nobody is there; what was on the screen waits for the same clerk only."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.application.changes import Kind, changed
from desktop.application.read_models import Preferences
from desktop.ui.main_window.idle_lock import IdleLock
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.runtime.language import language
from desktop.ui.widgets.live_line.readout import ReadoutCard
from tests.ui.live_line.counter import PIN
from tests.ui.pages.window import WindowScreen


@dataclass
class Hands:
    """The counter's clock for idle hands."""

    screen: WindowScreen
    seconds: float = 0.0

    def __post_init__(self) -> None:
        self.idle.watch.now = lambda: self.seconds
        self.idle.watch.touched()

    @property
    def idle(self) -> IdleLock:
        """The window's own."""
        idle = self.screen.window.habits.idle
        assert idle is not None
        return idle

    def rest(self, minutes: float) -> None:
        """Nobody touches anything for so long; then the watch looks."""
        self.seconds += minutes * 60
        self.idle.watch.look()


@pytest.fixture
def hands(screen: WindowScreen) -> Hands:
    """A clerk signed in, hands still."""
    screen.sign_in()
    return Hands(screen)


def locked(screen: WindowScreen) -> bool:
    return screen.window.locked


def hidden(screen: WindowScreen) -> bool:
    return screen.window.hidden_away


def unlock(screen: WindowScreen, member: int = 0, pin: str = PIN) -> None:
    screen.type_pin(pin, member)
    screen.counter.qtbot.waitUntil(lambda: not screen.window.locked)


def test_five_minutes_without_a_hand_lock_and_the_clerk_comes_back_to_the_draft(
    screen: WindowScreen, hands: Hands
) -> None:
    shell = screen.shell
    draft = screen.counter.draft()
    shell.go("checklist", draft_id=draft)
    page = shell.page
    assert isinstance(page, ChecklistPage)
    hands.rest(4.9)
    assert not locked(screen)
    hands.rest(0.2)
    assert locked(screen)
    assert screen.gate.isVisible()
    assert not shell.isVisible()
    assert screen.window.context is not None
    assert screen.window.context.session is None
    assert "都还在" in screen.gate.message.text()
    assert screen.gate.model.chosen is not None
    unlock(screen)
    assert screen.window.shell is shell
    assert shell.page is page
    assert [one.draft_id for one in screen.counter.services.open_drafts()] == [draft]


def test_a_hand_on_the_window_keeps_it_open(screen: WindowScreen, hands: Hands) -> None:
    handle = screen.window.windowHandle()
    for _round in range(3):
        hands.seconds += 4 * 60
        QTest.keyClick(handle, Qt.Key.Key_Shift)
        hands.idle.watch.look()
        hands.seconds += 4 * 60
        QTest.mouseMove(handle)
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=handle.geometry().topLeft())
        hands.idle.watch.look()
    assert not locked(screen)


def test_writing_chinese_is_being_there(screen: WindowScreen, hands: Hands) -> None:
    screen.shell.go("records")
    page = screen.shell.page
    assert page is not None
    field = page.findChild(QLineEdit)
    assert field is not None
    screen.window.activateWindow()
    field.setFocus()
    screen.counter.qtbot.waitUntil(field.hasFocus)
    for word in ("金条", "三百克"):
        hands.seconds += 4 * 60
        said = QInputMethodEvent()
        said.setCommitString(word)
        QApplication.sendEvent(field, said)
        hands.idle.watch.look()
    assert field.text() == "金条三百克"
    assert not locked(screen)


def test_the_minutes_are_a_preference_and_take_effect_at_once(screen: WindowScreen, hands: Hands) -> None:
    services, window = screen.counter.services, screen.window
    assert window.context is not None
    window.context.tasks.run(lambda: services.save_preferences(Preferences(theme="light", lock_minutes=20)))
    screen.counter.qtbot.waitUntil(lambda: hands.idle.watch.limit == 1_200)
    hands.rest(19)
    assert not locked(screen)
    hands.rest(1)
    assert locked(screen)


def test_on_the_live_line_one_may_wait_longer_and_the_words_for_110_never_go(
    screen: WindowScreen, hands: Hands
) -> None:
    alert = screen.counter.submitted()
    shell = screen.shell
    shell.go("live", alert_id=alert)
    screen.counter.qtbot.waitUntil(lambda: bool(shell.page and shell.page.findChildren(ReadoutCard)))
    assert shell.page is not None
    (card,) = shell.page.findChildren(ReadoutCard)
    card.hide()
    hands.rest(14)
    assert not locked(screen)
    card.show()
    hands.rest(600)
    assert not locked(screen)
    card.hide()
    hands.rest(1)
    assert locked(screen)


def test_ctrl_l_and_the_button_lock_at_once(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    window = screen.window
    window.activateWindow()
    screen.counter.qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert locked(screen)
    unlock(screen)
    shell.rail.lock.click()
    assert locked(screen)


def test_another_clerk_finds_nothing_of_the_first_one(screen: WindowScreen) -> None:
    first = screen.sign_in()
    first.go("rewards")
    screen.window.lock()
    gate = screen.gate
    gate.tiles[1].click()
    for field, text in (
        (gate.activation.code, "ABCD2345"),
        (gate.activation.pin, "5678"),
        (gate.activation.again, "5678"),
    ):
        field.edit.setText(text)
    gate.activation.submit()
    screen.counter.qtbot.waitUntil(lambda: not screen.window.locked)
    assert screen.shell is not first
    assert screen.shell.place == ("counter", {})
    assert screen.shell.rail.clerk.text() == "陈志远"


def test_a_page_wanted_while_locked_waits_for_the_same_clerk(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    screen.window.lock()
    screen.window.go("records")
    assert shell.place[0] == "counter"
    unlock(screen)
    assert shell.place[0] == "records"


def test_under_the_calculator_it_locks_unseen_and_the_key_leads_to_the_names(
    screen: WindowScreen, hands: Hands
) -> None:
    screen.press(Qt.Key.Key_F8)
    hands.rest(6)
    window = screen.window
    assert hidden(screen)
    assert locked(screen)
    screen.press(Qt.Key.Key_F8)
    assert not hidden(screen)
    assert window.stack.currentWidget() is screen.gate
    unlock(screen)


def test_a_change_of_language_behind_the_lock_shows_nothing_and_keeps_the_place(screen: WindowScreen) -> None:
    screen.sign_in().go("records")
    screen.window.lock()
    language().apply("en")
    assert screen.window.stack.currentWidget() is screen.gate
    unlock(screen)
    assert screen.shell.place[0] == "records"


def test_nobody_signed_in_has_nothing_to_lock(screen: WindowScreen) -> None:
    assert screen.gate.tiles
    screen.window.lock()
    assert screen.gate.message.text() == ""


def test_work_the_program_does_by_itself_is_no_sign_of_a_person(screen: WindowScreen, hands: Hands) -> None:
    hands.rest(4)
    context = screen.window.context
    assert context is not None
    context.tasks.changed.emit(changed(Kind.PREFERENCES))
    hands.rest(1)
    assert locked(screen)
