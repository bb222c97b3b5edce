"""What the register knows of a customer who is at the counter again."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta

from desktop.application.errors import InvalidInput
from desktop.application.ports import Clock
from desktop.application.register_models import Earlier
from desktop.application.register_port import SalesRegister
from desktop.domain.alert.times import CHINA
from desktop.domain.compliance.cash_day import LAST_DAYS, earlier_of
from desktop.domain.compliance.entry_form import read_customer


class EarlierSales:
    """Count earlier purchases by identity number, phone, account or mark, across all members of this counter."""

    def __init__(self, *, register: SalesRegister, clock: Clock) -> None:
        self._register = register
        self._clock = clock

    def __call__(self, typed: Mapping[str, str], besides: Collection[str] = ()) -> Earlier:
        """Count them, without the entries `besides`: those are the purchase at hand.

        Raises InvalidInput for a number that cannot be right, and StorageFailed.
        """
        now = self._clock.now()
        customer, problems = read_customer(typed, now.astimezone(CHINA).date())
        if problems:
            raise InvalidInput(problems)
        return earlier_of(customer, self._register.since(now - timedelta(days=LAST_DAYS)), now, besides)
