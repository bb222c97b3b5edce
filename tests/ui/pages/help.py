"""The help beside a page as a clerk uses it: opened, searched, read, put away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.widgets.help.panel import HelpPanel
from desktop.ui.widgets.page_header import PageHeader
from tests.ui.pages.window import WindowScreen


class HelpDrawer:
    """The help of one window, whether it is open or not."""

    def __init__(self, screen: WindowScreen) -> None:
        self.screen = screen

    @property
    def open(self) -> bool:
        """Tell whether it is there."""
        return self.screen.window.help.shown

    @property
    def panel(self) -> HelpPanel:
        """The opened panel."""
        found = self.screen.window.help.panel
        assert found is not None, "no help is open"
        return found

    def press_key(self) -> None:
        """Press the key of help."""
        self.screen.press(Qt.Key.Key_F1)

    def question_mark(self) -> PageHeader:
        """Press the question mark of the page now shown; returns the head of that page."""
        assert self.screen.shell.page is not None
        header = self.screen.shell.page.findChild(PageHeader)
        assert header is not None
        header.help.click()
        return header

    def words(self) -> str:
        """Return everything that can be read in it."""
        return self.panel.texts()

    def search(self, text: str) -> None:
        """Search all topics."""
        self.panel.search.setText(text)
        QTest.keyClick(self.panel.search, Qt.Key.Key_Return)

    def found(self) -> set[str]:
        """Return the topics that are offered."""
        return set(self.panel.links)

    def choose(self, topic: str) -> None:
        """Open a topic that is offered."""
        self.panel.links[topic].click()

    def leave(self) -> None:
        """Press Esc in the search."""
        QTest.keyClick(self.panel.search, Qt.Key.Key_Escape)
