"""Add a later fact to an alert that was already submitted; what was sent before is never changed."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput
from desktop.application.ports import Begin, Clock
from desktop.application.session import Session
from desktop.application.supplementing import queue_supplement
from desktop.domain.alert.supplement import text_problem


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
            supplement = queue_supplement(work, alert_id, session, self._clock.now(), kind="fact", text=text)
            work.commit()
        return Outcome(supplement.n, changed(Kind.ALERTS, Kind.OUTBOX))
