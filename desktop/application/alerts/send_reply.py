"""Answer the police on one alert: a supplement and its outbox entry in one transaction."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.alerts.supplementing import queue_supplement
from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput
from desktop.application.ports import Begin, Clock
from desktop.application.read_models import FieldProblem
from desktop.application.session import Session
from desktop.domain.alert.supplement import REPLY_CODES, text_problem

UNKNOWN_REPLY = FieldProblem(
    "reply_code",
    "unknown",
    "「答复」不在可选范围内：请选一个按钮，或写一句话。",
    '"Reply" is not one of the choices: pick a button or write a line.',
)


class SendReply:
    """Queue a reply, by code or in words; returns the supplement's number."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(
        self,
        alert_id: str,
        session: Session | None,
        *,
        reply_code: str | None = None,
        text: str = "",
        in_reply_to: str | None = None,
    ) -> Outcome[int]:
        """Save and queue the reply; one that answers no instruction travels as a fact. Raises InvalidInput, NotFound."""
        text = text.strip()
        problem = text_problem(text, may_be_empty=reply_code is not None)
        if problem is None and reply_code is not None and reply_code not in REPLY_CODES:
            problem = UNKNOWN_REPLY
        if problem is not None:
            raise InvalidInput((problem,))
        with self._begin() as work:
            now = self._clock.now()
            supplement = queue_supplement(
                work,
                alert_id,
                session,
                now,
                kind="reply" if in_reply_to else "fact",
                text=text,
                reply_code=reply_code,
                in_reply_to=in_reply_to,
            )
            asked = work.cases.instruction(in_reply_to) if in_reply_to else None
            if asked is not None:
                work.cases.put_instruction(replace(asked, replied=reply_code or text, seen_at=asked.seen_at or now))
            work.commit()
        return Outcome(supplement.n, changed(Kind.ALERTS, Kind.OUTBOX, Kind.INSTRUCTIONS))
