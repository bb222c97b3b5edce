"""Note that entries were reported, are void, or neither after all."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.ports import Clock
from desktop.application.register_models import Note
from desktop.application.register_port import SalesRegister
from desktop.application.session import Session
from desktop.domain.compliance.sale import SaleNote


class NoteSales:
    """Keep who noted what and when; nothing that was written is ever taken out."""

    def __init__(self, *, register: SalesRegister, clock: Clock) -> None:
        self._register = register
        self._clock = clock

    def __call__(self, sale_ids: tuple[str, ...], note: Note, session: Session) -> Outcome[None]:
        """Keep one note for each entry, all or none. Raises NotFound and StorageFailed."""
        now = self._clock.now()
        self._register.note(tuple(SaleNote(sale_id, note, session.member_id, now) for sale_id in sale_ids))
        return Outcome(None, changed(Kind.REGISTER))
