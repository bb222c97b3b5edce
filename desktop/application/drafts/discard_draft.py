"""Throwing a draft away, and thinking better of it."""

from __future__ import annotations

from desktop.application.changes import NOTHING, Kind, Outcome, changed
from desktop.application.errors import NotFound
from desktop.application.ports import Begin, Clock
from desktop.application.read_models import DraftView, draft_view
from desktop.domain.alert.attachment import Progress
from desktop.domain.alert.draft import discard, restore, to_wipe


class DiscardDraft:
    """Take a draft off the counter; it can be restored for ten minutes or until the clerk signs out."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, draft_id: str) -> Outcome[None]:
        """Discard it; NotFound."""
        with self._begin() as work:
            work.drafts.replace(discard(work.drafts.get(draft_id), self._clock.now()))
            work.commit()
        return Outcome(None, changed(Kind.DRAFTS))


class RestoreDraft:
    """Bring a discarded draft back."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, draft_id: str) -> Outcome[DraftView]:
        """Return the restored draft; NotFound once its time is over."""
        with self._begin() as work:
            draft = work.drafts.get(draft_id)
            if to_wipe(draft, self._clock.now()):
                raise NotFound("draft")
            draft = restore(draft)
            work.drafts.replace(draft)
            work.commit()
        return Outcome(draft_view(draft), changed(Kind.DRAFTS))


class WipeDiscarded:
    """Wipe discarded drafts for good."""

    def __init__(self, *, begin: Begin, clock: Clock) -> None:
        self._begin = begin
        self._clock = clock

    def __call__(self, everything: bool) -> Outcome[int]:
        """Wipe all of them (at sign-out) or those whose ten minutes are over; returns how many."""
        now = self._clock.now()
        with self._begin() as work:
            wiped = [draft for draft in work.drafts.discarded() if everything or to_wipe(draft, now)]
            for draft in wiped:
                work.drafts.remove(draft.draft_id)
                for photo in work.attachments.of(draft.alert_id):
                    # After a silent alarm they are the alert's.
                    if photo.state is Progress.DRAFT:
                        work.attachments.remove(photo.alert_id, photo.sha256)
            if wiped:
                work.commit()
        return Outcome(len(wiped), changed(Kind.DRAFTS) if wiped else NOTHING)
