"""The published holidays and make-up workdays that ship with the app."""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from desktop.domain.compliance.workdays import WorkCalendar


class CalendarError(ValueError):
    """The calendar file is missing or something in it is wrong; the message names the year."""


@cache
def read_calendar(file: Path) -> WorkCalendar:
    """Read `{year: {source, holidays: [[first, last]…], workdays: [day…]}}` once; CalendarError."""
    try:
        years = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CalendarError(f"{file.name}: unreadable") from error
    holidays: set[date] = set()
    workdays: set[date] = set()
    for year, entry in years.items():
        try:
            for first, last in entry["holidays"]:
                start, end = date.fromisoformat(first), date.fromisoformat(last)
                if start > end or start.year != int(year):
                    raise ValueError(first)
                holidays |= {start + timedelta(days=n) for n in range((end - start).days + 1)}
            workdays |= {date.fromisoformat(day) for day in entry["workdays"]}
        except (KeyError, TypeError, ValueError) as error:
            raise CalendarError(f"{year}: {error!r}") from error
    if holidays & workdays:
        raise CalendarError("a day is both a holiday and a workday")
    return WorkCalendar(frozenset(int(year) for year in years), frozenset(holidays), frozenset(workdays))
