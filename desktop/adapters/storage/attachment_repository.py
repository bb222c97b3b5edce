"""Photos of alerts and drafts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, exists, func, or_, select

from desktop.adapters.storage.rows import change, one, put, values_of
from desktop.adapters.storage.tables import alerts, attachments, outbox
from desktop.application.errors import NotFound
from desktop.domain.alert.attachment import Attachment, Progress
from desktop.domain.delivery.backoff import FARTHEST
from desktop.domain.delivery.outbox import State


class AttachmentRepository:
    """Photos of one transaction or snapshot."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, photo: Attachment) -> None:
        """Keep a photo; the same picture of the same alert again replaces it."""
        put(self._connection, attachments, values_of(photo))

    def get(self, alert_id: str, sha256: str) -> Attachment | None:
        """Return one photo."""
        row = one(self._connection, attachments, alert_id=alert_id, sha256=sha256)
        return None if row is None else _photo(row)

    def replace(self, photo: Attachment) -> None:
        """Store a photo's new state; NotFound."""
        keys = {"alert_id": photo.alert_id, "sha256": photo.sha256}
        if change(self._connection, attachments, keys, values_of(photo, *keys)) == 0:
            raise NotFound("photo")

    def remove(self, alert_id: str, sha256: str) -> None:
        """Forget a photo."""
        where = (attachments.c.alert_id == alert_id, attachments.c.sha256 == sha256)
        self._connection.execute(delete(attachments).where(*where))

    def of(self, alert_id: str) -> tuple[Attachment, ...]:
        """Return an alert's photos, oldest first."""
        statement = (
            select(attachments)
            .where(attachments.c.alert_id == alert_id)
            .order_by(attachments.c.added_at, attachments.c.sha256)
        )
        return tuple(_photo(dict(row)) for row in self._connection.execute(statement).mappings())

    def due(self, now: datetime, limit: int) -> tuple[Attachment, ...]:
        """Return photos that may be sent now: their alert has arrived; those of urgent alerts first, then oldest."""
        statement = (
            select(attachments)
            .join(alerts, alerts.c.alert_id == attachments.c.alert_id)
            .where(
                _waiting(), or_(attachments.c.next_attempt_at <= now, attachments.c.next_attempt_at > now + FARTHEST)
            )
            .order_by(alerts.c.urgent.desc(), attachments.c.added_at, attachments.c.sha256)
            .limit(limit)
        )
        return tuple(_photo(dict(row)) for row in self._connection.execute(statement).mappings())

    def next_at(self) -> datetime | None:
        """Return when the next photo can be tried, None when none can."""
        return self._connection.execute(select(func.min(attachments.c.next_attempt_at)).where(_waiting())).scalar()

    def files(self) -> frozenset[str]:
        """Return the names of all sealed files that are still wanted."""
        statement = select(attachments.c.file).where(attachments.c.key.is_not(None))
        return frozenset(self._connection.execute(statement).scalars())


def _waiting() -> ColumnElement[bool]:
    arrived = exists().where(
        outbox.c.alert_id == attachments.c.alert_id, outbox.c.n == 0, outbox.c.state == State.DELIVERED.value
    )
    return (attachments.c.state == Progress.QUEUED.value) & arrived


def _photo(row: dict[str, Any]) -> Attachment:
    return Attachment(**{**row, "state": Progress(row["state"])})
