"""Same-day cash of one customer, the task it brings at 100,000 CNY, and what earlier entries say about a customer.

银发〔2025〕124号, in force 2025-08-01: cash of 100,000 CNY or more (inclusive), single or the same customer's same-day total,
sales and buy-backs each on their own, is reported to 中国反洗钱监测分析中心 within five working days from the day of the sale.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from desktop.domain.alert.times import CHINA
from desktop.domain.compliance.sale import Customer, Direction, KeptSale, Sale
from desktop.domain.compliance.workdays import Deadline, WorkCalendar

LINE_FEN: Final = 100_000 * 100
HALF_LINE_FEN: Final = 50_000 * 100
WORKING_DAYS: Final = 5
LAST_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class CustomerDay:
    """All entries of one customer on one day in one direction, oldest first."""

    day: date
    direction: Direction
    entries: tuple[KeptSale, ...]

    @property
    def cash_fen(self) -> int:
        """Return the day's cash."""
        return sum(entry.sale.cash_fen for entry in self.entries)

    @property
    def is_task(self) -> bool:
        """Tell whether the cash reaches the line."""
        return self.cash_fen >= LINE_FEN

    @property
    def done(self) -> bool:
        """Tell whether every entry with cash is in a report: one more that day opens the task again."""
        return all(entry.reported_by for entry in self.entries if entry.sale.cash_fen)

    @property
    def customer(self) -> Customer:
        """Return everything the entries say about the customer, the later word winning."""
        parts = [entry.sale.customer for entry in self.entries]

        def last(values: Sequence[str]) -> str:
            return next((value for value in reversed(values) if value), "")

        return Customer(
            last([part.name for part in parts]),
            last([part.id_no for part in parts]),
            last([part.phone for part in parts]),
            last([part.account for part in parts]),
            last([part.mark for part in parts]),
        )

    def deadline(self, calendar: WorkCalendar) -> Deadline:
        """Return the last day for the report; day 1 is the next working day."""
        return calendar.after(self.day, WORKING_DAYS)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the register knows of a customer's earlier purchases (facts of the gold checklist); amounts in fen."""

    same_day_count: int
    same_day_prior_cash_fen: int
    last7d_count: int
    days7_cash_50_100k: int


def customer_days(entries: Sequence[KeptSale]) -> tuple[CustomerDay, ...]:
    """Return each customer's days, the newest day first, the most cash first; void entries count nowhere."""
    found = [
        CustomerDay(day, direction, tuple(sorted(group, key=lambda entry: entry.sale.at)))
        for (day, direction), rows in _by_day(entries).items()
        for group in _groups(rows)
    ]
    return tuple(sorted(found, key=lambda item: (-item.day.toordinal(), -item.cash_fen, item.entries[0].sale.at)))


def task_days(entries: Sequence[KeptSale]) -> tuple[CustomerDay, ...]:
    """Return those of the customers' days that reach the line, in the same order."""
    large = [
        entry
        for rows in _by_day(entries).values()
        if sum(entry.sale.cash_fen for entry in rows) >= LINE_FEN
        for entry in rows
    ]
    return tuple(day for day in customer_days(large) if day.is_task)


def earlier_of(
    customer: Customer, entries: Sequence[KeptSale], now: datetime, besides: Collection[str] = ()
) -> Earlier:
    """Count what this customer bought before `now`: today, and in the last seven days, today included.

    `besides` are ids of entries that are the purchase at hand itself. Entries count as the customer's through each other too: one
    with phone and identity number joins those that have only one of the two.
    """
    today = now.astimezone(CHINA).date()
    first = today - timedelta(days=LAST_DAYS - 1)
    near = [entry for entry in entries if _counts(entry, first, today) and entry.sale.sale_id not in besides]
    own = [
        entry.sale
        for group in _groups(near)
        if any(customer.same_as(entry.sale.customer) for entry in group)
        for entry in group
        if not _clash(customer, entry.sale.customer)
    ]
    cash: dict[date, int] = defaultdict(int)
    for sale in own:
        cash[sale.day] += sale.cash_fen
    return Earlier(
        same_day_count=sum(sale.day == today for sale in own),
        same_day_prior_cash_fen=cash.get(today, 0),
        last7d_count=len(own),
        days7_cash_50_100k=sum(HALF_LINE_FEN <= day < LINE_FEN for day in cash.values()),
    )


def _counts(entry: KeptSale, first: date, last: date) -> bool:
    sale: Sale = entry.sale
    return sale.direction == "sell" and not entry.void and first <= sale.day <= last


def _by_day(entries: Sequence[KeptSale]) -> dict[tuple[date, Direction], list[KeptSale]]:
    by_day: dict[tuple[date, Direction], list[KeptSale]] = defaultdict(list)
    for entry in entries:
        if not entry.void:
            by_day[entry.sale.day, entry.sale.direction].append(entry)
    return by_day


def _groups(rows: Sequence[KeptSale]) -> list[list[KeptSale]]:
    """Join entries of one customer; what a clerk marked or what has an identity number is placed before weaker keys.

    Entries join a group when they are the same customer as one in it and contradict none: two identity numbers under one
    phone stay two people unless the clerk's mark says otherwise. Only groups that share a key are looked at: a shop has many
    customers a day.
    """
    groups: dict[int, list[KeptSale]] = {}
    by_key: dict[tuple[int, str], set[int]] = defaultdict(set)
    ordered = sorted(rows, key=lambda entry: (min(_keys(entry.sale.customer), default=(_KINDS, ""))[0], entry.sale.at))
    for number, row in enumerate(ordered):
        own = row.sale.customer
        near = sorted({place for key in _keys(own) for place in by_key[key]})
        fitting = [place for place in near if place in groups and _fits(own, groups[place])]
        home, joined = (fitting[0] if fitting else number), [row]
        groups.setdefault(home, []).append(row)
        for place in fitting[1:]:
            if all(_fits(other.sale.customer, groups[home]) for other in groups[place]):
                joined += groups[place]
                groups[home] += groups.pop(place)
        for moved in joined:
            for key in _keys(moved.sale.customer):
                by_key[key].add(home)
    return list(groups.values())


def _keys(customer: Customer) -> list[tuple[int, str]]:
    """Return what two entries of one customer may share, the strongest first, each with its kind."""
    known = (customer.id_no, customer.phone, customer.account, customer.mark)
    return [(kind, key) for kind, key in enumerate(known) if key]


_KINDS: Final = 4


def _fits(own: Customer, group: Sequence[KeptSale]) -> bool:
    others = [entry.sale.customer for entry in group]
    if own.mark and any(own.mark == other.mark for other in others):
        return True
    return not any(_clash(own, other) for other in others) and any(own.same_as(other) for other in others)


def _clash(own: Customer, other: Customer) -> bool:
    """Two identity numbers are two people, unless the clerk's mark says otherwise."""
    marked = bool(own.mark) and own.mark == other.mark
    return bool(own.id_no and other.id_no and own.id_no != other.id_no) and not marked
