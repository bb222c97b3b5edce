"""Amounts, masses and times as a clerk reads them; pure functions of (value, now, language).

Times are the county's own, as on the police's screens and on paper, whatever zone this PC is set to.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from desktop.domain.alert.times import CHINA

DASH = "—"


def yuan(fen: int | None) -> str:
    """Return `¥ 1,234` or `¥ 1,234.50` for an amount in fen; a dash when there is none."""
    if fen is None:
        return DASH
    whole, rest = divmod(abs(fen), 100)
    sign = "-" if fen < 0 else ""
    return f"{sign}¥ {whole:,}.{rest:02d}" if rest else f"{sign}¥ {whole:,}"


def yuan_short(fen: int, lang: str = "zh") -> str:
    """Return a tile's amount: from ten thousand yuan in 万 with one decimal in Chinese (`¥ 48.6 万`), whole yuan in English."""
    if lang == "en" or abs(fen) < 1_000_000:
        return yuan(fen)
    tens = (Decimal(fen) / Decimal(1_000_000)).quantize(Decimal("0.1"))
    shown = f"{tens:,}".removesuffix(".0")
    return f"¥ {shown} 万"


def local(at: datetime) -> datetime:
    """Return a time on the county's clock."""
    return at.astimezone(CHINA)


def stamp(at: datetime) -> str:
    """Return date and time to the minute: `2026-11-20 09:18`."""
    return f"{local(at):%Y-%m-%d %H:%M}"


def table_time(at: datetime) -> datetime:
    """Return a time as a table's cell takes it: on the county's clock, without a zone, to the second."""
    return local(at).replace(tzinfo=None, microsecond=0)


def day_time(at: datetime, now: datetime, lang: str = "zh") -> str:
    """Return 「今天 10:42」, 「昨天 16:05」, 「11月20日 09:18」 or, for another year, the full date."""
    then, today = local(at), local(now)
    clock = f"{then:%H:%M}"
    days = (today.date() - then.date()).days
    if days == 0:
        return f"今天 {clock}" if lang == "zh" else f"Today {clock}"
    if days == 1:
        return f"昨天 {clock}" if lang == "zh" else f"Yesterday {clock}"
    if then.year == today.year:
        return f"{month_day(then.date(), lang)} {clock}"
    return f"{then:%Y-%m-%d} {clock}"


def day(at: datetime, lang: str = "zh") -> str:
    """Return the date alone: 「2026年11月20日」 or `20 Nov 2026`."""
    then = local(at).date()
    shown = month_day(then, lang)
    return f"{then.year}年{shown}" if lang == "zh" else f"{shown} {then.year}"


def month_day(day: date, lang: str = "zh") -> str:
    """Return 「11月20日」 or `20 Nov`."""
    return f"{day.month}月{day.day}日" if lang == "zh" else f"{day.day} {_MONTHS[day.month - 1]}"


def month_label(key: str, lang: str = "zh") -> str:
    """Return 「11月」 or `Nov` for "2026-11"."""
    month = int(key.partition("-")[2])
    return f"{month}月" if lang == "zh" else _MONTHS[month - 1]


def running(span: timedelta) -> str:
    """Return a running clock: `00:42`, `12:05`, `1:02:09`; never below zero."""
    seconds = max(0, int(span.total_seconds()))
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes:02d}:{seconds:02d}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
