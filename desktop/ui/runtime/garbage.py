"""Python's collector of reference cycles, kept on the UI thread.

Python runs it in whichever thread happens to allocate at that moment. A page in a cycle would then be freed by a thread that
sends letters, under Qt's feet, and some events later the program dies (the same reason is given by pyqtgraph's
`GarbageCollector`). So it runs here, on a timer of the thread that owns the widgets, and nowhere else.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000


class UiGarbage(QObject):
    """While it lives and is started, cycles are collected once a second at most, on the thread that started it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._kept = False

    def start(self) -> None:
        """Take the collector over; what is loaded by now stays for good and is looked at no more."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def keep_loaded(self) -> None:
        """Look no more at what was loaded since, either; once, for later there are pages that may go again.

        Going through all the libraries took 30 to 50 ms each time, on the thread that answers the clerk.
        """
        if not self._kept:
            self._kept = True
            gc.freeze()

    def stop(self) -> None:
        """Give it back to Python."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the youngest generation whose turn it is, by Python's own thresholds."""
        for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
            if count > threshold:
                gc.collect(generation)
