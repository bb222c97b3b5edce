"""Working days in mainland China: weekends, statutory holidays and the days worked instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day; not `certain` when a year it was counted through has no published holidays yet."""

    day: date
    certain: bool


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Published holidays and make-up workdays of some `years`; any other year is counted by weekends alone."""

    years: frozenset[int]
    holidays: frozenset[date]
    workdays: frozenset[date]

    def is_workday(self, day: date) -> bool:
        """Tell whether people work on a day."""
        return day in self.workdays or (day.weekday() < SATURDAY and day not in self.holidays)

    def after(self, day: date, count: int) -> Deadline:
        """Return the `count`-th working day after a day; the day itself is never counted."""
        certain = True
        while count > 0:
            day += timedelta(days=1)
            certain = certain and day.year in self.years
            count -= self.is_workday(day)
        return Deadline(day, certain)
