"""Note that the instructions of an alert were shown to a person, and queue the read receipts."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.changes import NOTHING, Kind, Outcome, changed
from desktop.application.ports import Begin, Clock
from desktop.domain.case.feed import ReadReceipt


class MarkSeen:
    """Marks every unseen instruction of one alert; showing them again changes nothing."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, alert_id: str) -> Outcome[None]:
        """Mark all as seen now."""
        with self._begin() as work:
            unseen = [one for one in work.cases.instructions(alert_id) if one.seen_at is None]
            if not unseen:
                return Outcome(None, NOTHING)
            now, epoch = self._clock.now(), work.feed.position().epoch
            for instruction in unseen:
                work.cases.put_instruction(replace(instruction, seen_at=now))
                work.feed.queue_read_receipt(ReadReceipt(instruction.seq, now, None, epoch))
            work.commit()
        return Outcome(None, changed(Kind.INSTRUCTIONS))
