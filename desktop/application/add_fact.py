"""Add a later fact to an alert that was already submitted; what was sent before is never changed."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput
from desktop.application.ports import Begin, Clock
from desktop.application.session import Session
from desktop.domain.alert.supplement import text_problem, write_supplement
from desktop.domain.delivery.outbox import OutboxEntry


class AddFact:
    """Queue a fact as the alert's next supplement; returns its number."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, alert_id: str, session: Session | None, text: str) -> Outcome[int]:
        """Save and queue the fact in one transaction. Raises InvalidInput, NotFound."""
        text = text.strip()
        problem = text_problem(text, may_be_empty=False)
        if problem is not None:
            raise InvalidInput((problem,))
        with self._begin() as work:
            alert, now = work.alerts.get(alert_id), self._clock.now()
            supplement = write_supplement(
                alert_id=alert_id,
                n=work.alerts.last_n(alert_id) + 1,
                kind="fact",
                made_at=now,
                member_id=session.member_id if session else None,
                sign=session.sign if session else None,
                text=text,
            )
            work.alerts.add_supplement(supplement)
            work.outbox.add(OutboxEntry(alert_id, supplement.n, alert.urgent, now, now))
            work.commit()
        return Outcome(supplement.n, changed(Kind.ALERTS, Kind.OUTBOX))
