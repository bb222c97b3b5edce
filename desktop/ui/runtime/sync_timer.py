"""The two clocks behind the screens: one round of sending when something is due, one listening for what the police say."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.application.changes import Changes, Kind, Outcome, changed
from desktop.application.errors import CounterwatchError
from desktop.application.read_models import DeliveryReport
from desktop.application.services import Services
from desktop.ui.runtime.task_runner import TaskRunner

LONGEST_MS = 30_000
SHORTEST_MS = 500
FEED_WAIT_S = 25.0
FEED_RETRY_MS = (1_000, 30_000)


class SyncTimer(QObject):
    """Sends what is due and listens to the feed while a profile is open; `contact_changed` after each try."""

    contact_changed = Signal()

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._stopped = threading.Event()
        self._sending = False
        self._again = False
        self._feed_pause = FEED_RETRY_MS[0]
        self._send_timer = self._timer(self.send_now)
        self._feed_timer = self._timer(self._listen)
        tasks.changed.connect(self._on_changed)

    def start(self) -> None:
        """Begin both rounds; nothing happens before the shop is enrolled."""
        self.send_now()
        self._listen()

    def stop(self) -> None:
        """Begin no further round; what runs is cut by the profile's `abort`."""
        self._stopped.set()
        self._send_timer.stop()
        self._feed_timer.stop()

    def send_now(self) -> None:
        """Send at once, or right after the round that is under way."""
        if self._stopped.is_set():
            return
        if self._sending:
            self._again = True
            return
        if self._services.shop() is None:
            self._send_timer.start(LONGEST_MS)
            return
        self._sending = True
        self._send_timer.stop()
        self._tasks.run(self._services.deliver_due, self._on_sent, self._on_send_failed, owner=self)

    def _timer(self, call: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        return timer

    def _on_sent(self, outcome: Outcome[DeliveryReport]) -> None:
        due = outcome.value.next_at
        wait = LONGEST_MS if due is None else int((due - datetime.now(UTC)).total_seconds() * 1000)
        self._next_round(min(LONGEST_MS, max(SHORTEST_MS, wait)))

    def _on_send_failed(self, _error: Exception) -> None:
        self._next_round(LONGEST_MS)

    def _next_round(self, wait_ms: int) -> None:
        self._sending = False
        self.contact_changed.emit()
        if self._again:
            self._again = False
            self.send_now()
        elif not self._stopped.is_set():
            self._send_timer.start(wait_ms)

    def _listen(self) -> None:
        if self._stopped.is_set():
            return
        if self._services.shop() is None:
            self._feed_timer.start(FEED_RETRY_MS[0])
            return
        self._tasks.run(lambda: self._services.pull_feed(FEED_WAIT_S), self._on_heard, self._on_feed_failed, owner=self)

    def _on_heard(self, _outcome: Outcome[int]) -> None:
        self._feed_pause = FEED_RETRY_MS[0]
        self.contact_changed.emit()
        self._feed_timer.start(0)

    def _on_feed_failed(self, error: Exception) -> None:
        wanted = getattr(error, "retry_after_s", None) if isinstance(error, CounterwatchError) else None
        pause = int(wanted * 1000) if wanted else self._feed_pause
        self._feed_pause = min(FEED_RETRY_MS[1], self._feed_pause * 2)
        self.contact_changed.emit()
        if not self._stopped.is_set():
            self._feed_timer.start(pause)

    def _on_changed(self, kinds: Changes) -> None:
        if kinds & changed(Kind.OUTBOX, Kind.SHOP):
            self.send_now()
