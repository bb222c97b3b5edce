"""A checklist ends without an alert: the customer was cleared, or the facts are only noted."""

from __future__ import annotations

from typing import Literal

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import NotEnrolled, NotFound
from desktop.application.ports import Begin, Clock, FindChecklist
from desktop.application.session import Session
from desktop.domain.alert.attachment import Progress
from desktop.domain.alert.draft import Closing
from desktop.domain.alert.judged import Choice, judge
from desktop.domain.alert.readable import readable


class CloseDraft:
    """Keep the draft as a record of this PC and take it off the counter."""

    def __init__(self, *, begin: Begin, clock: Clock, checklist: FindChecklist) -> None:
        self._begin = begin
        self._clock = clock
        self._checklist = checklist

    def __call__(
        self, draft_id: str, session: Session | None, how: Literal["released", "noted"], reason: str
    ) -> Outcome[None]:
        """Close it, whatever is still missing; NotFound, NotEnrolled, StorageFailed."""
        with self._begin() as work:
            draft = work.drafts.get(draft_id)
            if draft.discarded_at is not None:
                raise NotFound("draft")
            shop = work.members.shop()
            if shop is None:
                raise NotEnrolled
            now = self._clock.now()
            definition = self._checklist(draft.setting, draft.checklist_version)
            judged, _faults = judge(draft, definition, shop.merchant, Choice(), now)
            closing = Closing(
                draft=draft,
                how=how,
                reason=readable(reason).strip(),
                closed_at=now,
                closed_by=session.member_id if session else None,
                level=judged.level if judged else "none",
                track=judged.assessment.track.value if judged else "victim",
                compliance=judged.assessment.compliance if judged else (),
            )
            work.drafts.close(closing)
            for photo in work.attachments.of(draft.alert_id):
                # After a silent alarm the photos are the alert's. The key goes with the row: nobody opens the sealed file any more.
                if photo.state is Progress.DRAFT:
                    work.attachments.remove(photo.alert_id, photo.sha256)
            work.commit()
        return Outcome(None, changed(Kind.DRAFTS, Kind.ALERTS))
