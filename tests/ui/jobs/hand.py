"""A clerk's hand on the keyboard: real key events to the window, counted where they arrive and not where they are sent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.runtime.scanner import ScannerWedge
from desktop.ui.runtime.theme import theme
from tests.ui.pages.window import WindowScreen

LONGEST_WAIT_MS = 20_000
_MODIFIERS = {Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta}


class KeyCount(QObject):
    """Counts presses as they arrive: keys at the window, shortcuts (which never get there) where they act.

    A chord such as Ctrl+Enter is one press.
    """

    def __init__(self, app: QApplication, window: QWidget) -> None:
        # The window's child: an ear that outlived it would hear, in Python, every event of all later tests.
        super().__init__(window)
        self.presses = 0
        self.mouse = 0
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold nothing back."""
        kind = event.type()
        if isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and isinstance(watched, QWindow):
            self.presses += event.key() not in _MODIFIERS
        elif kind == QEvent.Type.Shortcut:
            self.presses += 1
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.mouse += 1
        return False


class Hand:
    """Presses keys on one window as a keyboard does; it knows no widget and calls no method of a page."""

    def __init__(self, screen: WindowScreen) -> None:
        self.screen = screen
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.count = KeyCount(app, screen.window)
        screen.window.activateWindow()
        self.wait(screen.window.isActiveWindow)

    def wait(self, condition: Callable[[], object]) -> None:
        """Wait for what a clerk would wait for with the eyes."""
        self.screen.counter.qtbot.waitUntil(lambda: bool(condition()), timeout=LONGEST_WAIT_MS)

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, wherever the keyboard is now."""
        handle = self.screen.window.windowHandle()
        assert handle is not None
        before = self.count.presses
        QTest.keyClick(handle, Qt.Key(ord(key.upper())) if isinstance(key, str) else key, modifiers)
        assert self.count.presses == before + 1, f"the key {key} was seen {self.count.presses - before} times"
        # A person is slower than a scanner: the next key comes when this one has been taken for a person's.
        wedges = self.screen.window.findChildren(ScannerWedge)
        self.wait(lambda: not any(one.holding for one in wedges))

    def type(self, text: str) -> None:
        """Type a text: a press for each Latin character; Chinese comes as an input method commits it."""
        for character in text:
            if character.isascii():
                self.press(character)
                continue
            committed = QInputMethodEvent()
            committed.setCommitString(character)
            QApplication.sendEvent(self.focus, committed)

    def tab_to(self, name: str, *, most: int = 60, back: bool = False) -> None:
        """Press Tab until the control of that accessible name (or its beginning) has the keyboard."""
        met = []
        for _press in range(most):
            if self.named().startswith(name):
                return
            self.press(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
            met.append(self.named())
            self.see_focus()
        raise AssertionError(f"Tab never came to {name}; it came to {met}")

    def see_focus(self) -> None:
        """Fail when one cannot see where the keyboard is: it must be shown, inside the window, not scrolled away."""
        for _turn in range(20):
            if self._in_sight():
                return
            QApplication.processEvents()
        raise AssertionError(f"the keyboard is out of sight: {self.named()}")

    def _in_sight(self) -> bool:
        widget = self.focus
        seen = widget.visibleRegion().boundingRect()
        least = min(theme().px(16), widget.height(), widget.width())
        return widget.isVisible() and seen.height() >= least and seen.width() >= least

    def named(self) -> str:
        """Return the accessible name of what has the keyboard."""
        return self.focus.accessibleName()

    @property
    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        found = QApplication.focusWidget()
        return self.screen.window if found is None else found
