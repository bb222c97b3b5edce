"""Lock, pages, calculator: the keys that work everywhere, and words that give nothing away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.ui.main_window.shell import Shell
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.sign_in.passphrase import PassphrasePage
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from tests.ui.live_line.counter import PIN, Counter, words_on
from tests.ui.pages.calculator import CalculatorScreen
from tests.ui.pages.window import WindowScreen

FORBIDDEN = ("反诈", "诈骗", "报警", "fraud", "scam")


@pytest.fixture
def screen(counter: Counter) -> Iterator[WindowScreen]:
    """A window over the counter's profile."""
    shown = WindowScreen(counter)
    yield shown
    shown.window.close()
    language().apply("zh")
    theme().apply("light", 100)


def test_a_clerk_signs_in_by_keyboard(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    assert shell.page is not None
    assert shell.page.route == "counter"
    assert shell.rail.clerk.text() == "林秋月"


def test_a_wrong_pin_says_how_often_one_may_still_try(screen: WindowScreen) -> None:
    screen.type_pin("9999")
    screen.counter.qtbot.waitUntil(lambda: bool(screen.gate.message.text()))
    assert "4" in screen.gate.message.text()
    assert screen.window.shell is None


def test_a_clerk_without_a_key_is_asked_for_the_code(screen: WindowScreen) -> None:
    gate = screen.gate
    gate.tiles[1].click()
    assert gate.activation.isVisible()
    gate.activation.pin.edit.setText("12")
    gate.activation.submit()
    assert gate.activation.code.note.text().startswith("请填写")
    assert "4 到 8 位" in gate.activation.pin.note.text()


def test_activation_signs_the_new_clerk_in(screen: WindowScreen) -> None:
    gate = screen.gate
    gate.tiles[1].click()
    for field, text in (
        (gate.activation.code, "ABCD2345"),
        (gate.activation.pin, "5678"),
        (gate.activation.again, "5678"),
    ):
        field.edit.setText(text)
    gate.activation.submit()
    assert screen.shell.rail.clerk.text() == "陈志远"


def test_a_locked_profile_asks_for_the_passphrase_and_opens(counter: Counter) -> None:
    screen = WindowScreen(counter, passphrase="correct horse")
    window = screen.window
    counter.qtbot.waitUntil(lambda: isinstance(window.gate, PassphrasePage))
    assert isinstance(window.gate, PassphrasePage)
    window.gate.field.edit.setText("wrong")
    window.gate.open_button.click()
    counter.qtbot.waitUntil(lambda: isinstance(window.gate, PassphrasePage) and window.gate.error.isVisible())
    window.gate.field.edit.setText("correct horse")
    window.gate.open_button.click()
    assert screen.gate.tiles
    window.close()


def test_f8_hides_everything_and_the_pin_brings_it_back(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.go("checklist", setting="gold_shop")
    window = screen.window
    screen.press(Qt.Key.Key_F8)
    assert window.hidden_away
    assert not shell.isVisible()
    screen.press(Qt.Key.Key_F8)
    calculator = CalculatorScreen(window.calculator)
    assert calculator.asks()
    for wrong_then_right in ("0000", PIN):
        assert window.hidden_away
        calculator.give(wrong_then_right)
        screen.counter.qtbot.waitUntil(lambda: window.keeper.tasks is not None)
    screen.counter.qtbot.waitUntil(lambda: not window.hidden_away)
    assert window.shell is shell
    assert shell.page is not None
    assert shell.page.route == "checklist"


def test_f9_calls_for_help_while_locked(screen: WindowScreen) -> None:
    assert screen.gate.tiles
    screen.press(Qt.Key.Key_F9)
    screen.counter.qtbot.waitUntil(lambda: screen.window.notice.text.text() == "好了")
    alerts = screen.counter.services.counter_overview(None).open_alerts
    assert [row.silent for row in alerts] == [True]
    assert screen.window.shell is None


def test_f9_shows_the_live_line_to_a_signed_in_clerk(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    screen.press(Qt.Key.Key_F9)
    screen.counter.qtbot.waitUntil(lambda: shell.page is not None and shell.page.route == "live")


def test_signing_out_leaves_nothing_of_the_pages(screen: WindowScreen) -> None:
    screen.sign_in()
    screen.window.sign_out()
    assert screen.window.shell is None
    assert screen.gate.isVisible()
    assert screen.window.context is not None
    assert screen.window.context.session is None


def test_language_and_text_size_change_where_one_is(screen: WindowScreen) -> None:
    screen.sign_in().go("settings")
    language().apply("en")
    assert screen.shell.page is not None
    assert screen.shell.page.route == "settings"
    assert screen.shell.page.title() == "Settings"
    language().apply("zh")
    theme().apply("dark", 150)
    assert screen.shell.page is not None
    assert screen.shell.page.title() == "设置"


def test_letting_go_can_be_taken_back(screen: WindowScreen) -> None:
    counter = screen.counter
    draft_id = counter.draft()
    shell = screen.sign_in()
    for take_back in (True, False):
        shell.go("checklist", draft_id=draft_id)
        page = shell.page
        assert isinstance(page, ChecklistPage)
        counter.qtbot.waitUntil(page.left.isEnabled)
        page.ends.release("用途说得清")
        counter.qtbot.waitUntil(lambda: shell.page is not None and shell.page.route == "counter")
        assert screen.window.notice.button.isVisible()
        if take_back:
            screen.window.notice.button.click()
            assert shell.page is page
            assert [d.draft_id for d in counter.services.open_drafts()] == [draft_id]
    screen.window.notice.dismiss()
    counter.qtbot.waitUntil(lambda: counter.services.open_drafts() == ())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_on_the_screens_gives_the_purpose_away(screen: WindowScreen, lang: str) -> None:
    screen.counter.submitted()
    assert screen.gate.tiles
    language().apply(lang)
    found = words_on(screen.gate)
    screen.sign_in()
    for route, args in (
        ("counter", {}),
        ("checklist", {"setting": "gold_shop"}),
        ("checklist", {"setting": "sighting"}),
        ("records", {}),
        ("rewards", {}),
        ("settings", {}),
    ):
        screen.shell.go(route, **args)
        assert screen.window.keeper.tasks is not None
        found += words_on(screen.window)
    screen.press(Qt.Key.Key_F8)
    found += words_on(screen.window.calculator)
    assert screen.window.windowTitle() == "柜台助手"
    # 「上报警方」 is "report to the police": the two characters meet by chance.
    said = [text.replace("上报警方", "上报 警方") for text in found]
    assert [text for text in said if any(word in text.lower() for word in FORBIDDEN)] == []


def test_the_register_is_in_the_rail_of_a_gold_shop_only(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.rail.buttons["register"].click()
    assert shell.page is not None
    assert shell.page.route == "register"
    trades = screen.counter.services.shop()
    assert trades is not None
    screen.counter.use(shop=lambda: replace(trades, trade="courier"))
    assert "register" not in Shell(screen.counter.context).rail.buttons
