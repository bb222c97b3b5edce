"""Something that was sent was wrong: a correction names it, and both stay to be read."""

from __future__ import annotations

from desktop.application.alerts.supplementing import checked_line, queue_supplement
from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput
from desktop.application.ports import Begin, Clock
from desktop.application.session import Session
from desktop.domain.alert.problems import FieldProblem

LONGEST_POINTER = 200
NOTHING_THERE = FieldProblem(
    "corrects",
    "unknown",
    "没有找到要更正的那一条：请从经过里选一条，或写明是哪一项。",
    "What is to be corrected was not found: choose an entry of the history, or name the field.",
)


class CorrectAlert:
    """Queue a correction of supplement `corrects` (0 is the alert itself) or of one field by its JSON pointer."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, alert_id: str, session: Session | None, corrects: int | str, text: str) -> Outcome[int]:
        """Save and queue it; returns the supplement's number. Raises InvalidInput, NotFound."""
        text = checked_line(text)
        with self._begin() as work:
            last = work.alerts.last_n(alert_id)
            if isinstance(corrects, str):
                known = corrects.startswith("/") and len(corrects) <= LONGEST_POINTER
            else:
                known = 0 <= corrects <= last
            if not known:
                raise InvalidInput((NOTHING_THERE,))
            more = {"corrects": corrects}
            written = queue_supplement(
                work, alert_id, session, self._clock.now(), kind="correction", text=text, more=more
            )
            work.commit()
        return Outcome(written.n, changed(Kind.ALERTS, Kind.OUTBOX))
