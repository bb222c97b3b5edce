"""Today's gold price: entering it, and reading the last one with whether it is still today's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput
from desktop.application.ports import Clock, ReadSide
from desktop.application.price_port import GoldPrices
from desktop.application.session import Session
from desktop.domain.alert.numbers import Unreadable
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.alert.times import CHINA
from desktop.domain.compliance.gold_price import LONGEST_SOURCE, GoldPrice, read_price


@dataclass(frozen=True, slots=True)
class PriceToday:
    """The last price entered; `stale` when it is not today's. Fen per gram; `member` is the name of who entered it."""

    fen_per_g: int
    day: date
    source: str
    member: str
    at: datetime
    stale: bool


class ReadGoldPrice:
    """Return the last price entered, None before the first."""

    def __init__(self, *, prices: GoldPrices, reads: ReadSide, clock: Clock) -> None:
        self._prices = prices
        self._reads = reads
        self._clock = clock

    def __call__(self) -> PriceToday | None:
        """Read it; StorageFailed."""
        price = self._prices.latest()
        if price is None:
            return None
        names = {member.member_id: member.name for member in self._reads.members()}
        today = self._clock.now().astimezone(CHINA).date()
        return PriceToday(
            price.fen_per_g, price.day, price.source, names.get(price.member_id, ""), price.at, price.day != today
        )


class NoteGoldPrice:
    """Keep what a member read as today's price."""

    def __init__(self, *, prices: GoldPrices, clock: Clock) -> None:
        self._prices = prices
        self._clock = clock

    def __call__(self, text: str, source: str, session: Session) -> Outcome[None]:
        """Keep it; InvalidInput naming `price` or `source`, StorageFailed."""
        where = "".join(char for char in source if char.isprintable()).strip()
        problems = []
        fen = 0
        try:
            fen = read_price(text)
        except Unreadable as wrong:
            problems.append(FieldProblem("price", wrong.code, wrong.zh, wrong.en))
        if not where or len(where) > LONGEST_SOURCE:
            zh = f"请写价格从哪里看来，不超过 {LONGEST_SOURCE} 个字。"
            problems.append(
                FieldProblem(
                    "source", "bad-source", zh, f"Say where the price is from, in {LONGEST_SOURCE} characters."
                )
            )
        if problems:
            raise InvalidInput(tuple(problems))
        now = self._clock.now()
        self._prices.add(GoldPrice(now.astimezone(CHINA).date(), fen, where, session.member_id, now))
        return Outcome(None, changed(Kind.REGISTER))
