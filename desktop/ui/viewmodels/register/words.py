"""Dates and working days as the register's page says them."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop.application.prices.gold_price import PriceToday
from desktop.domain.alert.numbers import fen_of
from desktop.ui.viewmodels.records.format import month_day
from redflags import Text

_DAYS_ZH: Final = "一二三四五六日"
_DAYS_EN: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def date_words(day: date, lang: str) -> str:
    """Return 「7月8日（周三）」 or `Wed 8 Jul`."""
    if lang == "zh":
        return f"{month_day(day, lang)}（周{_DAYS_ZH[day.weekday()]}）"
    return f"{_DAYS_EN[day.weekday()]} {month_day(day, lang)}"


def typed_yuan(fen: int) -> str:
    """Return an amount as one would type it: `26000` or `26000.50`."""
    whole, rest = divmod(fen, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)


def price_words(price: PriceToday, lang: str) -> str:
    """Return a price with its day and source: `985.50 元/克（今天，总店通知）`."""
    per_gram = typed_yuan(price.fen_per_g)
    when = (
        Text("今天", "today")
        if not price.stale
        else Text(f"{month_day(price.day)}的，不是今天", f"of {month_day(price.day, 'en')}, not today's")
    )
    return Text(f"{per_gram} 元/克（{when.zh}，{price.source}）", f"{per_gram} CNY/g ({when.en}, {price.source})").get(
        lang
    )


def off_words(off: int, price: PriceToday, lang: str) -> str:
    """Return how far an amount is from what its weight is worth at a price."""
    zh = f"金额比按克重算{'高' if off > 0 else '低'} {abs(off)}%，请核对有没有输错。参考金价 "
    en = f"The amount is {abs(off)} % {'above' if off > 0 else 'below'} the weight's worth: check for a typing error. Price "
    return Text(zh, en).get(lang) + price_words(price, lang)


def cash_in_payments(tx: object) -> str:
    """Return the cash part of a checklist's payments as one would type it, empty when there is none."""
    payments = tx.get("payments") if isinstance(tx, dict) else None
    rows = [row for row in payments if isinstance(row, dict)] if isinstance(payments, list) else []
    amounts = [row.get("amount_cny") for row in rows if row.get("method") == "cash" and row.get("ok", True)]
    total = sum(fen_of(amount) for amount in amounts if isinstance(amount, int | float))
    return typed_yuan(total) if total else ""
