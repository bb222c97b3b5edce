"""A terminal tells that an event was shown to a person."""

from datetime import datetime
from typing import Any

from station.application.case_records import FeedReceipt
from station.application.context import Station
from station.application.errors import Refused, invalid
from station.application.feed import tell_desk
from station.application.ports import Unit
from station.application.records import Terminal


def note_shown(station: Station, terminal: Terminal, seq: int, body: dict[str, Any]) -> None:
    """Keep the first receipt of an event; repeats change nothing. Raises Refused not-found, invalid-request."""
    errors = station.contract.errors("feed-receipt", body)
    if errors:
        raise invalid("invalid-request", *errors)

    def job(unit: Unit) -> None:
        event = unit.feed_events.get(seq)
        if event is None or event.merchant_id not in {None, terminal.merchant_id}:
            raise Refused("not-found")
        if unit.feed_receipts.get(seq, terminal.terminal_id) is not None:
            return
        shown = datetime.fromisoformat(body["shown_at"])
        unit.feed_receipts.add(
            FeedReceipt(seq, terminal.terminal_id, body.get("member_id"), shown, station.clock.now())
        )
        lead = unit.leads.get(event.alert_id) if event.alert_id else None
        if lead is not None:
            tell_desk(unit, "alert.changed", lead.alert_id, lead.revision, lead.urgency)

    station.store.write(job)
