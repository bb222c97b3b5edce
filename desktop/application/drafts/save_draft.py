"""Every answer is kept at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.application.alerts.supplementing import queue_follow_up
from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput, NotFound
from desktop.application.ports import Begin, Clock, FindChecklist, UnitOfWork
from desktop.application.read_models import DraftView, draft_view
from desktop.application.session import Session
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.follow_up import PAUSE


class SaveDraft:
    """Store the full content of a draft as typed, in one commit.

    While a silent alarm of this draft is on its way, what is answered follows it at most every ten seconds, signed
    by whoever is signed in.
    """

    def __init__(self, *, begin: Begin, clock: Clock, checklist: FindChecklist | None = None) -> None:
        self._begin = begin
        self._clock = clock
        self._checklist = checklist

    def __call__(
        self,
        draft_id: str,
        answers: Mapping[str, str],
        tx: Mapping[str, object],
        ctx: Mapping[str, object],
        details: Mapping[str, str],
        session: Session | None = None,
    ) -> Outcome[DraftView]:
        """Return the draft as saved; NotFound when it has ended, StorageFailed."""
        with self._begin() as work:
            known = work.drafts.get(draft_id)
            if known.discarded_at is not None:
                raise NotFound("draft")
            draft = replace(
                known,
                saved_at=self._clock.now(),
                answers=dict(answers),
                tx=dict(tx),
                ctx=dict(ctx),
                details=dict(details),
            )
            work.drafts.replace(draft)
            kinds = changed(Kind.DRAFTS)
            if work.alerts.has(draft.alert_id) and self._follow_up(work, draft, session):
                kinds |= changed(Kind.ALERTS, Kind.OUTBOX)
            work.commit()
        return Outcome(draft_view(draft), kinds)

    def _follow_up(self, work: UnitOfWork, draft: Draft, session: Session | None) -> bool:
        shop = work.members.shop()
        earlier = work.alerts.supplements(draft.alert_id)
        if shop is None or self._checklist is None or (earlier and draft.saved_at - earlier[-1].made_at < PAUSE):
            return False
        definition = self._checklist(draft.setting, draft.checklist_version)
        try:
            return queue_follow_up(work, draft, definition, shop, session, draft.saved_at) is not None
        except InvalidInput:
            # Half-typed values: the next save tries again.
            return False
