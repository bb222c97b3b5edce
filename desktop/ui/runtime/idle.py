"""Whether anybody is at the counter: how long no key, mouse or touch came to a window of this program."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

LOOK_MS = 5_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class IdleWatch(QObject):
    """Says `quiet(seconds)` at every look for as long as nobody touched anything for `limit` seconds; 0 never says it.

    It listens to the windows of the program, not to every widget: painting and timers cost it nothing.
    """

    quiet = Signal(float)

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self.now = now
        self.limit = 0.0
        self._touched_at = now()
        self._watched: list[QWindow] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)
            # Keys that a Chinese input method takes reach no window; the text they become moves the cursor.
            app.inputMethod().cursorRectangleChanged.connect(self.touched)

    def watch(self, window: QWindow | None) -> None:
        """Listen to one more window."""
        self._watched = [one for one in self._watched if isValid(one)]
        if window is not None and all(one is not window for one in self._watched):
            self._watched.append(window)
            window.installEventFilter(self)

    def touched(self) -> None:
        """Somebody is there."""
        self._touched_at = self.now()

    def look(self) -> None:
        """Say how long it has been quiet, when that is long enough."""
        seconds = self.now() - self._touched_at
        if self.limit and seconds >= self.limit:
            self.quiet.emit(seconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice input; never take it away."""
        if event.type() in _TOUCHES:
            self.touched()
        return False
