"""The list of sections, and what every section promises: names, no window flashing up, a way by keyboard."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from desktop.application.changes import Outcome
from desktop.application.errors import StorageFailed
from desktop.application.read_models import Preferences
from desktop.ui.pages.settings.page import SECTIONS, PreferencesPage
from desktop.ui.pages.settings.shop import ShopSection
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.settings.preferences import PreferencesViewModel
from tests.ui.live_line.counter import Counter, words_on
from tests.ui.pages.settings import SettingsScreen

FORBIDDEN = ("反诈", "诈骗", "报警", "fraud", "scam")


class _Windows(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_up_and_down_go_through_the_sections(settings: SettingsScreen) -> None:
    page = settings.page
    page.window().activateWindow()
    settings.counter.qtbot.waitUntil(page.isActiveWindow)
    page.list.focus("look")
    seen = []
    for _ in SECTIONS:
        seen.append(page.arguments()["section"])
        settings.press(Qt.Key.Key_Down)
    assert seen == [kind.key for kind in SECTIONS]
    settings.press(Qt.Key.Key_Up)
    assert page.arguments()["section"] == SECTIONS[-2].key


def test_the_section_is_kept_when_the_page_is_made_anew(counter: Counter) -> None:
    first = PreferencesPage(counter.context)
    counter.show(first, section="network")
    second = PreferencesPage(counter.context)
    counter.show(second, **first.arguments())
    assert second.arguments() == {"section": "network"}
    third = PreferencesPage(counter.context)
    counter.show(third, section="nothing of the kind")
    assert third.arguments() == {"section": "look"}


@pytest.mark.parametrize("key", [kind.key for kind in SECTIONS])
@pytest.mark.parametrize("code", ["zh", "en"])
def test_everything_has_a_name_and_nothing_flashes_up(counter: Counter, key: str, code: str) -> None:
    language().apply(code)
    theme().apply("dark", 150)
    watch, app = _Windows(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    page = PreferencesPage(counter.context)
    counter.show(page, section=key)
    app.removeEventFilter(watch)
    assert watch.shown == ["PreferencesPage"]
    controls = [one for one in page.findChildren(QWidget) if isinstance(one, QAbstractButton | QLineEdit)]
    assert not [one for one in controls if one.isVisible() and not one.accessibleName() and not _inner(one)]
    assert not [text for text in words_on(page) for word in FORBIDDEN if word in text.lower()]


def _inner(control: QWidget) -> bool:
    return control.objectName().startswith("qt_")


def test_a_section_that_cannot_be_read_says_so(settings: SettingsScreen) -> None:
    def broken() -> None:
        raise StorageFailed("io")

    care = settings.counter.services.care
    from dataclasses import replace

    settings.counter.use(care=replace(care, joining=replace(care.joining, facts=broken)))
    section = settings.open(ShopSection)
    assert section.error.isVisible()
    assert section.error.sentence.text()


def test_a_change_made_before_the_last_one_was_kept_is_not_lost(counter: Counter) -> None:
    disk, real = threading.Event(), counter.services.save_preferences

    def slowly(kept: Preferences) -> Outcome[None]:
        disk.wait(20)
        return real(kept)

    counter.use(save_preferences=slowly)
    model = PreferencesViewModel(counter.context)
    model.set(lock_minutes=10)
    model.set(hide_page="gold")
    disk.set()
    counter.settle()
    kept = counter.services.preferences()
    assert (kept.lock_minutes, kept.hide_page) == (10, "gold")
    assert model.kept == kept
