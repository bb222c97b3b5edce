"""One entry of the shop's own register, and what was noted about it later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final, Literal

from desktop.domain.alert.times import CHINA

Direction = Literal["sell", "buyback"]
Note = Literal["reported", "unreported", "void", "restored"]
DIRECTIONS: Final[tuple[Direction, ...]] = ("sell", "buyback")


@dataclass(frozen=True, slots=True)
class Customer:
    """How a customer is known again; all values cleaned, empty when not known. `mark` is the clerk's own word for a person."""

    name: str = field(default="", repr=False)
    id_no: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    account: str = field(default="", repr=False)
    mark: str = field(default="", repr=False)

    @property
    def known(self) -> bool:
        """Tell whether another entry could be found to be the same customer's."""
        return bool(self.id_no or self.phone or self.account or self.mark)

    def same_as(self, other: Customer) -> bool:
        """Tell whether two entries are one customer's (DOMAIN 1.4): a mark of the clerk's, else identity number, phone, account.

        A mark says it outright. Of the others the strongest that both entries have decides alone.
        """
        if self.mark and self.mark == other.mark:
            return True
        for mine, theirs in ((self.id_no, other.id_no), (self.phone, other.phone), (self.account, other.account)):
            if mine and theirs:
                return mine == theirs
        return False


@dataclass(frozen=True, slots=True)
class Sale:
    """One sale or buy-back; `cash_fen` is the part paid in cash, foreign notes at the day's rate. Append-only."""

    sale_id: str
    at: datetime
    member_id: str
    direction: Direction
    amount_fen: int
    cash_fen: int
    customer: Customer

    @property
    def day(self) -> date:
        """Return the county's calendar day."""
        return self.at.astimezone(CHINA).date()


@dataclass(frozen=True, slots=True)
class SaleNote:
    """Something done about an entry later; the latest of each pair counts. Append-only."""

    sale_id: str
    note: Note
    member_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptSale:
    """An entry with what its notes amount to."""

    sale: Sale
    void: bool = False
    reported_by: SaleNote | None = None


def kept_sales(sales: Sequence[Sale], notes: Iterable[SaleNote]) -> tuple[KeptSale, ...]:
    """Return the entries in their order with their notes, oldest first, worked in."""
    void: dict[str, bool] = {}
    reported: dict[str, SaleNote | None] = {}
    for note in notes:
        if note.note in ("void", "restored"):
            void[note.sale_id] = note.note == "void"
        else:
            reported[note.sale_id] = note if note.note == "reported" else None
    return tuple(KeptSale(sale, void.get(sale.sale_id, False), reported.get(sale.sale_id)) for sale in sales)
