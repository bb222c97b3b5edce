"""The records as a clerk looks through them: tabs, checklist, search, rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop.application.read_models import RecordRow
from desktop.ui.pages.records.page import RecordsPage
from tests.ui.live_line.counter import Counter


class RecordsScreen:
    """The shown page, read once."""

    def __init__(self, counter: Counter, **args: object) -> None:
        self.counter = counter
        self.page = RecordsPage(counter.context)
        counter.show(self.page, **args)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is being read any more."""
        model = self.page.view_model
        self.counter.qtbot.waitUntil(lambda: model.state != "loading")
        self.counter.settle()

    def rows(self) -> list[RecordRow]:
        """Return the rows of the list, the newest first."""
        model = self.page.view_model.model
        found = [model.row_at(number) for number in range(model.rowCount())]
        self.settle()
        return [row for row in found if row is not None]

    def tab(self, name: str) -> None:
        """Tap a tab."""
        QTest.mouseClick(self.page.filters.tabs[name], Qt.MouseButton.LeftButton)
        self.settle()

    def setting(self, name: str) -> None:
        """Choose a checklist in the menu; nothing for all."""
        self.page.filters.setting.actions_of[name].trigger()
        self.settle()

    def open_settings(self, key: Qt.Key | None = None) -> QMenu:
        """Open the menu of checklists with a key, or by a tap."""
        button = self.page.filters.setting
        if key is None:
            QTest.mousePress(button, Qt.MouseButton.LeftButton)
        else:
            button.setFocus()
            QTest.keyClick(button, key)
        menu = button.menu()
        assert isinstance(menu, QMenu)
        self.counter.qtbot.waitUntil(menu.isVisible)
        return menu

    def search(self, text: str, onward: Qt.Key = Qt.Key.Key_Return) -> None:
        """Search for a text and go on to what was found."""
        self.page.filters.search.setFocus()
        self.page.filters.search.setText(text)
        QTest.keyClick(self.page.filters.search, onward)
        self.counter.qtbot.waitUntil(lambda: self.page.view_model.filter.text == text.strip())
        self.settle()

    def figure(self, name: str) -> str:
        """Return one of the month's figures."""
        return self.page.month.tiles[name].figure.text()

    def tab_words(self, name: str) -> str:
        """Return what stands on a tab."""
        return self.page.filters.tabs[name].text()

    def spoken(self, number: int = 0) -> str:
        """Return what a screen reader says of a row."""
        return str(self.page.view_model.model.index(number).data(Qt.ItemDataRole.AccessibleTextRole))

    def see_all(self) -> None:
        """Press what the empty list offers."""
        QTest.mouseClick(self.page.empty.action, Qt.MouseButton.LeftButton)
        self.settle()
