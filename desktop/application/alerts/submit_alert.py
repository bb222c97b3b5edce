"""Pressing the button: alert, outbox entry and the end of the draft in one transaction; sending comes later."""

from __future__ import annotations

from desktop.application.alerts.supplementing import queue_follow_up, queue_photos
from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput, NotEnrolled, NotFound
from desktop.application.ports import Begin, Clock, FindChecklist
from desktop.application.read_models import FieldProblem
from desktop.application.session import Session
from desktop.domain.alert.body import alert_of
from desktop.domain.alert.judged import Choice
from desktop.domain.alert.problems import blocking
from desktop.domain.alert.validation import check
from desktop.domain.delivery.outbox import OutboxEntry

MOST_BYTES = 65_536
"""What the station takes (published in its /meta)."""


class SubmitAlert:
    """Save an alert so that it survives anything; its bytes are built once and never change."""

    def __init__(self, *, begin: Begin, clock: Clock, checklist: FindChecklist) -> None:
        self._begin = begin
        self._clock = clock
        self._checklist = checklist

    def __call__(
        self,
        draft_id: str,
        session: Session | None,
        *,
        level_override: str | None = None,
        level_reason: str = "",
        urgent_by_clerk: bool = False,
    ) -> Outcome[str]:
        """Return the alert's id once it is durable; InvalidInput, NotFound, NotEnrolled, StorageFailed."""
        choice = Choice(level_override, level_reason, urgent_by_clerk)
        with self._begin() as work:
            draft = work.drafts.get(draft_id)
            if draft.discarded_at is not None:
                raise NotFound("draft")
            shop = work.members.shop()
            if shop is None:
                raise NotEnrolled
            definition = self._checklist(draft.setting, draft.checklist_version)
            now = self._clock.now()
            if work.alerts.has(draft.alert_id):
                # A silent alarm went out from this very draft: the rest follows it.
                queue_photos(work, draft.alert_id, session, now)
                queue_follow_up(work, draft, definition, shop, session, now)
                work.drafts.remove(draft_id)
                work.commit()
                return Outcome(draft.alert_id, changed(Kind.ALERTS, Kind.OUTBOX, Kind.DRAFTS))
            judged, problems = check(draft, definition, shop.merchant, choice, now)
            if judged is None or blocking(problems):
                raise InvalidInput(problems)
            member_id = session.member_id if session else None
            alert = alert_of(judged, shop.terminal_id, member_id, session.sign if session else None)
            if len(alert.body) > MOST_BYTES:
                raise InvalidInput((_TOO_LARGE,))
            work.alerts.add(alert)
            work.outbox.add(OutboxEntry(alert.alert_id, 0, alert.urgent, now, now))
            queue_photos(work, alert.alert_id, session, now)
            work.drafts.remove(draft_id)
            work.commit()
        return Outcome(alert.alert_id, changed(Kind.ALERTS, Kind.OUTBOX, Kind.DRAFTS))


_TOO_LARGE = FieldProblem(
    "tx.payments",
    "too-large",
    "内容太多发不出去，请减少付款明细或缩短文字。",
    "This is too much to send: list fewer payments or shorten the texts.",
)
