"""Amounts, masses and times as a clerk reads them; pure functions of (value, now, language)."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

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


def day_time(at: datetime, now: datetime, lang: str = "zh") -> str:
    """Return 「今天 10:42」, 「昨天 16:05」, 「11月20日 09:18」 or, for another year, the full date; local time."""
    local, today = at.astimezone(), now.astimezone()
    clock = f"{local:%H:%M}"
    days = (today.date() - local.date()).days
    if days == 0:
        return f"今天 {clock}" if lang == "zh" else f"Today {clock}"
    if days == 1:
        return f"昨天 {clock}" if lang == "zh" else f"Yesterday {clock}"
    if local.year == today.year:
        return (
            f"{local.month}月{local.day}日 {clock}"
            if lang == "zh"
            else f"{local.day} {_MONTHS[local.month - 1]} {clock}"
        )
    return f"{local:%Y-%m-%d} {clock}"


def day(at: datetime, lang: str = "zh") -> str:
    """Return the date alone: 「2026年11月20日」 or `20 Nov 2026`; local time."""
    local = at.astimezone()
    if lang == "zh":
        return f"{local.year}年{local.month}月{local.day}日"
    return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"


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
