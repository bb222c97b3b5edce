"""A clock that only moves when told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

# A Tuesday morning in a shop's opening hours (10:00 in China), far from midnight and from month ends.
OPENING = datetime(2026, 11, 17, 2, 0, tzinfo=UTC)


@dataclass
class FixedClock:
    """Wall clock and monotonic clock (seconds) that stand still until `advance` or `jump` is called."""

    at: datetime = OPENING
    seconds: float = 1000.0
    own: datetime | None = None
    """The PC's own clock where a station has shown another time; None where both say the same."""

    def now(self) -> datetime:
        """The wall clock, in UTC."""
        return self.at

    def careful(self) -> datetime:
        """The earlier of the PC's own clock and the station's."""
        return self.at if self.own is None else min(self.at, self.own)

    def monotonic(self) -> float:
        """Seconds since an arbitrary start; never goes back."""
        return self.seconds

    def advance(self, seconds: float) -> None:
        """Let time pass on both clocks."""
        self.at += timedelta(seconds=seconds)
        self.seconds += seconds

    def jump(self, seconds: float) -> None:
        """Move the wall clock alone, as a person correcting the date does."""
        self.at += timedelta(seconds=seconds)
