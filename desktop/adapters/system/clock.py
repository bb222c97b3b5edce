"""The machine's clocks, the wall clock put right by what a station has shown."""

from __future__ import annotations

import contextlib
import json
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

KEPT = "clock.json"
_WORTH = timedelta(seconds=2)
"""A station shows whole seconds: a difference below that is none."""


class SystemClock:
    """Wall time in UTC and the monotonic clock, which no change of the wall clock moves.

    A letter written by a clock that is minutes fast speaks of the future, which a station refuses. So the difference a
    station has shown counts from then on, and is kept in `file` for the next start: of a fast clock only, for a clock that
    has been set right meanwhile then writes too early a time, which every station takes, until the station shows its own again.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._off = _read(file)

    def now(self) -> datetime:
        """Return the wall time, aware, in UTC."""
        return datetime.now(UTC) + self._off

    def monotonic(self) -> float:
        """Return seconds of a clock that only goes forward."""
        return time.monotonic()

    def shown(self, theirs: datetime) -> None:
        """Take the time of a station that found ours wrong."""
        off = theirs - datetime.now(UTC)
        self._off = off if abs(off) >= _WORTH else timedelta()
        if self._file is not None:
            _keep(self._file, min(self._off, timedelta()))


def _read(file: Path | None) -> timedelta:
    if file is None:
        return timedelta()
    try:
        seconds = json.loads(file.read_text(encoding="utf-8"))["off_s"]
        return min(timedelta(seconds=float(seconds)), timedelta())
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return timedelta()


def _keep(file: Path, off: timedelta) -> None:
    growing = file.with_suffix(".part")
    # Learnt again at the next start when it cannot be written.
    with contextlib.suppress(OSError):
        growing.write_text(json.dumps({"off_s": round(off.total_seconds())}), encoding="utf-8")
        growing.replace(file)
