"""A supplement the station refused goes again with better words, under a number of its own."""

from __future__ import annotations

import json

from desktop.application.alerts.supplementing import (
    checked_line,
    queue_supplement,
    refused_supplement,
    settle_supplement,
)
from desktop.application.changes import Kind, Outcome, changed
from desktop.application.ports import Begin, Clock, UnitOfWork
from desktop.application.session import Session
from desktop.domain.alert.alert import Supplement
from desktop.domain.alert.supplement import is_withdrawn
from desktop.domain.delivery.outbox import NUMBER_TAKEN, OutboxEntry

_KEPT = ("corrects", "attachment")


class ResendRefused:
    """Queue the corrected words as the alert's next supplement, and the filler in the place of the refused one."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, alert_id: str, session: Session | None, n: int, text: str) -> Outcome[int]:
        """Save and queue both in one transaction; returns the new number. Raises InvalidInput, NotFound."""
        text = checked_line(text)
        with self._begin() as work:
            now, letter = self._clock.now(), refused_supplement(work, alert_id, n)
            before = work.alerts.supplement(alert_id, n)
            kind, more = _kind(work, before, letter)
            settle_supplement(work, letter, now)
            written = queue_supplement(
                work, alert_id, session, now, kind=kind, text=text, in_reply_to=before.in_reply_to, more=more
            )
            work.commit()
        return Outcome(written.n, changed(Kind.ALERTS, Kind.OUTBOX))


def _kind(work: UnitOfWork, before: Supplement, letter: OutboxEntry) -> tuple[str, dict[str, object]]:
    """What the corrected words travel as: an answer stays an answer, a plain fact names the number it corrects."""
    if before.kind in ("reply", "withdrawal", "correction", "attachment"):
        said = json.loads(before.body)
        return before.kind, {name: said[name] for name in _KEPT if name in said}
    others = [one for one in work.alerts.supplements(before.alert_id) if one.n != before.n]
    if letter.refused_code == NUMBER_TAKEN or is_withdrawn(others):
        return "fact", {}
    return "correction", {"corrects": before.n}
