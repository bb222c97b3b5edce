"""Every answer is kept at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import NotFound
from desktop.application.ports import Begin, Clock
from desktop.application.read_models import DraftView, draft_view


class SaveDraft:
    """Store the full content of a draft as typed, in one commit; nothing is judged here."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(
        self,
        draft_id: str,
        answers: Mapping[str, str],
        tx: Mapping[str, object],
        ctx: Mapping[str, object],
        details: Mapping[str, str],
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
            work.commit()
        return Outcome(draft_view(draft), changed(Kind.DRAFTS))
