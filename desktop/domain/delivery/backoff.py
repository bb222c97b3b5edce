"""When to try again: full jitter between one second and five minutes; the station's Retry-After up to fifteen."""

from __future__ import annotations

from datetime import datetime, timedelta

FIRST_S = 1.0
LONGEST_S = 300.0
LONGEST_RETRY_AFTER_S = 900.0
FARTHEST = timedelta(seconds=LONGEST_RETRY_AFTER_S)
"""No wait is longer: a time farther off was written by a clock that has been set back since."""


def wait_s(attempts: int, fraction: float, retry_after_s: float | None = None) -> float:
    """Return seconds to wait after `attempts` tries; `fraction` in [0, 1) is the jitter's random number."""
    if retry_after_s is not None:
        return min(max(retry_after_s, FIRST_S), LONGEST_RETRY_AFTER_S)
    ceiling = min(LONGEST_S, FIRST_S * 2.0 ** min(max(attempts, 1), 20))
    return FIRST_S + (ceiling - FIRST_S) * fraction


def next_attempt(now: datetime, attempts: int, fraction: float, retry_after_s: float | None = None) -> datetime:
    """Return the time of the next try."""
    return now + timedelta(seconds=wait_s(attempts, fraction, retry_after_s))


def has_come(at: datetime, now: datetime) -> bool:
    """Whether the time of a next try has come, or was written by a clock that was ahead of this one."""
    return at <= now or at > now + FARTHEST
