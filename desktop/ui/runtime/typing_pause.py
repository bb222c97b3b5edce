"""When what is being typed is saved: at a pause, and in any case before two seconds of it could be lost."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

LONGEST_MS: Final = 1_200
"""After the first change not yet saved; a save itself takes its time too, and both must stay below two seconds."""


class TypingPause(QTimer):
    """Fires `pause_ms` after the last `touch`, but never later than LONGEST_MS after the first one since it last fired."""

    def __init__(self, pause_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._pause_ms = pause_ms
        self._typed = QElapsedTimer()
        self.setSingleShot(True)

    def touch(self) -> None:
        """Something was typed."""
        if not self.isActive():
            self._typed.start()
        self.start(max(0, min(self._pause_ms, LONGEST_MS - self._typed.elapsed())))
