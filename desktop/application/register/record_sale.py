"""Write one entry into the shop's own register."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput
from desktop.application.ports import Clock, Ids
from desktop.application.register_models import EntryForm
from desktop.application.register_port import SalesRegister
from desktop.application.session import Session
from desktop.domain.alert.times import CHINA
from desktop.domain.compliance.entry_form import read_entry
from desktop.domain.compliance.sale import Sale


class RecordSale:
    """Keep an entry; it stays on this PC."""

    def __init__(self, *, register: SalesRegister, clock: Clock, ids: Ids) -> None:
        self._register = register
        self._clock = clock
        self._ids = ids

    def __call__(self, form: EntryForm, session: Session) -> Outcome[str]:
        """Return the entry's id. Raises InvalidInput with every problem, and StorageFailed."""
        now = self._clock.now()
        entry, problems = read_entry(form, now.astimezone(CHINA).date())
        if entry is None:
            raise InvalidInput(problems)
        sale = Sale(
            sale_id=self._ids.uuid7(now),
            at=now,
            member_id=session.member_id,
            direction=entry.direction,
            amount_fen=entry.amount_fen,
            cash_fen=entry.cash_fen,
            customer=entry.customer,
        )
        self._register.add(sale)
        return Outcome(sale.sale_id, changed(Kind.REGISTER))
