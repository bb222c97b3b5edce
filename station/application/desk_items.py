"""A lead as a line of the queue."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from station.application.case_records import Alert, Lead
from station.application.context import Station
from station.application.ports import Unit
from station.application.records import Member, Merchant
from station.domain.clerk_number import clerk_number
from station.domain.urgency import Urgency, is_late, targets

_CHUNK = 400


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is looked up once for many leads."""

    alerts: dict[str, Alert]
    merchants: dict[str, Merchant]
    members: dict[str, Member]
    answered: dict[str, datetime]


def look_around(unit: Unit, leads: Sequence[Lead]) -> Surroundings:
    """Fetch the alerts, merchants, members and first answers of the leads."""
    ids = [lead.alert_id for lead in leads]
    alerts = {one.alert_id: one for part in _parts(ids) for one in unit.alerts.find(("alert_id", "in", part))}
    member_ids = sorted({one.member_id for one in alerts.values() if one.member_id})
    members = {
        one.member_id: one for part in _parts(member_ids) for one in unit.members.find(("member_id", "in", part))
    }
    merchants = {one.merchant_id: one for one in unit.merchants.find()}
    answered: dict[str, datetime] = {}
    for part in _parts(ids):
        for one in unit.instructions.find(("alert_id", "in", part), order=["created_at"]):
            answered.setdefault(one.alert_id, one.created_at)
    return Surroundings(alerts, merchants, members, answered)


def queue_item(station: Station, lead: Lead, around: Surroundings) -> dict[str, Any]:
    """Return one line of the queue; times with offset, money in fen, no L2 or L3 facts."""
    alert = around.alerts[lead.alert_id]
    member = around.members.get(alert.member_id or "")
    due = targets(Urgency(lead.urgency), lead.received_at)
    return {
        "alert_id": lead.alert_id,
        "short_no": lead.short_no,
        "clerk_no": clerk_number(lead.alert_id),
        "urgency": lead.urgency,
        "level": lead.level,
        "track": lead.track,
        "state": lead.state,
        "outcome": lead.outcome,
        "acked_at": when(lead.acked_at),
        "callback_at": when(around.answered.get(lead.alert_id)),
        "decided_at": when(lead.decided_at),
        "setting": lead.setting,
        "merchant": merchant_view(around.merchants.get(lead.merchant_id), lead.merchant_id),
        "member": {"id": member.member_id, "name": member.name} if member else None,
        "signed": alert.signed,
        "silent": lead.silent,
        "place": lead.place,
        "place_detail": lead.place_detail,
        "person_present": lead.person_present,
        "value_status": lead.value_status,
        "amount_fen": lead.amount_fen,
        "received_at": when(lead.received_at),
        "submitted_at": when(alert.submitted_at),
        "observed_at": when(alert.observed_at),
        "late": is_late(lead.received_at, alert.submitted_at),
        "top_reasons": [reason["zh"] for reason in reasons(station, lead)[:3] if reason["points"] > 0],
        "targets": {
            "ack_by": when(due.ack_by),
            "callback_by": when(due.callback_by),
            "decide_by": when(due.decide_by),
        },
        "unit": lead.unit,
        "revision": lead.revision,
        "supplements": lead.supplements,
        "withdrawn": lead.withdrawn,
    }


def reasons(station: Station, lead: Lead) -> list[dict[str, Any]]:
    """Return the lead's reasons in words, most points first."""
    found = []
    for item in sorted(lead.reasons, key=lambda one: -int(one.get("points", 0))):
        zh, en = station.wording.item(lead.setting, str(item["id"]))
        found.append({"id": item["id"], "points": item.get("points", 0), "zh": zh, "en": en})
    return found


def merchant_view(merchant: Merchant | None, merchant_id: str) -> dict[str, Any]:
    """Return a merchant as the desk's lists show it."""
    if merchant is None:
        return {"id": merchant_id, "name": merchant_id, "trade": ""}
    return {"id": merchant.merchant_id, "name": merchant.name, "trade": merchant.trade}


def when(moment: datetime | None) -> str | None:
    """Return a time as the wire has it."""
    return moment.isoformat() if moment else None


def _parts(ids: list[str]) -> list[list[str]]:
    # A database takes only so many values in one IN list.
    return [ids[start : start + _CHUNK] for start in range(0, len(ids), _CHUNK)]
