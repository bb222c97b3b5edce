"""Help where room is short: over the page's right edge, and gone when the keyboard comes to something under it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.main_window.shell import Shell
from desktop.ui.runtime.theme import theme
from tests.ui.pages.window import WindowScreen


def _open(screen: WindowScreen, percent: int) -> Shell:
    shell = screen.sign_in()
    theme().apply("light", percent)
    shell = screen.shell
    shell.go("checklist", setting="gold_shop")
    screen.press(Qt.Key.Key_F1)
    QApplication.processEvents()
    return shell


def test_in_usual_type_it_stands_beside_the_page(screen: WindowScreen) -> None:
    shell = _open(screen, 100)
    panel = screen.window.help.panel
    assert panel is not None
    assert not screen.window.help.over
    assert shell.mapTo(screen.window, QPoint(shell.width(), 0)).x() <= panel.mapTo(screen.window, QPoint(0, 0)).x()


def test_in_large_type_it_lies_over_the_page_which_keeps_its_width(screen: WindowScreen) -> None:
    shell = _open(screen, 150)
    panel = screen.window.help.panel
    assert panel is not None
    assert screen.window.help.over
    assert shell.width() == screen.window.width()
    assert panel.geometry().right() == screen.window.width() - 1
    assert panel.height() == shell.height()
    assert panel.visibleRegion().boundingRect() == panel.rect()


def test_it_changes_its_place_with_the_window(screen: WindowScreen) -> None:
    shell = _open(screen, 100)
    usual = screen.window.size()
    screen.window.resize(theme().px(1024), usual.height())
    screen.counter.qtbot.waitUntil(lambda: screen.window.help.over and shell.width() == screen.window.width())
    screen.window.resize(usual)
    screen.counter.qtbot.waitUntil(lambda: not screen.window.help.over)


def test_the_keyboard_never_works_under_it(screen: WindowScreen) -> None:
    _open(screen, 150)
    window, panel = screen.window, screen.window.help.panel
    assert panel is not None
    covered_seen = False
    for _step in range(60):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        held = window.focusWidget()
        assert held is not None
        if window.help.panel is None:
            covered_seen = True
            break
        middle = held.mapTo(window, held.rect().center())
        assert panel.isAncestorOf(held) or middle.x() <= panel.mapTo(window, QPoint(0, 0)).x()
    assert covered_seen
    assert window.focusWidget() is not None


def test_what_can_be_undone_is_said_above_it(screen: WindowScreen) -> None:
    _open(screen, 150)
    screen.window.toast("没有发出去", undo=lambda: None)
    QApplication.processEvents()
    button = screen.window.notice.button
    spot = button.mapTo(screen.window, button.rect().center())
    assert screen.window.childAt(spot) is button
