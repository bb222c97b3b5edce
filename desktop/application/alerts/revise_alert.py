"""An alert the station refused is begun anew: a draft with all it said, to be put right and submitted as a new alert."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import NotFound
from desktop.application.ports import Begin, Checklists, Clock, Ids, UnitOfWork
from desktop.application.read_models import DraftView, draft_view
from desktop.application.session import Session
from desktop.domain.alert.alert import Alert
from desktop.domain.alert.attachment import Progress
from desktop.domain.alert.begun_anew import begun_anew, version_of
from desktop.domain.alert.draft import Draft
from desktop.domain.delivery.outbox import SETTLED, OutboxEntry, State, given_up, settled


class ReviseAlert:
    """The refused alert stays to be read and names the new one; its photos and the lines behind it go over."""

    def __init__(self, *, begin: Begin, clock: Clock, ids: Ids, checklists: Checklists) -> None:
        self._begin = begin
        self._clock = clock
        self._ids = ids
        self._checklists = checklists

    def __call__(self, alert_id: str, session: Session | None) -> Outcome[DraftView]:
        """Return the draft, the same one when it was begun before; NotFound when the alert was not refused."""
        with self._begin() as work:
            letter = work.outbox.get(alert_id, 0)
            if letter.state is not State.REFUSED:
                raise NotFound("letter")
            known = _begun_before(work, alert_id)
            if known is not None:
                return Outcome(draft_view(known), changed(Kind.DRAFTS))
            draft = self._draft(work, work.alerts.get(alert_id), session)
            work.drafts.add(draft)
            thrown_away = work.alerts.revised(alert_id)
            work.alerts.note_revised(alert_id, draft.alert_id)
            for before in filter(None, (alert_id, thrown_away)):
                _take_over_photos(work, before, draft.alert_id)
            _settle(work, letter)
            work.commit()
        return Outcome(draft_view(draft), changed(Kind.DRAFTS, Kind.ALERTS, Kind.OUTBOX))

    def _draft(self, work: UnitOfWork, alert: Alert, session: Session | None) -> Draft:
        now, version = self._clock.now(), version_of(alert)
        if version is None or work.drafts.checklist_text(alert.setting, version) is None:
            version = self._checklists.current(alert.setting).version
            work.drafts.keep_checklist(alert.setting, version, self._checklists.text(alert.setting))
        return begun_anew(
            alert,
            work.alerts.supplements(alert.alert_id),
            draft_id=self._ids.uuid7(now),
            alert_id=self._ids.uuid7(now),
            version=version,
            member_id=session.member_id if session else None,
            now=now,
        )


def _begun_before(work: UnitOfWork, alert_id: str) -> Draft | None:
    """Return the draft begun from this alert; NotFound when that was submitted already."""
    new_id = work.alerts.revised(alert_id)
    if new_id is None:
        return None
    if work.alerts.has(new_id):
        raise NotFound("letter")
    return next((draft for draft in work.drafts.open() if draft.alert_id == new_id), None)


def _take_over_photos(work: UnitOfWork, alert_id: str, new_id: str) -> None:
    for photo in work.attachments.of(alert_id):
        if photo.key is not None:
            work.attachments.remove(alert_id, photo.sha256)
            work.attachments.add(replace(photo, alert_id=new_id, state=Progress.DRAFT, sent=0, attempts=0))


def _settle(work: UnitOfWork, letter: OutboxEntry) -> None:
    if letter.refused_code != SETTLED:
        work.outbox.replace(settled(letter))
    for n in range(1, work.alerts.last_n(letter.alert_id) + 1):
        with contextlib.suppress(NotFound):
            later = work.outbox.get(letter.alert_id, n)
            if later.state is not State.DELIVERED:
                work.outbox.replace(given_up(later))
