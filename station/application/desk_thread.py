"""What went between the desk and the counter about one alert."""

import json
from typing import Any

from station.application.context import Station
from station.application.desk_items import when
from station.application.ports import Unit
from station.domain.masks import has_masked, mask_body


def supplements(station: Station, unit: Unit, alert_id: str, *, masked: bool) -> list[dict[str, Any]]:
    """Return the supplements in order; `hidden` says that something in one was masked."""
    found = []
    for item in unit.supplements.find(alert_id=alert_id, order=["n"]):
        body = json.loads(station.vault.unseal(item.sealed_body, f"{alert_id}/{item.n}"))
        fields = body.get("fields") or {}
        member = unit.members.get(item.member_id) if item.member_id else None
        found.append(
            {
                "n": item.n,
                "kind": item.kind,
                "made_at": when(item.made_at),
                "received_at": when(item.received_at),
                "member": {"id": member.member_id, "name": member.name} if member else None,
                "signed": item.signed,
                "in_reply_to": item.in_reply_to,
                "reply_code": item.reply_code,
                "text": body.get("text", ""),
                "fields": mask_body(fields) if masked else fields,
                "corrects": body.get("corrects"),
                "attachment": body.get("attachment"),
                **({"hidden": has_masked(fields)} if masked else {}),
            }
        )
    return found


def instructions(unit: Unit, alert_id: str, names: dict[str, str]) -> list[dict[str, Any]]:
    """Return what the desk said: when it was first shown to a person, and the clerk's replies to it."""
    replies: dict[str, list[dict[str, Any]]] = {}
    for item in unit.supplements.find(("in_reply_to", "not null", None), alert_id=alert_id, order=["n"]):
        replies.setdefault(str(item.in_reply_to), []).append(
            {"n": item.n, "reply_code": item.reply_code, "at": when(item.received_at)}
        )
    found = []
    for one in unit.instructions.find(alert_id=alert_id, order=["created_at", "seq"]):
        seen = unit.feed_receipts.find(seq=one.seq, order=["shown_at"], limit=1)
        found.append(
            {
                "instruction_id": one.instruction_id,
                "kind": one.kind,
                "revision": one.revision,
                "text": one.text,
                "urgent": one.urgent,
                "offered": one.replies,
                "officer": names.get(one.officer_id, one.officer_unit),
                "officer_unit": one.officer_unit,
                "at": when(one.created_at),
                "seen_at": when(seen[0].shown_at) if seen else None,
                "replies": replies.get(one.instruction_id, []),
            }
        )
    return found
