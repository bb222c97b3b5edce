"""The clerk takes an alert back, with a reason; the case goes on until an officer closes it."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput
from desktop.application.ports import Begin, Clock
from desktop.application.session import Session
from desktop.application.supplementing import queue_supplement
from desktop.domain.alert.supplement import text_problem


class WithdrawAlert:
    """Queue the withdrawal as the alert's next supplement; returns its number."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, alert_id: str, session: Session | None, text: str) -> Outcome[int]:
        """Save and queue it. Raises InvalidInput (no reason, withdrawn already), NotFound."""
        text = text.strip()
        problem = text_problem(text, may_be_empty=False)
        if problem is not None:
            raise InvalidInput((problem,))
        with self._begin() as work:
            written = queue_supplement(work, alert_id, session, self._clock.now(), kind="withdrawal", text=text)
            work.commit()
        return Outcome(written.n, changed(Kind.ALERTS, Kind.OUTBOX))
