"""The day's reference price of gold, and whether an amount and a weight agree with it (DOMAIN 1.4: ±35 %, a warning only)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from desktop.domain.alert.numbers import Unreadable, parse_amount

FARTHEST: Final = Decimal("0.35")
LEAST_FEN, MOST_FEN = 100 * 100, 10_000 * 100
"""A price of fine gold per gram outside 100 to 10,000 CNY is a typing error."""
LONGEST_SOURCE: Final = 40


@dataclass(frozen=True, slots=True)
class GoldPrice:
    """Fen per gram of fine gold on one day, as a member entered it, with where it was read."""

    day: date
    fen_per_g: int
    source: str
    member_id: str
    at: datetime


def read_price(text: str) -> int:
    """Return fen per gram as typed (`985`, `985.5元`). Raises Unreadable."""
    fen = parse_amount(text)
    if not LEAST_FEN <= fen <= MOST_FEN:
        raise Unreadable(
            "price-range", "每克金价应在 100 到 10000 元之间，请核对。", "Give a price per gram of 100 to 10,000 CNY."
        )
    return fen


def fine_mg(weight_mg: int, purity: str) -> int:
    """Return the fine gold in a weight of a purity as the checklist names it; unknown and Au… count as fine."""
    return weight_mg * int(purity) // 1000 if purity in ("916", "750", "585", "375") else weight_mg


def off_by(amount_fen: int, weight_mg: int, fen_per_g: int) -> int | None:
    """Return by how many per cent an amount is above (+) or below (−) the weight's worth; None within ±35 %."""
    worth = Decimal(weight_mg) * fen_per_g / 1000
    if worth <= 0:
        return None
    off = Decimal(amount_fen) / worth - 1
    return None if abs(off) <= FARTHEST else int((off * 100).to_integral_value(rounding="ROUND_HALF_UP"))
