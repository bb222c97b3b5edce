"""One key press: a minimal urgent alert, committed before anything is asked."""

from __future__ import annotations

import contextlib

from desktop.application.alerts.supplementing import queue_follow_up, queue_photos
from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput, NotEnrolled, NotFound
from desktop.application.ports import Begin, Checklists, Clock, FindChecklist, Ids, UnitOfWork
from desktop.application.session import Session
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.silent import silent_alert
from desktop.domain.delivery.outbox import OutboxEntry
from desktop.domain.member.shop import settings_of_trade
from redflags import Definition


class SilentAlarm:
    """Save the alarm and its outbox entry in one transaction; everything answered later follows as supplements.

    With an open draft the alarm becomes that draft's alert: what was answered so far goes right after it, and the draft
    stays open for more.
    """

    def __init__(
        self,
        *,
        begin: Begin,
        clock: Clock,
        ids: Ids,
        checklists: Checklists,
        checklist: FindChecklist | None = None,
    ) -> None:
        self._begin = begin
        self._clock = clock
        self._ids = ids
        self._checklists = checklists
        self._checklist = checklist

    def __call__(self, session: Session | None, draft_id: str | None = None) -> Outcome[str]:
        """Return the alert's id once it is durable; NotEnrolled, StorageFailed. An unknown draft is no reason to wait."""
        with self._begin() as work:
            shop = work.members.shop()
            if shop is None:
                raise NotEnrolled
            now = self._clock.now()
            draft = _open_draft(work, draft_id)
            definition = self._definition_of(draft)
            setting = draft.setting if draft else settings_of_trade(shop.merchant.trade)[0]
            ruleset = definition.ruleset if draft and definition else self._checklists.current(setting).ruleset
            member_id = session.member_id if session else None
            alert_id = draft.alert_id if draft else self._ids.uuid7(now)
            sign = session.sign if session else None
            alert = silent_alert(alert_id, shop, ruleset, member_id, sign, now, setting)
            work.alerts.add(alert)
            work.outbox.add(OutboxEntry(alert.alert_id, 0, True, now, now))
            if draft is not None:
                queue_photos(work, alert_id, session, now)
                if definition is not None:
                    with contextlib.suppress(InvalidInput):
                        queue_follow_up(work, draft, definition, shop, session, now)
            work.commit()
        return Outcome(alert.alert_id, changed(Kind.ALERTS, Kind.OUTBOX, Kind.DRAFTS))

    def _definition_of(self, draft: Draft | None) -> Definition | None:
        if draft is None or self._checklist is None:
            return None
        with contextlib.suppress(NotFound):
            return self._checklist(draft.setting, draft.checklist_version)
        return None


def _open_draft(work: UnitOfWork, draft_id: str | None) -> Draft | None:
    """Return the draft whose alert this can become, None when it is gone or its alert was already sent."""
    if draft_id is None:
        return None
    try:
        draft = work.drafts.get(draft_id)
    except NotFound:
        return None
    return None if draft.discarded_at is not None or work.alerts.has(draft.alert_id) else draft
