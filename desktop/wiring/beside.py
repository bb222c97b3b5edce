"""What no clerk needs at the moment of sign-in: each group is loaded with the first of it that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.wiring.places import CALENDAR, COURIERS, LESSONS

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.adapters.storage.profile import Storage
    from desktop.application.care_services import Care
    from desktop.application.changes import Outcome
    from desktop.application.checklists.find_checklist import FindChecklist
    from desktop.application.ports import Begin, Checklists, Clock, Ids, Keys, ReadSide
    from desktop.application.preference_model import Preferences
    from desktop.application.services import Amendments, CourierAids, GoldPriceBook, Learning, Paper, Register
    from desktop.domain.alert.retention import Retention
    from desktop.wiring.network import NetworkParts


@dataclass(frozen=True, slots=True)
class Beside:
    """Makes those groups from the parts of one open profile."""

    home: Path
    storage: Storage
    reads: ReadSide
    begin: Begin
    clock: Clock
    ids: Ids
    keys: Keys
    network: NetworkParts
    checklists: Checklists
    checklist: FindChecklist

    def amendments(self) -> Amendments:
        """What takes back or puts right what was sent."""
        from desktop.wiring.after_sending import amendments

        return amendments(self.begin, self.clock, self.ids, self.checklists)

    def paper(self) -> Paper:
        """What leaves the program as a file."""
        from desktop.wiring.after_sending import paper

        return paper(self.storage, self.reads, self.clock, self.checklist)

    def learning(self) -> Learning:
        """The learning pages."""
        from desktop.wiring.shop_life import learning

        return learning(LESSONS, self.checklists, self.reads, self.begin, self.clock)

    def register(self) -> Register:
        """The shop's own register."""
        from desktop.wiring.shop_life import sales_register

        return sales_register(self.storage, self.reads, self.clock, self.ids, CALENDAR)

    def courier(self) -> CourierAids:
        """The depot's aids."""
        from desktop.wiring.counter_aids import courier_aids

        return courier_aids(self.storage, self.clock, COURIERS)

    def gold_price(self) -> GoldPriceBook:
        """The daily gold price."""
        from desktop.wiring.counter_aids import gold_price_book

        return gold_price_book(self.storage, self.reads, self.clock)

    def care(self, wipe: Callable[[], Outcome[int]], preferences: Callable[[], Preferences]) -> Care:
        """The settings page; `wipe` keeps house now, `preferences` are those of this PC."""
        from desktop.wiring.care import CareParts, make_care

        return make_care(
            CareParts(
                self.home,
                self.storage,
                self.reads,
                self.begin,
                self.clock,
                self.keys,
                self.network,
                wipe,
                preferences,
            )
        )

    def forget_old_copies(self, now: datetime, kept: Retention) -> None:
        """Remove copies of the profile that are older than what may lie in it."""
        from desktop.wiring.care import forget_old_copies

        forget_old_copies(self.home, self.storage, self.clock)(now, kept)
