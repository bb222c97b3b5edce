"""Attachments at the desk: what an alert has, and one of them for an officer's eyes."""

from dataclasses import dataclass
from typing import Any

from station.application import auditing
from station.application.case_records import Attachment
from station.application.context import Station
from station.application.desk_access import Actor
from station.application.desk_items import when
from station.application.errors import Refused
from station.application.ports import Unit
from station.application.receive_attachment import attachment_content

READERS = ("duty", "approver")


@dataclass(frozen=True, slots=True)
class Shown:
    """A file as it may be shown."""

    content: bytes
    media_type: str


def attachments_of(unit: Unit, alert_id: str) -> list[dict[str, Any]]:
    """Return the files of an alert, oldest first; those not whole yet say how much is here."""
    return [
        {
            "sha256": one.sha256,
            "media_type": one.media_type,
            "bytes": one.bytes,
            "received": one.received,
            "complete": one.complete_at is not None,
            "at": when(one.complete_at or one.created_at),
        }
        for one in unit.attachments.find(alert_id=alert_id, order=["created_at", "sha256"])
    ]


def show_attachment(station: Station, actor: Actor, sha256: str, alert_id: str | None) -> Shown:
    """Return a whole file: pictures drawn anew, a PDF as it came; writes an audit row first.

    Raises Refused forbidden, unknown-attachment, unsupported-type (it cannot be drawn).
    """
    actor.require(*READERS)

    def job(unit: Unit) -> Attachment:
        only = {"alert_id": alert_id} if alert_id else {}
        found = unit.attachments.find(
            ("complete_at", "not null", None), sha256=sha256, order=["created_at"], limit=1, **only
        )
        if not found:
            raise Refused("unknown-attachment")
        auditing.record(
            unit,
            at=station.clock.now(),
            actor=actor.label,
            action="attachment.show",
            subject=f"lead:{found[0].alert_id}",
            detail={"sha256": sha256},
        )
        return found[0]

    row = station.store.write(job)
    try:
        content = attachment_content(station, row)
    except ValueError:
        raise Refused("unknown-attachment") from None
    if not row.media_type.startswith("image/"):
        return Shown(content, row.media_type)
    drawn = station.pictures.redraw(content, row.media_type)
    if drawn is None:
        raise Refused("unsupported-type")
    return Shown(drawn, row.media_type)
