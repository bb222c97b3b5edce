"""The notices of the police, as a clerk reads them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.bulletins.page import BulletinsPage
from tests.ui.live_line.counter import Counter


class BulletinsScreen:
    """One shown page."""

    def __init__(self, counter: Counter, **args: object) -> None:
        self.counter = counter
        self.page = BulletinsPage(counter.context)
        counter.show(self.page, **args)

    def titles(self) -> list[str]:
        """Return the titles in the list, from the top."""
        return [button.heading.text() for button in self.page.buttons.values()]

    def stay(self) -> None:
        """Two seconds pass with the page before a person."""
        for _second in range(2):
            self.page.on_tick()
        self.counter.settle()

    def search(self, text: str) -> None:
        """Search with Enter."""
        self.page.filters.search.setText(text)
        QTest.keyClick(self.page.filters.search, Qt.Key.Key_Return)

    def open_title(self) -> str:
        """Return the title of the notice now open."""
        return self.page.reader.heading.text()

    def unread(self) -> set[str]:
        """Return the ids marked as new."""
        return {row.bulletin_id for row in self.counter.services.bulletins.shelf().rows if row.read_at is None}
