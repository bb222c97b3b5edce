"""Nothing is said over the calculator or the lock but whether help is on its way; the rest waits for the clerk it is for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.ui.main_window.held_words import HeldWords
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import WindowScreen


@pytest.fixture
def screen(counter: Counter) -> WindowScreen:
    """The window with a clerk signed in."""
    shown = WindowScreen(counter)
    shown.sign_in()
    return shown


def _back(screen: WindowScreen, way: str) -> None:
    if way == "hide":
        screen.window.cover.proved.emit(screen.counter.context.session)
    else:
        screen.type_pin()
    screen.counter.qtbot.waitUntil(lambda: not screen.window.locked and not screen.window.hidden_away, timeout=20_000)


@pytest.mark.parametrize("way", ["hide", "lock"])
def test_what_is_said_meanwhile_waits(screen: WindowScreen, way: str) -> None:
    window = screen.window
    (window.hide_away if way == "hide" else window.lock)()
    window.toast("备份没有成功", tone="warn")
    window.toast("都已送达")
    assert window.notice.isHidden()
    _back(screen, way)
    assert window.notice.isVisible()
    assert window.notice.text.text() == "备份没有成功"


def test_undo_is_still_offered_after_coming_back(screen: WindowScreen) -> None:
    undone: list[str] = []
    screen.window.hide_away()
    screen.window.toast("草稿已丢弃", undo=lambda: undone.append("undone"), settled=lambda: undone.append("settled"))
    _back(screen, "hide")
    screen.window.notice.button.click()
    assert undone == ["undone"]


def test_another_clerk_is_not_told(screen: WindowScreen) -> None:
    window, settled = screen.window, list[str]()
    window.lock()
    window.toast("给林秋月的话", settled=lambda: settled.append("settled"))
    held = window.held
    held.say_to("mem_2", window.notice)
    assert window.notice.isHidden()
    assert settled == ["settled"]


def test_the_word_about_help_is_said_at_once(screen: WindowScreen) -> None:
    screen.window.hide_away()
    screen.press(Qt.Key.Key_F9)
    screen.counter.qtbot.waitUntil(screen.window.notice.isVisible, timeout=20_000)
    assert screen.window.hidden_away


def test_nothing_held_says_nothing(screen: WindowScreen) -> None:
    HeldWords().say_to("mem_1", screen.window.notice)
    assert screen.window.notice.isHidden()
