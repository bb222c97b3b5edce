"""Notices commits of other processes (the command line, a second station) and wakes this one's waiters."""

import threading

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from station.adapters.hub import EventHub
from station.adapters.storage.engine import change_mark


class DatabaseWatcher:
    """A thread that looks at the change mark every `seconds`.

    `engine` is the writer's, with its one connection: the mark then counts other processes' commits and not our own.
    """

    def __init__(self, engine: Engine, hub: EventHub, seconds: float = 1.0) -> None:
        self._engine = engine
        self._hub = hub
        self._seconds = seconds
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="station-watcher", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop the thread."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            mark = change_mark(self._engine)
            while not self._stop.wait(self._seconds):
                new = change_mark(self._engine)
                if new != mark:
                    mark = new
                    self._hub.publish_all({"type": "changed"})
        except SQLAlchemyError:
            return  # the database is being closed; long polls still end by their own time
