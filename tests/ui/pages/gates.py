"""What stands before the pages: opening, passphrase, restore, enrolment; on a window that is being started."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.hosts import MainHost
from desktop.settings import Settings
from desktop.ui.main_window.app import make_window
from desktop.ui.main_window.window import MainWindow
from desktop.ui.pages.sign_in.enrolment import EnrolmentPage
from desktop.ui.pages.sign_in.page import SignInPage
from desktop.ui.pages.sign_in.passphrase import PassphrasePage
from desktop.ui.pages.sign_in.restore import RestorePage

G = TypeVar("G", bound=QWidget)


class GateScreen:
    """The window of one home, from its first picture on."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @classmethod
    def of_home(cls, qtbot: QtBot, settings: Settings) -> GateScreen:
        """Start the program in a home."""
        window = make_window(MainHost(settings))
        qtbot.addWidget(window)
        window.show()
        window.start()
        return cls(qtbot, window)

    def _gate(self, kind: type[G]) -> G:
        self.qtbot.waitUntil(lambda: isinstance(self.window.gate, kind))
        gate = self.window.gate
        assert isinstance(gate, kind)
        return gate

    @property
    def enrolment(self) -> EnrolmentPage:
        """Wait for the page that joins a shop."""
        return self._gate(EnrolmentPage)

    @property
    def sign_in(self) -> SignInPage:
        """Wait for the clerks' tiles."""
        return self._gate(SignInPage)

    @property
    def passphrase(self) -> PassphrasePage:
        """Wait for the page that asks for the passphrase, or says why it stays closed."""
        return self._gate(PassphrasePage)

    @property
    def restore(self) -> RestorePage:
        """Wait for the page that restores."""
        return self._gate(RestorePage)

    def refused(self) -> PassphrasePage:
        """Wait until it is said why the profile stays closed."""
        page = self.passphrase
        self.qtbot.waitUntil(page.error.isVisible)
        return page

    def restore_from(self, file: str, passphrase: str) -> None:
        """Fill in the restore and begin it."""
        page = self.restore
        page.file.edit.setText(file)
        page.passphrase.edit.setText(passphrase)
        page.start.click()
