"""The machine's clocks, the wall clock put right by what a station has shown."""

from __future__ import annotations

import contextlib
import functools
import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

KEPT = "clock.json"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
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
        kept = _read(file)
        self._off = min(_seconds(kept, "off_s"), timedelta())
        self._was_behind = max(_seconds(kept, "was_behind_s"), timedelta())
        self._behind_until = _EPOCH + _seconds(kept, "behind_until_s")

    def now(self) -> datetime:
        """Return the wall time, aware, in UTC."""
        return datetime.now(UTC) + self._off

    def careful(self) -> datetime:
        """Return the earlier of this PC's clock and the station's: which of the two is right is not known here.

        A station that is ahead so never makes anything old. One that was behind made every record of that time look older than it
        is as soon as it was set right: what it was behind counts on for as long as such records may have details, `_remembered`,
        and up to so much. The price of a PC that was fast, which looks the same from here, is details kept that much longer.
        """
        own = datetime.now(UTC)
        lately = timedelta() <= own - self._behind_until <= _remembered()
        return own + min(self._off, timedelta(), -self._was_behind if lately else timedelta())

    def monotonic(self) -> float:
        """Return seconds of a clock that only goes forward."""
        return time.monotonic()

    def shown(self, theirs: datetime) -> None:
        """Take the time of a station that found ours wrong."""
        own, before = datetime.now(UTC), self._off
        off = theirs - own
        self._off = off if abs(off) >= _WORTH else timedelta()
        if before < min(self._off, timedelta()):
            lately = timedelta() <= own - self._behind_until <= _remembered()
            earlier = self._was_behind if lately else timedelta()
            self._was_behind, self._behind_until = min(max(-before, earlier), _remembered()), own
        if self._file is not None:
            _keep(
                self._file,
                {
                    "off_s": round(min(self._off, timedelta()).total_seconds()),
                    "was_behind_s": round(self._was_behind.total_seconds()),
                    # Never rounded up: for up to half a second that time would lie ahead and not count.
                    "behind_until_s": (self._behind_until - _EPOCH) // timedelta(seconds=1),
                },
            )


def _read(file: Path | None) -> Mapping[str, object]:
    try:
        said = json.loads(file.read_text(encoding="utf-8")) if file is not None else {}
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def _seconds(kept: Mapping[str, object], name: str) -> timedelta:
    said = kept.get(name, 0)
    try:
        return timedelta(seconds=float(said)) if isinstance(said, int | float) else timedelta()
    except (ValueError, OverflowError):
        return timedelta()


def _keep(file: Path, said: Mapping[str, object]) -> None:
    growing = file.with_suffix(".part")
    # Learnt again at the next start when it cannot be written.
    with contextlib.suppress(OSError):
        growing.write_text(json.dumps(said), encoding="utf-8")
        growing.replace(file)


@functools.cache
def _remembered() -> timedelta:
    # The table of fields is loaded when it is asked for: the first alarm of a start waits for every import.
    from desktop.domain.alert.retention import LONGEST

    return timedelta(days=LONGEST.l2)
