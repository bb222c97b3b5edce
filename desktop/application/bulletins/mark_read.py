"""Note that a notice was shown to a person, and queue the read receipt."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.changes import NOTHING, Kind, Outcome, changed
from desktop.application.ports import Begin, Clock
from desktop.application.session import Session
from desktop.domain.case.feed import ReadReceipt


class MarkBulletinRead:
    """The first showing counts; showing it again, or one nobody sent, changes nothing."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, bulletin_id: str, session: Session | None) -> Outcome[None]:
        """Keep mark and receipt in one transaction; the receipt is sent with the next round, also days later."""
        with self._begin() as work:
            known = work.feed.bulletin(bulletin_id)
            if known is None or known.read_at is not None:
                return Outcome(None, NOTHING)
            now = self._clock.now()
            member_id = session.member_id if session is not None else None
            work.feed.put_bulletin(replace(known, read_at=now))
            work.feed.queue_read_receipt(ReadReceipt(known.seq, now, member_id, work.feed.position().epoch))
            work.commit()
        # The outbox is woken: receipts travel with its rounds.
        return Outcome(None, changed(Kind.BULLETINS, Kind.OUTBOX))
