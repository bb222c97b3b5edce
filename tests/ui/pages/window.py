"""The whole window over one real profile, as a clerk meets it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.errors import CounterwatchError, ProfileLocked, StationUnreachable
from desktop.application.read_models import Preferences
from desktop.application.services import Services
from desktop.ui.main_window.app import make_window
from desktop.ui.main_window.shell import Shell
from desktop.ui.pages.sign_in.page import SignInPage
from desktop.ui.runtime.host import Host, OpenProfile, PracticeFacts, ProfileChoice
from tests.ui.live_line.counter import PIN, Counter

USUAL = Preferences(theme="light")


@dataclass
class OpenedByTest:
    """The counter's profile, closed by its own fixture."""

    services: Services
    hang_up: Callable[[], None]

    def abort(self) -> None:
        """Cut what is under way, if the test made something wait."""
        self.hang_up()

    def close(self) -> None:
        """The fixture closes it."""


@dataclass
class OneProfileHost:
    """Opens the counter's profile; `passphrase` when one must be given first."""

    services: Services
    passphrase: str = ""
    practice: bool = False
    hang_up: Callable[[], None] = lambda: None
    look: Preferences = USUAL

    def preferences(self) -> Preferences:
        return self.look

    def profiles(self) -> tuple[ProfileChoice, ...]:
        return (ProfileChoice("main"),)

    def prepare(self) -> PracticeFacts | None:
        return None

    def open(self, key: str, passphrase: str | None) -> OpenProfile:
        if self.passphrase and passphrase != self.passphrase:
            raise ProfileLocked("wrong-passphrase" if passphrase else "passphrase-needed")
        return OpenedByTest(self.services, self.hang_up)

    def close(self) -> None:
        return None


class WindowScreen:
    """One shown window."""

    def __init__(
        self,
        counter: Counter,
        passphrase: str = "",
        hang_up: Callable[[], None] = lambda: None,
        look: Preferences = USUAL,
        host: Host | None = None,
    ) -> None:
        self.counter = counter
        offline: list[CounterwatchError] = [StationUnreachable("network") for _ in range(200)]
        counter.profile.station.pages.extend(offline)
        counter.services.save_preferences(look)
        self.window = make_window(host or OneProfileHost(counter.services, passphrase, hang_up=hang_up, look=look))
        counter.qtbot.addWidget(self.window)
        self.window.show()
        self.window.start()

    def press(self, key: Qt.Key) -> None:
        """Press a key that works everywhere; such keys want the window in front."""
        self.window.activateWindow()
        self.counter.qtbot.waitUntil(self.window.isActiveWindow)
        QTest.keyClick(self.window, key)

    @property
    def gate(self) -> SignInPage:
        """Return the sign-in page once it is shown."""
        self.counter.qtbot.waitUntil(lambda: isinstance(self.window.gate, SignInPage))
        assert isinstance(self.window.gate, SignInPage)
        return self.window.gate

    @property
    def shell(self) -> Shell:
        """Return the pages once somebody is signed in."""
        self.counter.qtbot.waitUntil(lambda: self.window.shell is not None)
        assert self.window.shell is not None
        return self.window.shell

    def type_pin(self, pin: str = PIN, member: int = 0) -> None:
        """Choose a clerk and type a PIN on the keyboard."""
        gate = self.gate
        gate.tiles[member].click()
        QTest.keyClicks(gate, pin)
        QTest.keyClick(gate, Qt.Key.Key_Return)

    def sign_in(self) -> Shell:
        """Sign the first clerk in."""
        self.type_pin()
        return self.shell
