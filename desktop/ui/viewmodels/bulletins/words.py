"""Whom a notice is for, and which notices a filter leaves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.application.bulletin_models import BulletinRow
from redflags import Text

TRADE: Final[Mapping[str, Text]] = {
    "gold": Text("金店", "Gold shops"),
    "courier": Text("快递网点", "Courier depots"),
    "bank": Text("银行网点", "Banks"),
    "rider": Text("骑手", "Riders"),
    "property": Text("物业", "Property managers"),
    "community": Text("社区", "Communities"),
    "volunteer": Text("志愿者", "Volunteers"),
}
EVERYBODY: Final = Text("全体", "Everyone")
_OTHER: Final = Text("其他行业", "Other trades")


def for_whom(row: BulletinRow, lang: str) -> str:
    """Return trade and area of a notice as words; area is the officer's own words."""
    trade = TRADE.get(row.trade, _OTHER if row.trade else EVERYBODY).get(lang)
    return f"{trade} · {row.area}" if row.area else trade


def matches(row: BulletinRow, tab: str, area: str, text: str) -> bool:
    """Tell whether a notice is shown under `tab` (all, unread, trade), an area (empty: any) and a search of words."""
    if tab == "unread" and row.read_at is not None:
        return False
    if tab == "trade" and not row.trade:
        return False
    if area and row.area != area:
        return False
    said = f"{row.title} {row.text} {row.area}".casefold()
    return all(word in said for word in text.casefold().split())
