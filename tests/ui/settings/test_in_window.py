"""What the settings change in the whole window, at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from desktop.ui.pages.settings.keys import KeysSection
from desktop.ui.pages.settings.look import LookSection
from desktop.ui.pages.settings.page import PreferencesPage
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import WindowScreen


@pytest.fixture
def screen(counter: Counter) -> Iterator[WindowScreen]:
    """A window over the counter's profile."""
    shown = WindowScreen(counter)
    yield shown
    shown.window.close()


def settings_of(screen: WindowScreen) -> PreferencesPage:
    page = screen.shell.page
    assert isinstance(page, PreferencesPage)
    return page


def test_another_hide_key_works_at_once_and_the_old_one_no_more(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.go("settings", section="keys")
    section = settings_of(screen).sections["keys"]
    assert isinstance(section, KeysSection)
    assert section.model.set_key("hide", "F6") == ""
    section.hide_page.chosen.emit("parcel")
    screen.counter.qtbot.waitUntil(lambda: screen.counter.services.preferences().hide_page == "parcel")
    assert "F6" in shell.rail.hide_button.property("words")
    screen.press(Qt.Key.Key_F8)
    hidden = [screen.window.hidden_away]
    screen.counter.qtbot.waitUntil(lambda: screen.window.cover.page.parts == "parcel")
    screen.press(Qt.Key.Key_F6)
    assert [*hidden, screen.window.hidden_away] == [False, True]
    calculator = screen.window.calculator
    assert calculator.length.isVisible()
    assert not calculator.price.isVisible()


def test_the_help_key_calls_for_help_even_while_a_new_key_is_awaited(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.go("settings", section="keys")
    section = settings_of(screen).sections["keys"]
    assert isinstance(section, KeysSection)
    section.buttons["hide"].setFocus()
    section.buttons["hide"].listen()
    screen.press(Qt.Key.Key_F9)
    screen.counter.qtbot.waitUntil(
        lambda: bool(screen.counter.services.counter_overview(None).open_alerts), timeout=10_000
    )
    assert [row.silent for row in screen.counter.services.counter_overview(None).open_alerts] == [True]


def test_another_language_stays_on_the_same_section(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.go("settings", section="look")
    section = settings_of(screen).sections["look"]
    assert isinstance(section, LookSection)
    section.language.chosen.emit("en")
    screen.counter.qtbot.waitUntil(lambda: screen.window.shell is not shell)
    assert settings_of(screen).arguments() == {"section": "look"}
    assert settings_of(screen).title() == "Settings"
