"""The shop's own sales register: a store of its own, apart from the alerts; no sender ever sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from desktop.domain.compliance.sale import KeptSale, Sale, SaleNote
from desktop.domain.compliance.workdays import WorkCalendar

ReadCalendar = Callable[[], WorkCalendar]
"""The working days known to this version of the app."""


class SalesRegister(Protocol):
    """Entries and notes, append-only, each call one transaction; StorageFailed. `note` on an unknown entry raises NotFound.

    `since`: entries from a time on with their notes worked in, oldest first; `cash_only` leaves out those without cash.
    `following`: the next entries of all there are, in the same order; from the beginning for None. `count` counts them.
    """

    def add(self, sale: Sale) -> None: ...
    def note(self, notes: tuple[SaleNote, ...]) -> None: ...
    def following(self, last: Sale | None, limit: int) -> tuple[KeptSale, ...]: ...
    def count(self) -> int: ...
    def since(self, first: datetime, *, cash_only: bool = False) -> tuple[KeptSale, ...]: ...
