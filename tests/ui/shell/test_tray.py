"""The tray and its notices: neutral words, no content, one's own news only, and nothing breaks where there is no tray."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from desktop.application.changes import Changes, Kind, changed
from desktop.ui.main_window.tray_keeper import TrayKeeper
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.runtime.tray import DOTS, NoTray, QtTray, system_tray, tray_pixmap
from tests.fakes.tray import RememberedTray
from tests.test_house_rules import FORBIDDEN
from tests.ui.bulletins.notices import send
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import WindowScreen


@dataclass
class Desk:
    """A window with a tray, another window in front."""

    screen: WindowScreen
    tray: RememberedTray
    front: QWidget

    def tell(self, *kinds: Kind) -> None:
        """Say that records changed, as the feed does, and wait until the news were looked at."""
        assert self.screen.window.keeper.tasks is not None
        said: Changes = changed(*kinds)
        self.screen.window.keeper.tasks.changed.emit(said)
        self.settle()

    def settle(self) -> None:
        """Wait until the look at the news is over."""
        self.screen.counter.qtbot.waitUntil(lambda: not self.screen.window.news._busy)


@pytest.fixture
def desk(screen: WindowScreen, qtbot: QtBot) -> Desk:
    """A clerk signed in who works in another program's window."""
    tray = RememberedTray()
    TrayKeeper(screen.window, tray)
    screen.sign_in()
    qtbot.waitUntil(lambda: screen.window.news._known is not None)
    front = QWidget()
    qtbot.addWidget(front)
    front.show()
    front.activateWindow()
    qtbot.waitUntil(front.isActiveWindow)
    found = Desk(screen, tray, front)
    found.settle()
    return found


def test_what_comes_is_said_once_without_saying_what(desk: Desk) -> None:
    counter = desk.screen.counter
    alert = counter.submitted()
    counter.instruct(alert, "请拖住这位顾客")
    desk.tell(Kind.INSTRUCTIONS)
    desk.tell(Kind.INSTRUCTIONS)
    send(counter, "b1", "近期多发")
    desk.tell(Kind.BULLETINS)
    assert desk.tray.notices == [("柜台助手", "有新消息，方便时看一下。")] * 2


def test_only_ones_own_reward_is_news(desk: Desk) -> None:
    counter = desk.screen.counter
    alert = counter.submitted()
    counter.reward(alert, "notified", member="mem_2", name="r2", amount=80_000)
    desk.tell(Kind.REWARDS)
    assert desk.tray.notices == []
    counter.reward(alert, "notified", member="mem_1", name="r1", amount=50_000)
    desk.tell(Kind.REWARDS)
    assert len(desk.tray.notices) == 1


def test_what_one_did_oneself_is_no_news(desk: Desk) -> None:
    counter = desk.screen.counter
    send(counter, "b1")
    desk.tell(Kind.BULLETINS)
    desk.tray.notices.clear()
    counter.services.bulletins.mark_read("b1", None)
    desk.tell(Kind.BULLETINS, Kind.OUTBOX)
    assert desk.tray.notices == []


def test_a_clerk_at_the_window_gets_no_notice_unless_it_is_covered(desk: Desk) -> None:
    window, counter = desk.screen.window, desk.screen.counter
    window.activateWindow()
    counter.qtbot.waitUntil(window.isActiveWindow)
    send(counter, "b1")
    desk.tell(Kind.BULLETINS)
    assert desk.tray.notices == []
    window.hide_away()
    send(counter, "b2")
    desk.tell(Kind.BULLETINS)
    assert len(desk.tray.notices) == 1


def test_the_icon_tells_the_state_and_a_press_brings_the_window_up_as_it_is(desk: Desk) -> None:
    window, counter = desk.screen.window, desk.screen.counter
    assert desk.tray.shown[-1] == ("calm", "柜台助手")
    send(counter, "b1")
    desk.tell(Kind.BULLETINS)
    assert desk.tray.shown[-1][0] == "news"
    counter.submitted()
    window.contact_changed.emit()
    assert desk.tray.shown[-1][0] == "waiting"
    window.hide_away()
    window.showMinimized()
    desk.tray.press()
    counter.qtbot.waitUntil(window.isActiveWindow)
    assert not window.isMinimized()
    assert window.hidden_away
    window.close()
    assert desk.tray.gone


def test_every_word_of_the_tray_is_neutral_in_both_languages(screen: WindowScreen) -> None:
    tray = RememberedTray()
    counter = screen.counter
    screen.sign_in()
    for code in ("zh", "en"):
        language().apply(code)
        keeper = TrayKeeper(screen.window, tray)
        keeper._on_arrived("instruction")
        counter.submitted()
        keeper.show()
        screen.window.hide_away()
        keeper._on_arrived("reward")
        screen.window.lock()
    said = [text for pair in (*tray.shown, *tray.notices) for text in pair]
    assert any(text.isascii() or "news" in text.lower() for text in said)
    assert [text for text in said if any(word in text.lower() for word in FORBIDDEN)] == []
    assert {text for text in said if "林秋月" in text or "300" in text} == set()


def test_without_a_tray_everything_else_works(screen: WindowScreen) -> None:
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    tray = system_tray(screen.window)
    assert isinstance(tray, NoTray)
    keeper = TrayKeeper(screen.window, tray)
    screen.sign_in()
    keeper._on_arrived("bulletin")
    send(screen.counter, "b1")
    screen.window.news.look()
    screen.counter.qtbot.waitUntil(lambda: "1" in screen.shell.rail.buttons["bulletins"].text())


def test_the_real_icon_draws_each_state_differently(counter: Counter) -> None:
    theme().apply("light", 100)
    pictures = {state: tray_pixmap(state).toImage() for state in ("calm", *DOTS)}
    assert all(not picture.isNull() for picture in pictures.values())
    assert pictures["calm"] != pictures["news"] != pictures["waiting"]
    # Shown it cannot be here: this platform has no place for it, and says so in the log.
    QtTray().on_pressed(lambda: None)
