"""The member's own training record: what was tried, what was right, and in which months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.domain.alert.times import last_months, month_key, month_start

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answered drill; `saying` is the index chosen."""

    member_id: str
    drill_id: str
    level: str
    saying: int
    level_right: bool
    saying_right: bool
    at: datetime

    @property
    def right(self) -> bool:
        """Right means both: how serious, and what to say."""
        return self.level_right and self.saying_right


@dataclass(frozen=True, slots=True)
class Progress:
    """What the attempts amount to; `by_month` covers the last twelve months, oldest first, as (year-month, attempts).

    `streak` counts months in a row with at least one attempt, up to this month, or up to the last one while this month has none yet.
    """

    attempts: int
    right: int
    done: frozenset[str]
    mastered: frozenset[str]
    last_at: datetime | None
    by_month: tuple[tuple[str, int], ...]
    streak: int


def progress_of(attempts: Sequence[Attempt], known: Collection[str], now: datetime) -> Progress:
    """Add up one member's attempts, oldest first; drills that are no longer offered count as practice, not as done.

    A drill is mastered while its latest attempt is right.
    """
    latest = {attempt.drill_id: attempt.right for attempt in attempts if attempt.drill_id in known}
    counted = Counter(month_key(attempt.at) for attempt in attempts)
    months = [month_key(start) for start in last_months(now, MONTHS_SHOWN)]
    return Progress(
        attempts=len(attempts),
        right=sum(attempt.right for attempt in attempts),
        done=frozenset(latest),
        mastered=frozenset(drill for drill, right in latest.items() if right),
        last_at=attempts[-1].at if attempts else None,
        by_month=tuple((month, counted[month]) for month in months),
        streak=_streak(counted, now),
    )


def _streak(counted: Mapping[str, int], now: datetime) -> int:
    first = month_start(now)
    if not counted.get(month_key(first)):
        first = month_start(first - timedelta(days=1))
    length = 0
    while counted.get(month_key(first)):
        length += 1
        first = month_start(first - timedelta(days=1))
    return length
