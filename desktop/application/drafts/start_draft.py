"""A clerk opens a checklist."""

from __future__ import annotations

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import NotEnrolled, NotFound
from desktop.application.ports import Begin, Checklists, Clock, Ids
from desktop.application.read_models import DraftView, draft_view
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.fields import ANY


class StartDraft:
    """Begin a draft; the alert's id is born here and its checklist version stays with it."""

    def __init__(self, *, begin: Begin, clock: Clock, ids: Ids, checklists: Checklists) -> None:
        self._begin = begin
        self._clock = clock
        self._ids = ids
        self._checklists = checklists

    def __call__(self, setting: str, member_id: str | None) -> Outcome[DraftView]:
        """Return the empty draft, already saved; NotEnrolled, NotFound for an unknown setting, StorageFailed."""
        if setting not in ANY:
            raise NotFound("checklist")
        definition = self._checklists.current(setting)
        now = self._clock.now()
        draft = Draft(
            draft_id=self._ids.uuid7(now),
            alert_id=self._ids.uuid7(now),
            setting=setting,
            checklist_version=definition.version,
            member_id=member_id,
            started_at=now,
            saved_at=now,
            details={"contact_mode": "in_app"},
        )
        with self._begin() as work:
            if work.members.shop() is None:
                raise NotEnrolled
            work.drafts.keep_checklist(setting, definition.version, self._checklists.text(setting))
            work.drafts.add(draft)
            work.commit()
        return Outcome(draft_view(draft), changed(Kind.DRAFTS))
