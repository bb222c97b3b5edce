"""Notices commits of other processes (the command line, a second station) and wakes this one's waiters."""

import threading
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from station.adapters.hub import EventHub
from station.adapters.storage.engine import CHANNEL, change_mark

_CHANGED = {"type": "changed"}


class DatabaseWatcher:
    """A thread that looks for others' commits every `seconds`; on a server it is told of them at once.

    `engine` is the writer's. On SQLite its one connection's mark counts other processes' commits and not our own; on
    PostgreSQL each commit names its writer, and those of `own` are passed over.
    """

    def __init__(self, engine: Engine, hub: EventHub, seconds: float = 1.0, own: str = "") -> None:
        self._engine = engine
        self._hub = hub
        self._seconds = seconds
        self._own = own
        self._stop = threading.Event()
        watch = self._listen if engine.dialect.name == "postgresql" else self._look
        self._thread = threading.Thread(target=watch, name="station-watcher", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop the thread."""
        self._stop.set()
        self._thread.join()

    def _look(self) -> None:
        try:
            mark = change_mark(self._engine)
            while not self._stop.wait(self._seconds):
                new = change_mark(self._engine)
                if new != mark:
                    mark = new
                    self._hub.publish_all(_CHANGED)
        except SQLAlchemyError:
            return  # the database is being closed; long polls still end by their own time

    def _listen(self) -> None:
        while not self._stop.is_set():
            try:
                for sender in self._senders():
                    if sender != self._own:
                        self._hub.publish_all(_CHANGED)
            except Exception:  # noqa: BLE001 - a server that is away may come back: until then waiters end by their time
                self._stop.wait(self._seconds)
            else:
                return
            # What was committed while nobody listened is found by looking once.
            self._hub.publish_all(_CHANGED)

    def _senders(self) -> Iterator[str]:
        import psycopg

        # A connection of its own: the writer's only one must never wait here.
        arguments: Any = self._engine.dialect.create_connect_args(self._engine.url)[1]
        with closing(psycopg.connect(**arguments, autocommit=True)) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            while not self._stop.is_set():
                for told in connection.notifies(timeout=self._seconds):
                    yield told.payload
