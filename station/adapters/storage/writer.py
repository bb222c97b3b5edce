"""The one writer: takes waiting jobs together, commits once, answers each after the commit."""

import logging
import threading
import uuid
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import Any

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from station.adapters.storage.engine import announce
from station.adapters.storage.unit import SqlUnit
from station.application.errors import busy

_log = logging.getLogger(__name__)

_TRIES = 3
# serialization_failure, deadlock_detected, admin_shutdown, crash_shutdown
_PASSING_STATES = frozenset({"40001", "40P01", "57P01", "57P02"})

Job = Callable[[SqlUnit], object]
Wakes = list[tuple[str, Mapping[str, Any] | None]]


class GroupCommitWriter:
    """A thread that runs jobs in batches of up to `batch`, each in its own savepoint, and commits once a batch.

    `room` bounds the waiting ordinary jobs; urgent ones have their own room and go first. A failed commit is retried
    job by job, so one bad job costs nobody else an answer.
    """

    def __init__(self, engine: Engine, published: Callable[[Wakes], None], *, batch: int = 32, room: int = 256) -> None:
        self.name = uuid.uuid4().hex
        self._engine = engine
        self._published = published
        self._batch = batch
        self._room = room
        self._waiting: deque[tuple[Job, Future[object]]] = deque()
        self._urgent: deque[tuple[Job, Future[object]]] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="station-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job, *, urgent: bool = False) -> "Future[object]":
        """Queue a job; the future is done only after the commit. Raises Refused("busy") when the room is full."""
        future: Future[object] = Future()
        with self._changed:
            queue = self._urgent if urgent else self._waiting
            if self._closing or len(queue) >= self._room:
                raise busy()
            queue.append((job, future))
            self._changed.notify()
        return future

    def close(self) -> None:
        """Finish what is queued and stop the thread."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()

    def commit(self, connection: Connection) -> None:
        """Commit the batch; tests put their failures around this."""
        connection.commit()

    def _run(self) -> None:
        while (batch := self._next_batch()) is not None:
            try:
                self._write(batch)
            except SQLAlchemyError:
                # Not the error's text: it may quote values.
                _log.warning("a batch of %d writes failed; retrying one by one", len(batch))
                for item in batch:
                    self._write_alone(item)

    def _next_batch(self) -> list[tuple[Job, "Future[object]"]] | None:
        """Return the next jobs, perhaps none when their callers have gone; None when the writer closes and nothing is left."""
        batch: list[tuple[Job, Future[object]]] = []
        with self._changed:
            self._changed.wait_for(lambda: self._urgent or self._waiting or self._closing)
            while len(batch) < self._batch and (self._urgent or self._waiting):
                item = (self._urgent or self._waiting).popleft()
                # From here on nobody can take the job back; one whose caller has gone is not begun.
                if item[1].set_running_or_notify_cancel():
                    batch.append(item)
            return batch or (None if self._closing else [])

    def _write(self, batch: list[tuple[Job, "Future[object]"]]) -> None:
        if not batch:
            return
        done: list[tuple[Future[object], object]] = []
        refused: list[tuple[Future[object], Exception]] = []
        wakes: Wakes = []
        with self._engine.connect() as connection:
            for job, future in batch:
                unit = SqlUnit(connection)
                unit.savepoint()
                try:
                    result = job(unit)
                    unit.keep()
                    done.append((future, result))
                    wakes += unit.wakes
                except DBAPIError:
                    raise
                except Exception as error:  # noqa: BLE001 - whatever a job raises belongs to its caller, not to the batch
                    unit.undo()
                    refused.append((future, error))
            announce(connection, self.name)
            self.commit(connection)
        for future, result in done:
            future.set_result(result)
        for future, refusal in refused:
            future.set_exception(refusal)
        self._published(wakes)

    def _write_alone(self, item: tuple[Job, "Future[object]"]) -> None:
        for left in reversed(range(_TRIES)):
            try:
                self._write([item])
            except SQLAlchemyError as error:
                if left and _passing(error):
                    continue
                item[1].set_exception(error)
            return


def _passing(error: SQLAlchemyError) -> bool:
    """True for what a server says when the same write may well succeed next: a lost connection, a lost race."""
    if not isinstance(error, DBAPIError):
        return False
    return error.connection_invalidated or getattr(error.orig, "sqlstate", None) in _PASSING_STATES
