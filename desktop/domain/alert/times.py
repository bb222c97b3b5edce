"""Times as people type them, read in the county's own time (UTC+8)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from desktop.domain.alert.numbers import Unreadable, plain

CHINA = timezone(timedelta(hours=8))
_CLOCK = re.compile(r"([01]?\d|2[0-3])[::点时](?:([0-5]?\d)分?)?")


def parse_time(text: str, reference: datetime) -> datetime:
    """Return the UTC time of an RFC 3339 text, or of a clock time such as 14:05 on or before the reference's day.

    Raises Unreadable.
    """
    stripped = text.strip()
    clock = _CLOCK.fullmatch(plain(stripped))
    if clock is not None:
        local = reference.astimezone(CHINA)
        at = local.replace(hour=int(clock[1]), minute=int(clock[2] or 0), second=0, microsecond=0)
        return (at if at <= local + timedelta(hours=1) else at - timedelta(days=1)).astimezone(UTC)
    try:
        read = datetime.fromisoformat(stripped.replace("/", "-"))
        return (read if read.tzinfo is not None else read.replace(tzinfo=CHINA)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unreadable(
            "bad-time",
            "时间看不懂，请写成 14:05 或 2026-11-23 14:05。",
            "Write the time like 14:05 or 2026-11-23 14:05.",
        ) from None


def wire_time(at: datetime) -> str:
    """Return RFC 3339 with the county's offset and whole seconds."""
    return at.astimezone(CHINA).replace(microsecond=0).isoformat()


def month_key(at: datetime) -> str:
    """Return the county's calendar month a time is in: `2026-11`."""
    return f"{at.astimezone(CHINA):%Y-%m}"


def last_months(at: datetime, count: int) -> tuple[datetime, ...]:
    """Return the starts of the last `count` calendar months, that of `at` included and last, in UTC."""
    found = [month_start(at)]
    while len(found) < count:
        found.append(month_start(found[-1] - timedelta(days=1)))
    return tuple(reversed(found))


def month_start(at: datetime) -> datetime:
    """Return the start of the county's calendar month a time is in, in UTC."""
    local = at.astimezone(CHINA)
    return local.replace(day=1, hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
