"""Telling the desk that an attachment is whole, in the write that marks it so."""

from datetime import datetime

from station.application import feed, timeline
from station.application.case_records import Attachment
from station.application.ports import Unit


def tell_complete(unit: Unit, row: Attachment, now: datetime) -> None:
    """Renew the lead's revision, add a line to its timeline and wake the open desk pages."""
    lead = unit.leads.get(row.alert_id)
    assert lead is not None
    revision = lead.revision + 1
    unit.leads.change(row.alert_id, revision=revision, updated_at=now)
    timeline.add_step(
        unit,
        row.alert_id,
        at=now,
        kind="attachment",
        actor=f"terminal:{row.terminal_id}",
        data={"sha256": row.sha256, "media_type": row.media_type, "bytes": row.bytes},
    )
    feed.tell_desk(unit, "alert.changed", row.alert_id, revision, lead.urgency)
