"""A photo is added to a draft or to an alert that was already submitted; the sealed file is on the disk before it counts."""

from __future__ import annotations

from desktop.application.alerts.supplementing import queue_supplement
from desktop.application.changes import NOTHING, Kind, Outcome, changed
from desktop.application.errors import InvalidInput, NotFound
from desktop.application.photo_models import AttachmentView, attachment_view
from desktop.application.photo_ports import CleanPhoto, PhotoCleaner, PhotoFiles
from desktop.application.ports import Begin, Clock, Ids, UnitOfWork
from desktop.application.session import Session
from desktop.domain.alert.alert import digest_of
from desktop.domain.alert.attachment import (
    MOST_BYTES,
    MOST_PER_ALERT,
    Attachment,
    announced,
    photo_problem,
    queued,
)
from desktop.domain.alert.supplement import WITHDRAWN, is_withdrawn


class AddPhoto:
    """Clean the picture, seal it, and keep it with its alert; an alert already submitted gets a supplement that names it."""

    def __init__(self, *, begin: Begin, clock: Clock, ids: Ids, cleaner: PhotoCleaner, files: PhotoFiles) -> None:
        self._begin = begin
        self._clock = clock
        self._ids = ids
        self._cleaner = cleaner
        self._files = files

    def __call__(self, alert_id: str, session: Session | None, data: bytes) -> Outcome[AttachmentView]:
        """Keep the photo; the same one again is kept once. Raises InvalidInput, NotFound, StorageFailed. Slow."""
        with self._begin() as work:
            self._check_room(work, alert_id)
        clean = self._cleaner.clean(data)
        if len(clean.data) > MOST_BYTES:
            raise InvalidInput((photo_problem("too-large"),))
        sha256, now = digest_of(clean.data), self._clock.now()
        name = self._ids.uuid7(now)
        key = self._files.put(name, clean.data)
        try:
            return self._keep(alert_id, session, clean, sha256, name, key)
        except BaseException:
            self._files.remove(name)
            raise

    def _keep(
        self, alert_id: str, session: Session | None, clean: CleanPhoto, sha256: str, name: str, key: bytes
    ) -> Outcome[AttachmentView]:
        now = self._clock.now()
        photo = Attachment(
            alert_id,
            sha256,
            size=len(clean.data),
            media_type=clean.media_type,
            file=name,
            key=key,
            added_at=now,
            next_attempt_at=now,
            taken_at=clean.taken_at,
        )
        with self._begin() as work:
            known = work.attachments.get(alert_id, sha256)
            if known is not None:
                self._files.remove(name)
                return Outcome(attachment_view(known), NOTHING)
            self._check_room(work, alert_id)
            if work.alerts.has(alert_id):
                photo = queued(photo, now)
                queue_supplement(work, alert_id, session, now, kind="attachment", more=announced(photo))
            work.attachments.add(photo)
            work.commit()
        return Outcome(attachment_view(photo), changed(Kind.ALERTS, Kind.OUTBOX, Kind.DRAFTS))

    def _check_room(self, work: UnitOfWork, alert_id: str) -> None:
        if work.alerts.has(alert_id):
            if is_withdrawn(work.alerts.supplements(alert_id)):
                raise InvalidInput((WITHDRAWN,))
        elif all(draft.alert_id != alert_id for draft in work.drafts.open()):
            raise NotFound("alert")
        if len(work.attachments.of(alert_id)) >= MOST_PER_ALERT:
            raise InvalidInput((photo_problem("too-many"),))
