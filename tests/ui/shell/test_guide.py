"""The guide: offered until somebody finishes or declines it, never in the way, four steps at most."""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.application.changes import Outcome
from desktop.application.read_models import Preferences
from desktop.ui.pages.counter.page import CounterPage
from desktop.ui.pages.guide.page import GuidePage
from desktop.ui.runtime.language import language
from tests.test_house_rules import FORBIDDEN
from tests.ui.live_line.counter import Counter, words_on
from tests.ui.pages.guide import GuideScreen
from tests.ui.pages.window import WindowScreen


def guide(screen: WindowScreen) -> GuidePage:
    page = screen.shell.page
    assert isinstance(page, GuidePage)
    return page


def home(screen: WindowScreen) -> CounterPage:
    page = screen.shell.page
    assert isinstance(page, CounterPage)
    return page


def done(counter: Counter) -> bool:
    return counter.services.preferences().guide_done


def test_it_is_offered_on_the_first_page_and_once_finished_never_again(screen: WindowScreen) -> None:
    shell, counter = screen.sign_in(), screen.counter
    assert home(screen).invite.isVisible()
    home(screen).invite.start.click()
    page = guide(screen)
    assert len(page.steps) <= 4
    for _step in page.steps:
        assert not done(counter)
        QTest.keyClick(page.onward, Qt.Key.Key_Space)
    counter.qtbot.waitUntil(lambda: done(counter))
    assert shell.place[0] == "counter"
    counter.qtbot.waitUntil(lambda: not home(screen).invite.isVisible())
    shell.go("guide")
    assert guide(screen).index == 0


def test_the_invitation_goes_also_when_the_end_is_kept_late(screen: WindowScreen) -> None:
    shell, context, kept = screen.sign_in(), screen.window.context, threading.Event()
    assert context is not None
    real = context.services.save_preferences

    def late(preferences: Preferences) -> Outcome[None]:
        kept.wait(20)
        return real(preferences)

    context.services = replace(context.services, save_preferences=late)
    shell.go("guide", step=3)
    QTest.keyClick(guide(screen).onward, Qt.Key.Key_Space)
    assert home(screen).invite.isVisible()
    kept.set()
    screen.counter.qtbot.waitUntil(lambda: not home(screen).invite.isVisible())


def test_esc_leaves_and_it_is_offered_again(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    GuideScreen(screen, step=2).leave()
    assert shell.place[0] == "counter"
    assert not done(screen.counter)
    assert home(screen).invite.isVisible()


def test_no_thank_you_is_for_good(screen: WindowScreen) -> None:
    screen.sign_in()
    home(screen).invite.decline.click()
    screen.counter.qtbot.waitUntil(lambda: done(screen.counter))
    assert not home(screen).invite.isVisible()


def test_answer_keys_can_be_tried_and_answer_nothing(screen: WindowScreen) -> None:
    screen.sign_in()
    guided = GuideScreen(screen, step=1)
    guided.onward(Qt.Key.Key_2)
    assert "否" in guided.tried()
    assert screen.counter.services.open_drafts() == ()
    guided.onward(Qt.Key.Key_Right)
    assert guided.step == 2


def test_the_drill_leads_back_to_the_guide(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    guided = GuideScreen(screen, step=2)
    guided.start_drill()
    assert shell.page is not None
    QTest.keyClick(shell.page, Qt.Key.Key_Escape)
    assert guided.step == 2


def test_it_is_no_dialog_and_the_rail_works_meanwhile(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.go("guide")
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    assert QApplication.activeModalWidget() is None
    shell.rail.buttons["records"].click()
    assert shell.place[0] == "records"


def test_its_words_are_neutral(screen: WindowScreen) -> None:
    screen.counter.services.save_preferences(Preferences(theme="light"))
    screen.sign_in().go("guide")
    for code in ("zh", "en"):
        language().apply(code)
        for step in range(4):
            screen.shell.go("guide", step=step)
            said = words_on(guide(screen))
            assert [text for text in said if any(word in text.lower() for word in FORBIDDEN)] == []
