"""Base widgets: undo, flow, scrolling, PIN pad, theme switch."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.runtime.icons import icon_pixmap
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.checklist.level_gauge import LevelGauge
from desktop.ui.widgets.choices import ChoiceChips, Segmented
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.sign_in.member_button import initials
from desktop.ui.widgets.sign_in.pin_pad import PinPad
from desktop.ui.widgets.toast import Toast


@pytest.fixture(autouse=True)
def light(qtbot: QtBot) -> Iterator[None]:
    """Every test begins and ends with the light theme."""
    theme().apply("light", 100)
    yield
    theme().apply("light", 100)


def test_a_theme_switch_repaints_everything_at_once(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    light_sheet, light_icon = app.styleSheet(), icon_pixmap("gem", "accent", 20).toImage()
    theme().apply("dark", 150)
    assert app.styleSheet() != light_sheet
    assert icon_pixmap("gem", "accent", 20).toImage() != light_icon
    assert theme().px(44) == 66
    assert app.palette().window().color() == theme().color("bg")


def test_undo_is_either_used_or_settled_never_both(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    toast, happened = Toast(host), []
    toast.say("一", undo=lambda: happened.append("undo 1"), settled=lambda: happened.append("settled 1"))
    toast.button.click()
    toast.dismiss()
    toast.say("二", undo=lambda: happened.append("undo 2"), settled=lambda: happened.append("settled 2"))
    toast.say("三")
    toast.dismiss()
    assert happened == ["undo 1", "settled 2"]


def test_long_words_wrap_instead_of_widening_the_page(qtbot: QtBot) -> None:
    area = ScrollArea()
    qtbot.addWidget(area)
    area.body.addWidget(label("很长的一句话" * 60))
    area.resize(300, 200)
    area.show()
    qtbot.waitUntil(lambda: area.canvas.height() > 200)
    assert area.canvas.width() == area.viewport().width()


def test_the_scrolled_column_is_no_longer_than_its_words(qtbot: QtBot) -> None:
    area = ScrollArea()
    qtbot.addWidget(area)
    area.body.addWidget(label("短"))
    area.resize(300, 200)
    area.show()
    assert area.canvas.height() == area.viewport().height()


def test_the_pin_is_shown_as_dots_and_forgotten(qtbot: QtBot) -> None:
    pad = PinPad()
    entered: list[str] = []
    qtbot.addWidget(pad)
    pad.entered.connect(entered.append)
    QTest.keyClicks(pad, "12345")
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    pad.keys["9"].click()
    pad.done.click()
    assert entered == ["12349"]
    pad.done.click()
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert entered == ["12349"]


def test_a_short_pin_is_not_handed_over(qtbot: QtBot) -> None:
    pad = PinPad()
    entered: list[str] = []
    qtbot.addWidget(pad)
    pad.entered.connect(entered.append)
    QTest.keyClicks(pad, "123")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert entered == []
    assert not pad.done.isEnabled()


def test_chips_are_one_or_many(qtbot: QtBot) -> None:
    one = ChoiceChips((("a", "甲"), ("b", "乙")), "选")
    many = ChoiceChips((("a", "甲"), ("b", "乙")), "选", many=True)
    for chips in (one, many):
        qtbot.addWidget(chips)
        chips.button("a").click()
        chips.button("b").click()
    assert one.values() == ("b",)
    assert many.values() == ("a", "b")
    one.button("b").click()
    assert one.value() == ""


def test_a_switch_speaks_only_when_a_person_uses_it(qtbot: QtBot) -> None:
    switch = Segmented((("a", "甲", ""), ("b", "乙", "")), "选")
    chosen: list[str] = []
    qtbot.addWidget(switch)
    switch.chosen.connect(chosen.append)
    switch.set_value("b")
    assert (switch.value(), chosen) == ("b", [])


def test_the_gauge_says_its_word_to_a_screen_reader(qtbot: QtBot) -> None:
    gauge = LevelGauge()
    qtbot.addWidget(gauge)
    gauge.show_level("留意", "5 分", 0.3, 1)
    gauge.show()
    assert gauge.accessibleName() == "留意 5 分"


@pytest.mark.parametrize(("name", "shown"), [("林秋月", "秋月"), ("王五", "王五"), ("Ann Lee", "AL"), ("", "")])
def test_initials(name: str, shown: str) -> None:
    assert initials(name) == shown


def test_a_title_without_a_second_line_keeps_its_room(qtbot: QtBot) -> None:
    header = PageHeader("核对")
    qtbot.addWidget(header)
    for key in "123":
        header.buttons.addWidget(label(key, "kbd", wrap=False))
    header.resize(900, 60)
    header.show()
    assert header.title.width() > 500
    assert header.buttons.geometry().width() < 200


class _Page(QWidget):
    """Keeps the keys its parts left to it."""

    def __init__(self) -> None:
        super().__init__()
        self.left: list[int] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.left.append(event.key())


def test_enter_presses_a_button_as_space_does_but_ctrl_enter_goes_on(qtbot: QtBot) -> None:
    page, pressed = _Page(), []
    qtbot.addWidget(page)
    button = Button("登记", parent=page)
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert (len(pressed), page.left) == (3, [])
    QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (len(pressed), page.left[-1]) == (3, Qt.Key.Key_Return)


def test_an_ampersand_in_a_name_is_shown_and_is_no_key(qtbot: QtBot) -> None:
    button = Button("J&T", "choice")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "J&T"
    button.set_words("A&B")
    assert button.shortcut().isEmpty()


def test_a_text_longer_than_its_line_is_whole_under_the_pointer_and_a_hidden_one_never(qtbot: QtBot) -> None:
    line = LabelledLine("具体位置")
    qtbot.addWidget(line)
    line.resize(200, 80)
    line.show()
    for text, mode, shown in (
        ("北门", QLineEdit.EchoMode.Normal, ""),
        ("北门<外>" * 20, QLineEdit.EchoMode.Normal, "北门&lt;外&gt;"),
        ("北门" * 40, QLineEdit.EchoMode.Password, ""),
    ):
        line.set_text(text)
        line.edit.setEchoMode(mode)
        QApplication.sendEvent(line.edit, QHelpEvent(QEvent.Type.ToolTip, QPoint(3, 3), QPoint(3, 3)))
        assert bool(shown) == bool(line.edit.toolTip())
        assert shown in line.edit.toolTip()
        assert line.edit.cursorPosition() == 0
