"""Work off the UI thread: a use case runs in a pool, its answer comes back as a queued signal."""

from __future__ import annotations

import itertools
import logging
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from desktop.application.errors import CounterwatchError

log = logging.getLogger(__name__)
T = TypeVar("T")
Failed = Callable[[Exception], None]


@dataclass(slots=True)
class _Pending:
    """A task and its answer. Both stay here: a thread that drops the last reference to a page's method frees the page."""

    work: Callable[[], object]
    owner: QObject | None
    done: Callable[[Any], None] | None
    failed: Failed | None
    result: Any = None
    error: Exception | None = None


class TaskRunner(QObject):
    """Runs blocking calls on threads; callbacks come on the UI thread, and only while their owner is alive.

    `changed` carries the kinds of records a finished command touched (its result's `changes`). Tasks of one `lane` run one after the
    other in the order given; tasks without a lane run side by side. `answered` comes after each callback.
    """

    changed = Signal(object)
    answered = Signal()
    idle = Signal()
    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None, workers: int = 4) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="task")
        self._ids = itertools.count(1)
        self._pending: dict[int, _Pending] = {}
        self._lanes: dict[str, deque[int]] = {}
        self._lock = threading.Lock()
        self._closed = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        lane: str = "",
    ) -> None:
        """Start `work`; later call `done(result)` or `failed(error)` on the UI thread, unless `owner` is gone by then."""
        if self._closed:
            return
        number = next(self._ids)
        self._pending[number] = _Pending(work, owner, done, failed)
        if lane:
            self._enqueue(lane, number)
        else:
            self._pool.submit(self._do, number)

    @property
    def busy(self) -> bool:
        """Tell whether any task is still under way."""
        return bool(self._pending)

    @property
    def closing(self) -> bool:
        """Tell whether the program waits for the tasks under way, so that long ones should stop."""
        return self._closed

    @property
    def under_way(self) -> int:
        """Return how many tasks were started and have not answered yet."""
        return len(self._pending)

    def close(self) -> None:
        """Take no more work, let what was started finish, and drop its callbacks; safe to call twice."""
        self._closed = True
        self._pool.shutdown(wait=True)
        self._pending.clear()

    def _enqueue(self, lane: str, number: int) -> None:
        with self._lock:
            queue = self._lanes.get(lane)
            if queue is not None:
                queue.append(number)
                return
            self._lanes[lane] = deque([number])
        self._pool.submit(self._drain, lane)

    def _drain(self, lane: str) -> None:
        while True:
            with self._lock:
                queue = self._lanes[lane]
                if not queue:
                    del self._lanes[lane]
                    return
                number = queue.popleft()
            self._do(number)

    def _do(self, number: int) -> None:
        self._work(self._pending[number])
        if isValid(self):
            self._finished.emit(number)

    @staticmethod
    def _work(task: _Pending) -> None:
        try:
            task.result = task.work()
        except CounterwatchError as known:
            task.error = known
        except Exception as unknown:  # noqa: BLE001 - a bug in one task must reach the screen as such, not kill a pool thread
            # Only the type and place: the message of an unknown error may hold what a person typed.
            log.error("task failed: %s", type(unknown).__name__)
            task.error = unknown

    @Slot(int)
    def _on_finished(self, number: int) -> None:
        task = self._pending.pop(number, None)
        if task is None:
            return
        alive = task.owner is None or isValid(task.owner)
        if task.error is not None:
            if alive and task.failed is not None:
                task.failed(task.error)
        else:
            if alive and task.done is not None:
                task.done(task.result)
            kinds = getattr(task.result, "changes", None)
            if kinds:
                self.changed.emit(kinds)
        self.answered.emit()
        if not self._pending:
            self.idle.emit()
