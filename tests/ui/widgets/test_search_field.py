"""The line to search with: its sign grows with the text, and the cross at its end is for a finger."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.fields import SearchField


def test_the_cross_comes_with_the_text_and_takes_it_away(qtbot: QtBot) -> None:
    field = SearchField("搜索")
    qtbot.addWidget(field)
    field.resize(300, theme().px(46))
    field.show()
    assert not field.clear_button.isVisible()
    QTest.keyClicks(field, "2026")
    assert field.clear_button.isVisible()
    assert min(field.clear_button.width(), field.clear_button.height()) >= 44
    assert field.rect().contains(field.clear_button.geometry())
    with qtbot.waitSignal(field.searched, timeout=20_000) as said:
        QTest.mouseClick(field.clear_button, Qt.MouseButton.LeftButton)
    assert (said.args, field.text(), field.clear_button.isVisible()) == ([""], "", False)
