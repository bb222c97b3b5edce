"""What a scanner types is told from what a person types, by the time between keys."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.runtime.scanner import GAP_S, LEAST, ScannerWedge
from tests.support import FixedClock
from tests.ui.pages.courier import key as press

NUMBER = "SF1234567890123"
SCANNER_S, FAST_PERSON_S = 0.012, 0.06


class Cards(QWidget):
    """Takes keys as answers do, and hands the keyboard on."""

    def __init__(self, taken: list[str], name: str) -> None:
        super().__init__()
        self.taken, self.name = taken, name
        self.after: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Shift:
            return
        self.taken.append(f"{self.name}:{event.text().strip() or 'enter'}")
        if self.after is not None:
            self.after.setFocus()


@dataclass
class Room:
    """A page with two answers, a field and a secret field, watched."""

    widget: QWidget
    first: Cards
    second: Cards
    field: QLineEdit
    secret: QLineEdit
    taken: list[str]
    scans: list[str]
    unfinished: list[bool]
    clock: FixedClock

    def type(self, target: QWidget, text: str, gap: float) -> None:
        """Type characters so far apart."""
        for char in text:
            self.clock.advance(gap)
            press(target, char)

    def enter(self, target: QWidget, gap: float) -> None:
        """Press Enter after a while."""
        self.clock.advance(gap)
        press(target, "\n")


@pytest.fixture
def room(qtbot: QtBot, clock: FixedClock) -> Room:
    """The room on the screen."""
    widget = QWidget()
    taken: list[str] = []
    first, second, field, secret = Cards(taken, "a"), Cards(taken, "b"), QLineEdit(), QLineEdit()
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    first.after = second
    column = QVBoxLayout(widget)
    for part in (first, second, field, secret):
        column.addWidget(part)
    qtbot.addWidget(widget)
    widget.show()
    first.setFocus()
    wedge = ScannerWedge(widget, clock.monotonic)
    made = Room(widget, first, second, field, secret, taken, [], [], clock)
    wedge.scanned.connect(made.scans.append)
    wedge.unfinished.connect(lambda: made.unfinished.append(True))
    wedge.listen()
    return made


def test_a_burst_with_enter_is_one_number_and_no_answer(room: Room) -> None:
    room.type(room.first, NUMBER, SCANNER_S)
    room.enter(room.first, SCANNER_S)
    assert room.scans == [NUMBER]
    assert room.taken == []


def test_a_person_who_answers_quickly_is_never_held_up(room: Room, qtbot: QtBot) -> None:
    room.type(room.first, "1", FAST_PERSON_S)
    room.type(room.first, "2", FAST_PERSON_S)
    room.type(room.second, "3", FAST_PERSON_S)
    qtbot.waitUntil(lambda: len(room.taken) == 3)
    # The first answer moved the keyboard on before the second key counted.
    assert room.taken == ["a:1", "b:2", "b:3"]
    assert room.scans == []


def test_one_key_alone_arrives_by_itself(room: Room, qtbot: QtBot) -> None:
    room.type(room.first, "1", FAST_PERSON_S)
    assert room.taken == []
    qtbot.waitUntil(lambda: room.taken == ["a:1"])


def test_two_keys_pressed_together_are_two_answers(room: Room, qtbot: QtBot) -> None:
    room.type(room.first, "12", 0.005)
    room.enter(room.first, 0.005)
    assert room.taken == ["a:1", "b:2", "b:enter"]
    assert room.scans == []


@pytest.mark.parametrize(("length", "is_scan"), [(LEAST - 1, False), (LEAST, True)])
def test_the_shortest_number(room: Room, length: int, is_scan: bool) -> None:
    room.second.setFocus()
    room.type(room.second, "1" * length, SCANNER_S)
    room.enter(room.second, SCANNER_S)
    assert bool(room.scans) is is_scan
    assert len(room.taken) == (0 if is_scan else length + 1)


@pytest.mark.parametrize(("gap", "is_scan"), [(GAP_S - 0.001, True), (GAP_S + 0.001, False)])
def test_the_slowest_scanner(room: Room, gap: float, is_scan: bool) -> None:
    room.second.setFocus()
    room.type(room.second, NUMBER, gap)
    room.enter(room.second, gap)
    assert bool(room.scans) is is_scan
    assert bool(room.taken) is not is_scan


def test_a_burst_without_enter_answers_nothing_and_is_said(room: Room, qtbot: QtBot) -> None:
    room.type(room.first, NUMBER, SCANNER_S)
    qtbot.waitUntil(lambda: room.unfinished == [True])
    assert room.taken == []
    assert room.scans == []


def test_a_field_is_put_back_as_it_was(room: Room) -> None:
    room.field.setFocus()
    room.field.setText("老王")
    room.type(room.field, NUMBER, SCANNER_S)
    assert room.field.text() == "老王" + NUMBER
    room.enter(room.field, SCANNER_S)
    assert (room.field.text(), room.scans) == ("老王", [NUMBER])


def test_typing_in_a_field_appears_at_once(room: Room) -> None:
    room.field.setFocus()
    room.type(room.field, "13800138000", FAST_PERSON_S)
    assert room.field.text() == "13800138000"
    room.enter(room.field, FAST_PERSON_S)
    assert (room.field.text(), room.scans) == ("13800138000", [])


def test_secrets_are_not_looked_at(room: Room) -> None:
    room.secret.setFocus()
    room.type(room.secret, "12345678", SCANNER_S)
    room.enter(room.secret, SCANNER_S)
    assert (room.secret.text(), room.scans) == ("12345678", [])


def test_a_key_held_down_is_no_scanner(room: Room) -> None:
    room.second.setFocus()
    for _ in range(12):
        room.clock.advance(0.03)
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", True)
        QApplication.sendEvent(room.widget.windowHandle(), event)
    room.enter(room.second, 0.03)
    assert room.scans == []
    assert len(room.taken) == 13


def test_capital_letters_come_with_shift(room: Room) -> None:
    for char in NUMBER:
        room.clock.advance(SCANNER_S)
        if char.isalpha():
            shift = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
            QApplication.sendEvent(room.widget.windowHandle(), shift)
        press(room.first, char)
    room.enter(room.first, SCANNER_S)
    assert room.scans == [NUMBER]
    assert room.taken == []


def test_other_windows_are_left_alone(room: Room, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.setFocus()
    room.type(other, NUMBER, SCANNER_S)
    room.enter(other, SCANNER_S)
    assert (other.text(), room.scans) == (NUMBER, [])
