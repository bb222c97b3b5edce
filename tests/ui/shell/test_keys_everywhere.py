"""The silent call and quick hide work wherever one is: one press, from any screen, whatever lies over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from desktop.application.errors import StorageFailed
from desktop.ui.pages.customer_card.page import CustomerCardPage
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.pages.settings.backup import BackupSection
from desktop.ui.widgets.file_choice import ask_for_folder
from desktop.ui.widgets.paper.export_menu import ExportMenu
from desktop.ui.widgets.photos.card import PhotoCard
from tests.ui.live_line.counter import PIN
from tests.ui.pages.window import WindowScreen

Place = Callable[[WindowScreen], None]


def on(route: str, **args: object) -> Place:
    def place(screen: WindowScreen) -> None:
        screen.sign_in().go(route, **args)

    return place


def locked(screen: WindowScreen) -> None:
    screen.sign_in().go("records")
    screen.window.lock()


def before_anybody(screen: WindowScreen) -> None:
    assert screen.gate.tiles


def calculator(screen: WindowScreen) -> None:
    screen.sign_in()
    screen.window.hide_away()


def calculator_asking(screen: WindowScreen) -> None:
    calculator(screen)
    screen.window.hide_away()
    assert screen.window.calculator.code.isVisible()


def calculator_on_the_lock(screen: WindowScreen) -> None:
    assert screen.gate.tiles
    screen.window.hide_away()


def help_open(screen: WindowScreen) -> None:
    screen.sign_in()
    screen.window.help.toggle()
    assert screen.window.help.shown


def typing_a_search(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.go("bulletins")
    assert shell.page is not None
    shell.page.findChildren(QWidget)[0].setFocus()


def whole_screen_card(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.go("card", scam_type="fake-boss")
    page = shell.page
    assert isinstance(page, CustomerCardPage)
    screen.counter.qtbot.waitUntil(lambda: page.model.words is not None)
    page.full.click()
    screen.counter.qtbot.waitUntil(page.screen_window.isVisible)


def still_loading(screen: WindowScreen) -> None:
    """A page was asked for and has not read anything yet."""
    shell = screen.sign_in()
    for route in ("records", "rewards", "learn"):
        shell.go(route)


def page_that_failed(screen: WindowScreen) -> None:
    def broken(_session: object) -> object:
        raise StorageFailed("io")

    shell = screen.sign_in()
    screen.counter.use(rewards=broken)
    assert screen.window.context is not None
    screen.window.context.services = screen.counter.context.services
    shell.go("rewards")


def records_menu(screen: WindowScreen) -> ExportMenu:
    shell = screen.sign_in()
    shell.go("records")
    assert isinstance(shell.page, RecordsPage)
    return shell.page.exporter.menu


def where_to_save(screen: WindowScreen) -> None:
    come_to_front(screen, records_menu(screen).ask("csv"))


def which_printer(screen: WindowScreen) -> None:
    records_menu(screen).print.trigger()
    come_to_front(screen, screen.window.findChildren(QPrintDialog)[0])


def which_photo(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.go("live", alert_id=screen.counter.submitted())
    assert shell.page is not None
    card = shell.page.findChildren(PhotoCard)[0]
    card.add.click()
    come_to_front(screen, card.findChildren(QFileDialog)[0])


def which_folder(screen: WindowScreen) -> None:
    section = BackupSection(screen.sign_in().context, screen.window)
    come_to_front(screen, ask_for_folder(section, "", section.folder.set_text))


def come_to_front(screen: WindowScreen, dialog: QDialog) -> None:
    dialog.activateWindow()
    screen.counter.qtbot.waitUntil(dialog.isActiveWindow)


PLACES: dict[str, Place] = {
    "before anybody signed in": before_anybody,
    "locked": locked,
    "calculator": calculator,
    "calculator asking for the PIN": calculator_asking,
    "calculator over the lock": calculator_on_the_lock,
    "home": on("counter"),
    "checklist": on("checklist", setting="gold_shop"),
    "guide": on("guide", step=1),
    "bulletins": on("bulletins"),
    "register": on("register"),
    "settings": on("settings"),
    "drill": on("drill", drill_id="gold-fund-check"),
    "help open": help_open,
    "typing": typing_a_search,
    "card over the whole screen": whole_screen_card,
    "while pages load": still_loading,
    "a page that failed": page_that_failed,
    "where to save a file": where_to_save,
    "which printer": which_printer,
    "which photo": which_photo,
    "which folder": which_folder,
}


def press(screen: WindowScreen, key: Qt.Key) -> None:
    """Press a key where the keyboard is, as the system does: into the window in front."""
    front = QApplication.activeWindow()
    if front is None:
        screen.window.activateWindow()
        screen.counter.qtbot.waitUntil(screen.window.isActiveWindow)
        front = screen.window
    handle = front.windowHandle()
    QTest.keyClick(handle, key)


def silent(screen: WindowScreen) -> list[bool]:
    rows = screen.counter.services.counter_overview(None).open_alerts
    return [row.silent for row in rows]


@pytest.mark.parametrize("name", PLACES)
def test_one_press_calls_for_help(screen: WindowScreen, name: str) -> None:
    PLACES[name](screen)
    before = screen.window.stack.currentWidget()
    covered = screen.window.hidden_away or screen.window.locked
    press(screen, Qt.Key.Key_F9)
    screen.counter.qtbot.waitUntil(lambda: silent(screen).count(True) == 1)
    screen.counter.qtbot.waitUntil(lambda: screen.window.notice.text.text() == "好了")
    if covered:
        assert screen.window.stack.currentWidget() is before


@pytest.mark.parametrize("name", [name for name in PLACES if "calculator" not in name])
def test_one_press_hides_everything(screen: WindowScreen, name: str) -> None:
    PLACES[name](screen)
    press(screen, Qt.Key.Key_F8)
    window = screen.window
    assert window.hidden_away
    assert not window.notice.isVisible()
    assert not window.help.shown
    seen = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    assert seen == []
    assert window.calculator.isVisible()


def test_the_corner_button_hides_and_key_and_pin_bring_back(screen: WindowScreen) -> None:
    shell = screen.sign_in()
    shell.go("records")
    shell.rail.hide_button.click()
    window = screen.window
    assert window.hidden_away
    press(screen, Qt.Key.Key_F8)
    QTest.keyClicks(window.calculator.code, PIN)
    QTest.keyClick(window.calculator.code, Qt.Key.Key_Return)
    screen.counter.qtbot.waitUntil(lambda: not window.hidden_away)
    assert window.shell is shell
    assert shell.place[0] == "records"
