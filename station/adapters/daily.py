"""A thread that does the station's housework once a day."""

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)

DAY_SECONDS = 86_400.0


class Daily:
    """Calls `work` at once and then every `seconds`; a failure is logged and does not end it."""

    def __init__(self, work: Callable[[], object], seconds: float = DAY_SECONDS) -> None:
        self._work = work
        self._seconds = seconds
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="station-housework", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Let the work in hand end, then stop."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            try:
                self._work()
            except Exception as error:  # noqa: BLE001 - tomorrow is another day: serving goes on
                _log.warning("the daily housework failed: %s", type(error).__name__)
            if self._stop.wait(self._seconds):
                return
