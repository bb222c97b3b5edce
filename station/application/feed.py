"""Putting events into the terminals' feed, inside the write that causes them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from station.application.case_records import FeedEvent
from station.application.ports import Unit

EVERYBODY = "everybody"
DESK = "desk"


def merchant_topic(merchant_id: str) -> str:
    """Return the hub topic of a merchant's terminals."""
    return f"merchant:{merchant_id}"


def emit(
    unit: Unit,
    kind: str,
    data: Mapping[str, Any],
    *,
    at: datetime,
    merchant_id: str | None = None,
    terminal_id: str | None = None,
    trade: str | None = None,
    alert_id: str | None = None,
) -> int:
    """Add an event and wake its readers after the commit; returns its seq.

    Without `merchant_id` it goes to every terminal of `trade`, or to all.
    """
    seq = unit.next_seq()
    emit_as(
        unit, seq, kind, data, at=at, merchant_id=merchant_id, terminal_id=terminal_id, trade=trade, alert_id=alert_id
    )
    return seq


def emit_as(
    unit: Unit,
    seq: int,
    kind: str,
    data: Mapping[str, Any],
    *,
    at: datetime,
    merchant_id: str | None = None,
    terminal_id: str | None = None,
    trade: str | None = None,
    alert_id: str | None = None,
) -> None:
    """Add an event under a seq already taken (an alert's own number serves its first event)."""
    unit.feed_events.add(FeedEvent(seq, kind, alert_id, at, dict(data), merchant_id, terminal_id, trade))
    unit.wake(merchant_topic(merchant_id) if merchant_id else EVERYBODY)


def tell_desk(unit: Unit, kind: str, alert_id: str, revision: int, urgency: str) -> None:
    """Wake the open desk pages: one of alert.new, alert.changed, supplement, reward.changed."""
    unit.wake(DESK, {"alert_id": alert_id, "revision": revision, "type": kind, "urgency": urgency})


def case_status(state: str, revision: int, unit_name: str, text: str, **more: object) -> dict[str, Any]:
    """Build the data of a `case.status` event (`effects` and `ack` may be added)."""
    return {"state": state, "revision": revision, "unit": unit_name, "text": text, **more}
