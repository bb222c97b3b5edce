"""Keys people choose themselves: what may be a key, what happens to doubles, and that shortcuts follow at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.runtime.hot_keys import ACTIONS, HotKeys, hot_keys, problem_with


@pytest.fixture(autouse=True)
def shipped_keys_afterwards() -> Iterator[None]:
    """Leave the keys as shipped."""
    yield
    hot_keys().apply({})


@pytest.mark.parametrize(
    ("key", "problem"),
    [
        ("F6", ""),
        ("Ctrl+Shift+K", ""),
        ("Alt+H", ""),
        ("Ctrl++", ""),
        ("", "unusable"),
        ("Ctrl+K, Ctrl+C", "unusable"),
        ("1", "fixed"),
        ("Tab", "fixed"),
        ("Return", "fixed"),
        ("A", "typing"),
        ("Shift+A", "typing"),
        ("Ctrl+V", "typing"),
    ],
)
def test_what_may_be_a_key(key: str, problem: str) -> None:
    assert problem_with(key) == problem


def test_shipped_keys_are_possible_and_different() -> None:
    assert not [one.action for one in ACTIONS if problem_with(one.shipped)]
    assert len({one.shipped for one in ACTIONS}) == len(ACTIONS)


def test_two_actions_may_swap_their_keys_but_never_share_one() -> None:
    keys = HotKeys()
    keys.apply({"alarm": "F8", "hide": "F9"})
    assert (keys.sequence("alarm"), keys.sequence("hide")) == ("F8", "F9")
    keys.apply({"alarm": "F8"})
    assert (keys.sequence("alarm"), keys.sequence("hide")) == ("F9", "F8")
    keys.apply({"alarm": "F6", "hide": "F6"})
    assert sorted((keys.sequence("alarm"), keys.sequence("hide"))) == ["F6", "F8"]
    keys.apply({"alarm": "1", "nobody": "F6", "hide": "x"})
    assert keys.own() == {}
    assert keys.holder("f8") == "hide"
    assert keys.holder("F8", but="hide") == ""


def test_a_bound_key_follows_at_once(qtbot: QtBot) -> None:
    field, pressed = QLineEdit(), []
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    hot_keys().bind("submit", field, lambda: pressed.append("submit"))
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["submit", "submit"]
    hot_keys().apply({"submit": "F6"})
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 2
    QTest.keyClick(field, Qt.Key.Key_F6)
    assert len(pressed) == 3
