"""The guide as a newcomer goes through it: step by step, back, or not now."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.pages.guide.page import GuidePage
from tests.ui.pages.window import WindowScreen


class GuideScreen:
    """The guide in one window."""

    def __init__(self, screen: WindowScreen, step: int | None = None) -> None:
        self.screen = screen
        if step is not None:
            screen.shell.go("guide", step=step)

    @property
    def page(self) -> GuidePage:
        """The shown guide; another page is a mistake."""
        page = self.screen.shell.page
        assert isinstance(page, GuidePage)
        return page

    @property
    def step(self) -> int:
        """Tell which step is shown, counted from 0."""
        return self.page.index

    def onward(self, key: Qt.Key = Qt.Key.Key_Space) -> None:
        """Press a key on the button that leads on."""
        QTest.keyClick(self.page.onward, key)

    def leave(self) -> None:
        """Press Esc."""
        QTest.keyClick(self.page, Qt.Key.Key_Escape)

    def tried(self) -> str:
        """Return what is said of the answer key that was tried."""
        return self.page.keys.tried.text()

    def start_drill(self) -> None:
        """Start the drill the guide offers, and wait until it is shown."""
        self.page.drill.start.click()
        self.screen.counter.qtbot.waitUntil(lambda: self.screen.shell.place[0] == "drill")
