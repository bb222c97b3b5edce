"""Where the keyboard is when a page has just been shown: on what one does there, never on the question mark."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.main_window.registry import PAGES
from desktop.ui.widgets.page_header import PageHeader
from tests.ui.pages.routes import arguments_of
from tests.ui.pages.window import WindowScreen


@pytest.mark.parametrize("full", [False, True], ids=["new profile", "with alerts"])
@pytest.mark.parametrize("route", sorted(PAGES))
def test_the_first_focus_is_on_the_page_and_not_on_help(screen: WindowScreen, route: str, full: bool) -> None:
    shell = screen.sign_in()
    if full:
        screen.counter.submitted()
        screen.counter.reward(screen.counter.submitted(), "notified", name="r1", amount=80_000)
    screen.window.activateWindow()
    screen.counter.qtbot.waitUntil(screen.window.isActiveWindow)
    _settle(screen)
    shell.go("settings" if route != "settings" else "counter")
    _settle(screen)
    shell.go(route, **arguments_of(screen.counter, route))
    _settle(screen)
    page, held = shell.page, QApplication.focusWidget()
    assert page is not None
    assert held is not None
    assert page is held or page.isAncestorOf(held), held
    assert held not in [header.help for header in page.findChildren(PageHeader)], held.accessibleName()


def _settle(screen: WindowScreen) -> None:
    tasks = screen.window.keeper.tasks
    screen.counter.qtbot.waitUntil(lambda: tasks is None or not tasks.busy, timeout=20_000)
    for _turn in range(6):
        QApplication.processEvents()
