"""Any text in any field of any page: taken or refused with a sentence beside the field, and the page goes on working."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from desktop.ui.main_window.registry import PAGES
from desktop.ui.pages.settings.members import MembersSection
from desktop.ui.pages.settings.page import SECTIONS, PreferencesPage
from desktop.ui.widgets.button import Button
from tests.ui.pages.fields import Field, fields_of, write_over
from tests.ui.pages.routes import arguments_of
from tests.ui.pages.window import WindowScreen
from tests.ui.soak.corpus import NASTY

TYPED_AT = {"bulletins", "checklist", "live", "records", "register", "review"}
"""Pages that certainly have something to type at: an empty search for fields would prove nothing."""

SECTIONS_TYPED_AT = {"backup", "members", "network", "shop"}


def _open(screen: WindowScreen, route: str) -> QWidget:
    shell = screen.sign_in()
    args = arguments_of(screen.counter, route)
    if route == "live":
        screen.counter.police(str(args["alert_id"]), "acknowledged")
        screen.counter.instruct(str(args["alert_id"]), "请问客人往哪边走了？", question=True)
    shell.go(route, **args)
    page = shell.page
    assert page is not None
    assert page.route == route
    _settle(screen)
    for more in page.findChildren(Button):
        if more.isVisible() and more.text().startswith(("更多", "写一笔", "加一笔")):
            more.click()
    _settle(screen)
    return page


def _settle(screen: WindowScreen) -> None:
    tasks = screen.window.keeper.tasks
    screen.counter.qtbot.waitUntil(lambda: tasks is None or not tasks.busy, timeout=20_000)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("route", sorted(PAGES))
def test_every_field_takes_or_refuses_every_text(screen: WindowScreen, route: str) -> None:
    page = _open(screen, route)
    fields = list(fields_of(page))
    assert fields or route not in TYPED_AT
    for field in fields:
        for index, text in enumerate(NASTY.values()):
            if not isValid(field) or not field.isVisible():
                break
            _try(screen, field, text, paste=index % 2 == 0)
        if isValid(field) and field.isVisible():
            write_over(field, "")
    _settle(screen)
    shown = screen.shell.page
    assert shown is not None
    assert shown.isVisible()


@pytest.mark.timeout(300)
@pytest.mark.parametrize("key", [section.key for section in SECTIONS])
def test_every_field_of_every_section_of_the_settings(screen: WindowScreen, key: str) -> None:
    shell = screen.sign_in()
    shell.go("settings", section=key)
    _settle(screen)
    page = shell.page
    assert isinstance(page, PreferencesPage)
    section = page.sections[key]
    assert section.isVisible()
    if isinstance(section, MembersSection):
        section.action_buttons[screen.counter.context.member_id or ""].click()
        _settle(screen)
    fields = list(fields_of(section))
    assert fields or key not in SECTIONS_TYPED_AT
    for field in fields:
        for index, text in enumerate(NASTY.values()):
            if isValid(field) and field.isVisible():
                _try(screen, field, text, paste=index % 2 == 0)
    _settle(screen)
    assert shell.page is page
    assert section.isVisible()


def _try(screen: WindowScreen, field: Field, text: str, *, paste: bool) -> None:
    write_over(field, text, paste=paste)
    QApplication.processEvents()
    if isValid(field) and isinstance(field, QLineEdit) and field.isVisible():
        QTest.keyClick(field, Qt.Key.Key_Return)
        _settle(screen)


@pytest.mark.parametrize("where", ["sign in", "activation", "calculator", "code"])
def test_the_pages_without_a_clerk_take_or_refuse_every_text(screen: WindowScreen, where: str) -> None:
    if where in ("sign in", "activation"):
        screen.gate.tiles[1 if where == "activation" else 0].click()
        root: QWidget = screen.gate
    else:
        screen.sign_in()
        screen.press(Qt.Key.Key_F8)
        if where == "code":
            screen.press(Qt.Key.Key_F8)
        root = screen.window.calculator
    for field in fields_of(root):
        for index, text in enumerate(NASTY.values()):
            screen.counter.clock.advance(3600)
            if field.isVisible() and field.isEnabled():
                _try(screen, field, text, paste=index % 2 == 0)
    _settle(screen)
    assert root.isVisible()
