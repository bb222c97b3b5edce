"""One window on the tour: opened, waited for, typed into and closed as a clerk would."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.main_window.app import make_app, make_window
from desktop.ui.main_window.window import MainWindow
from desktop.ui.pages.base import Page
from desktop.ui.pages.sign_in.page import SignInPage
from desktop.ui.runtime.host import Host

PATIENCE_MS = 60_000
_RESTING_TURNS = 12
W = TypeVar("W", bound=QWidget)
P = TypeVar("P", bound=Page)


class TourStuck(Exception):
    """Something the tour waited for did not happen; the message says what."""


class StrayWindows(QObject):
    """Notices widgets that appear as windows of their own for a moment: they flash, and take the keyboard away."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.seen: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every window shown; nothing is held back."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kind = watched.windowType()
            if kind == Qt.WindowType.Window and not isinstance(watched, MainWindow):
                self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}".strip())
        return False


class Stage:
    """A window over one host; `open` and `close` may be called again and again, as a shop does day by day."""

    def __init__(self, host: Host) -> None:
        self.app = make_app()
        self.strays = StrayWindows(self.app)
        self._host = host
        self._window: MainWindow | None = None

    @property
    def window(self) -> MainWindow:
        """Return the open window."""
        if self._window is None:
            raise TourStuck("no window is open")
        return self._window

    def open(self) -> SignInPage:
        """Open the window and wait for the lock."""
        self._window = make_window(self._host)
        self._window.show()
        self._window.activateWindow()
        self.wait("the window to be in front", self._window.isActiveWindow)
        self._window.start()
        return self.lock()

    def lock(self) -> SignInPage:
        """Wait for the lock with its clerks."""
        self.wait("the sign-in page", lambda: isinstance(self.window.gate, SignInPage) and bool(self._lock().tiles))
        return self._lock()

    def _lock(self) -> SignInPage:
        gate = self.window.gate
        if not isinstance(gate, SignInPage):
            raise TourStuck("the sign-in page is not shown")
        return gate

    def sign_in(self, member_id: str, pin: str) -> None:
        """Choose the clerk's tile and type the PIN, by keyboard."""
        lock = self.lock()
        position = [member.member_id for member in lock.model.members].index(member_id)
        self.press(lock.tiles[position], Qt.Key.Key_Space)
        self.wait("the PIN pad", lambda: lock.pad.isEnabled() and lock.pad.isVisible())
        self.type(lock, pin)
        self.press(lock, Qt.Key.Key_Return)
        self.wait("the counter page", lambda: self.window.shell is not None and self.window.shell.page is not None)

    def go(self, page: type[P], route: str, **args: object) -> P:
        """Go to a page and wait until it is shown."""
        self.window.go(route, **args)
        return self.page(page)

    def page(self, kind: type[P]) -> P:
        """Wait until a page of this kind is shown, and return it."""
        found: list[P] = []

        def shown() -> bool:
            shell = self.window.shell
            if shell is not None and isinstance(shell.page, kind):
                found.append(shell.page)
            return bool(found)

        self.wait(f"the page {kind.__name__}", shown)
        return found[0]

    def press(
        self,
        widget: QWidget,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press one key on a widget, as its user would."""
        QTest.keyClick(widget, key, modifiers)
        self.settle()

    def type(self, widget: QWidget, text: str) -> None:
        """Type a text into a widget: Latin by keys, Chinese as an input method commits it."""
        if text.isascii():
            QTest.keyClicks(widget, text)
        else:
            committed = QInputMethodEvent()
            committed.setCommitString(text)
            QApplication.sendEvent(widget, committed)
        self.settle()

    def focused(self) -> QWidget:
        """Return the widget that has the keyboard."""
        found: QWidget | None = self.window.focusWidget()
        return self.window if found is None else found

    def settle(self) -> None:
        """Let everything already due happen, and the window paint."""
        QApplication.sendPostedEvents()
        # No event loop runs on the tour, and only a loop lets go of what was deleted "later".
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.app.processEvents()

    def rest(self) -> None:
        """Let timers of zero and the layouts they set off come to an end, as they do between two looks at a screen."""
        turns = 0

        def turned() -> bool:
            nonlocal turns
            turns += 1
            self.settle()
            return turns > _RESTING_TURNS

        self.wait("the window to come to rest", turned)

    def wait(self, what: str, condition: Callable[[], bool], patience_ms: int = PATIENCE_MS) -> None:
        """Run the event loop until the condition holds; raises TourStuck(what) when it never does."""
        deadline = QDeadlineTimer(patience_ms)
        while not condition():
            if deadline.hasExpired():
                raise TourStuck(f"waited in vain for {what}")
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        self.settle()

    def close(self) -> None:
        """Close the window and everything it holds open."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None
            self.settle()
