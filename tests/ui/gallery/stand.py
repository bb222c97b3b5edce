"""A window on a real profile that can be put into any state, in any look, the same to the pixel each time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, Literal

from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.application.errors import CounterwatchError, StationUnreachable
from desktop.application.read_models import Preferences
from desktop.application.station_port import FeedPage
from desktop.ui.main_window.shell import Shell
from desktop.ui.pages.base import Page
from desktop.ui.runtime.host import Host
from tests.ui.live_line.counter import Counter
from tests.ui.pages.window import WindowScreen

PATIENCE_MS = 20_000


@dataclass(frozen=True)
class Look:
    """Theme, language and text size."""

    theme: Literal["light", "dark"] = "light"
    language: Literal["zh", "en"] = "zh"
    percent: int = 100

    @property
    def name(self) -> str:
        """Return the look as part of a file's name."""
        return f"{self.theme}-{self.language}-{self.percent}"


class _Listening(list[FeedPage | CounterwatchError]):
    """A feed that waits for news, as a real one does, until the line is hung up."""

    def __init__(self, *, cut: bool) -> None:
        super().__init__()
        self.hung_up = threading.Event()
        self.waits = False
        self._cut = cut

    def extend(self, _more: object) -> None:
        """What the window's own fixture would answer is not asked for."""

    def pop(self, _index: object = -1) -> FeedPage | CounterwatchError:
        if not self._cut:
            self.waits = True
            self.hung_up.wait(PATIENCE_MS / 1000)
            self.waits = False
        return StationUnreachable("network")


class Stand:
    """One window; `online` says whether the station answers."""

    def __init__(
        self,
        counter: Counter,
        look: Look,
        *,
        online: bool = True,
        passphrase: str = "",
        host: Callable[[Counter, Preferences], Host] | None = None,
    ) -> None:
        self.counter, self.look, self.online = counter, look, online
        self._held, self._holding = threading.Event(), 0
        self._feed = _Listening(cut=not online)
        counter.profile.station.pages = self._feed
        if not online:
            counter.profile.station.failures.extend(StationUnreachable("network") for _ in range(500))
            counter.profile.connectivity.silent()
        else:
            counter.profile.connectivity.answered(counter.clock.now())
        kept = Preferences(look.language, look.theme, look.percent)
        self.screen = WindowScreen(counter, passphrase, self._feed.hung_up.set, kept, host and host(counter, kept))
        self.window = self.screen.window
        self.face: QWidget = self.window

    @property
    def shell(self) -> Shell:
        """Return the pages; the clerk signs in when first asked for."""
        if self.window.shell is None:
            gate = self.screen.gate
            self.counter.qtbot.waitUntil(lambda: bool(gate.tiles), timeout=PATIENCE_MS)
            assert self.window.context is not None
            self.window.context.now = self.counter.clock.now
            self.window.context.services = self.counter.context.services
            self.screen.sign_in()
        return self.screen.shell

    def sign_in(self) -> None:
        """Sign the first clerk in."""
        self.counter.qtbot.waitUntil(lambda: self.shell.page is not None, timeout=PATIENCE_MS)

    @property
    def page(self) -> Page:
        """Return the page now shown."""
        assert self.shell.page is not None
        return self.shell.page

    def go(self, route: str, **args: object) -> Page:
        """Show a page and wait until it has read what it shows."""
        self.shell.go(route, **args)
        self.rest()
        return self.page

    def use(self, path: str, command: object) -> None:
        """Put another use case in place of one, `care.backups.make` for one inside groups."""
        self.counter.context.services = _with(self.counter.context.services, path, command)
        if self.window.context is not None:
            self.window.context.services = self.counter.context.services

    def fail(self, path: str, error: Exception) -> None:
        """Let a use case fail."""

        def failing(*_args: object, **_more: object) -> object:
            raise error

        self.use(path, failing)

    def hold(self, path: str) -> None:
        """Let a use case take for ever, that is until the window is closed."""
        real = attrgetter(path)(self.counter.services)

        def held(*args: object, **more: object) -> object:
            self._held.wait(PATIENCE_MS / 1000)
            return real(*args, **more)

        self._holding += 2
        self.use(path, held)

    def rest(self) -> None:
        """Wait until nothing is read any more and every layout has settled; cursors stand still."""
        tasks = self.window.keeper.tasks
        feed, holding = self._feed, self._holding
        # Only a feed that really hangs may be under way: without a line it fails at once, and what is counted is the page's reading.
        self.counter.qtbot.waitUntil(
            lambda: tasks is None or tasks.under_way <= holding + int(feed.waits), timeout=PATIENCE_MS
        )
        for _turn in range(12):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        """Close the window and let go of what was held; the look is put back once the window is gone (conftest)."""
        self._held.set()
        self._feed.hung_up.set()
        self.window.close()


@contextmanager
def standing(counter: Counter, look: Look, *, online: bool = True) -> Iterator[Stand]:
    """Put a window up at which nobody has signed in yet."""
    stand = Stand(counter, look, online=online)
    try:
        yield stand
    finally:
        stand.close()


def picture_of(stand: Stand) -> QImage:
    """Return what the window shows, without a blinking cursor."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QPlainTextEdit):
        focus.clearFocus()
    stand.rest()
    return stand.face.grab().toImage()


def _with(whole: Any, path: str, command: object) -> Any:
    name, _, rest = path.partition(".")
    return replace(whole, **{name: _with(getattr(whole, name), rest, command) if rest else command})
