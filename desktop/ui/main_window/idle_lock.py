"""When the pages are locked by themselves: nobody touched anything for a while, and nothing is on the screen that must stay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.ui.pages.base import Page
from desktop.ui.runtime.idle import IdleWatch
from desktop.ui.widgets.live_line.readout import ReadoutCard

MORE_PATIENCE = {"live": 3}
"""Route -> how many times longer: on the live line one waits for an answer with the hands still."""


class IdleLock(QObject):
    """Says `due`; the words to read to 110 never disappear while they are shown."""

    due = Signal()

    def __init__(self, page: Callable[[], Page | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.watch = IdleWatch(self)
        self.watch.quiet.connect(self._on_quiet)

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes; 0 never."""
        limit = minutes * 60.0
        if limit != self.watch.limit:
            # Only another choice is a sign of a person: a backup by itself tells of changed preferences too.
            self.watch.limit = limit
            self.watch.touched()

    def _on_quiet(self, seconds: float) -> None:
        page = self._page()
        if page is None or any(card.isVisible() for card in page.findChildren(ReadoutCard)):
            return
        if seconds >= self.watch.limit * MORE_PATIENCE.get(page.route, 1):
            self.due.emit()
