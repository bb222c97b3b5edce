"""Being told to end from outside (SIGTERM of a session that closes): the event loop ends as if the window were closed."""

from __future__ import annotations

import contextlib
import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class EndSignal(QObject):
    """`asked` once SIGTERM came; Python alone would hear it only when the event loop next runs Python code.

    Windows ends a program by closing its windows and never sends it.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard, self._told = socket.socketpair()
        self._heard.setblocking(False)
        self._told.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_byte)
        self._came = False
        self._before = signal.signal(signal.SIGTERM, self._on_signal)
        self._wakeup_before = signal.set_wakeup_fd(self._told.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Hear no more; the signal does again what it did before."""
        signal.set_wakeup_fd(self._wakeup_before)
        signal.signal(signal.SIGTERM, self._before)
        self._notifier.setEnabled(False)
        self._heard.close()
        self._told.close()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self._came = True

    def _on_byte(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._heard.recv(64)
        if self._came:
            self._came = False
            self.asked.emit()
