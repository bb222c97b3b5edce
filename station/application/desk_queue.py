"""The live queue of the duty desk."""

from datetime import datetime
from typing import Any

from station.application.case_records import Lead
from station.application.context import Station
from station.application.desk_items import look_around, queue_item, when
from station.application.ports import Unit
from station.domain.lead import LeadState, is_open

MOST = 500
_OPEN = [state.value for state in LeadState if is_open(state)]


def queue(station: Station, *, only_open: bool, limit: int, before: datetime | None) -> dict[str, Any]:
    """Return the queue: open leads urgent first, then oldest; or all leads, newest first, `before` a time."""

    def job(unit: Unit) -> dict[str, Any]:
        leads = _find(unit, only_open=only_open, limit=min(max(limit, 1), MOST), before=before)
        around = look_around(unit, leads)
        return {
            "now": when(station.clock.now()),
            "seq": unit.last_seq(),
            "items": [queue_item(station, lead, around) for lead in leads],
        }

    return station.store.read(job)


def _find(unit: Unit, *, only_open: bool, limit: int, before: datetime | None) -> list[Lead]:
    tests: list[tuple[str, str, object]] = [("received_at", "<", before)] if before else []
    if only_open:
        return unit.leads.find(
            ("state", "in", _OPEN), *tests, order=["urgency", "received_at", "alert_id"], limit=limit
        )
    return unit.leads.find(*tests, order=["-received_at", "alert_id"], limit=limit)
