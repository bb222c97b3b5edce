"""Everything the live line page shows of one alert."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, and_, select

from desktop.adapters.storage.police_repositories import to_instruction
from desktop.adapters.storage.rows import one
from desktop.adapters.storage.shop_repository import read_fact
from desktop.adapters.storage.tables import (
    alerts,
    case_steps,
    cases,
    drafts,
    instructions,
    outbox,
    receipts,
    supplements,
)
from desktop.application.errors import NotFound
from desktop.application.read_models import InstructionView, LiveLine, RefusedLine, TimelineItem
from desktop.domain.alert.alert import short_number
from desktop.domain.case.instruction import Instruction
from desktop.domain.delivery.outbox import SETTLED


def read_live_line(connection: Connection, alert_id: str) -> LiveLine:
    """Return one alert's line, `call_110` not yet judged; NotFound."""
    alert = one(connection, alerts, alert_id=alert_id)
    if alert is None:
        raise NotFound("alert")
    letter = one(connection, outbox, alert_id=alert_id, n=0)
    case = one(connection, cases, alert_id=alert_id)
    receipt = one(connection, receipts, alert_id=alert_id, n=0)
    new_id, draft_id = _revised(connection, alert_id)
    told = [to_instruction(dict(row)) for row in _rows(connection, instructions, alert_id)]
    return LiveLine(
        alert_id=alert_id,
        short_no=short_number(alert_id),
        setting=alert["setting"],
        level=alert["level"],
        track=alert["track"],
        silent=alert["silent"],
        delivery="queued" if letter is None else letter["state"],
        created_at=alert["created_at"],
        delivered_at=receipt["received_at"] if receipt else None,
        acked_at=case["acked_at"] if case else None,
        case_state=case["state"] if case else None,
        case_text=case["text"] if case else "",
        refused_code=letter["refused_code"] if letter else None,
        refused_detail=(letter["refused_detail_zh"] or letter["refused_detail"]) if letter else "",
        instructions=tuple(instruction_view(item) for item in sorted(told, key=lambda item: (item.at, item.seq))),
        timeline=_timeline(connection, alert, letter, receipt, told),
        readout=_readout(connection, alert),
        call_110=False,
        refused_lines=_refused_lines(connection, alert_id),
        revised_to=new_id,
        revised_draft=draft_id,
    )


def _revised(connection: Connection, alert_id: str) -> tuple[str | None, str | None]:
    """Return the alert begun anew from this one and its open draft; neither when that was thrown away."""
    new_id = read_fact(connection, f"revised:{alert_id}")
    if new_id is None:
        return None, None
    if one(connection, alerts, alert_id=new_id) is not None:
        return str(new_id), None
    draft = one(connection, drafts, alert_id=new_id)
    if draft is None or draft["discarded_at"] is not None:
        return None, None
    return str(new_id), str(draft["draft_id"])


def _refused_lines(connection: Connection, alert_id: str) -> tuple[RefusedLine, ...]:
    statement = (
        select(supplements, outbox.c.refused_code, outbox.c.refused_detail, outbox.c.refused_detail_zh)
        .join(outbox, and_(outbox.c.alert_id == supplements.c.alert_id, outbox.c.n == supplements.c.n))
        .where(supplements.c.alert_id == alert_id, outbox.c.state == "refused", outbox.c.refused_code != SETTLED)
        .order_by(supplements.c.n)
    )
    return tuple(
        RefusedLine(
            row["n"],
            row["kind"],
            row["text"] or row["reply_code"] or "",
            row["made_at"],
            row["refused_code"],
            row["refused_detail_zh"],
            row["refused_detail"],
        )
        for row in connection.execute(statement).mappings()
    )


def instruction_view(item: Instruction) -> InstructionView:
    """Return what a screen shows of an instruction."""
    return InstructionView(
        instruction_id=item.instruction_id,
        text=item.text,
        unit=item.unit,
        urgent=item.urgent,
        replies=item.replies,
        at=item.at,
        is_question=item.is_question,
        seen_at=item.seen_at,
        replied=item.replied,
    )


def _rows(connection: Connection, table: Any, alert_id: str) -> list[Any]:
    return list(connection.execute(select(table).where(table.c.alert_id == alert_id)).mappings())


def _timeline(
    connection: Connection,
    alert: dict[str, Any],
    letter: dict[str, Any] | None,
    receipt: dict[str, Any] | None,
    told: list[Instruction],
) -> tuple[TimelineItem, ...]:
    alert_id = alert["alert_id"]
    states = {row["n"]: row["state"] for row in _rows(connection, outbox, alert_id)}
    items = [
        TimelineItem(
            alert["created_at"],
            "clerk",
            "silent_alarm" if alert["silent"] else "submitted",
            alert["narrative"],
            delivery=letter["state"] if letter else "queued",
        )
    ]
    if receipt is not None:
        items.append(TimelineItem(receipt["received_at"], "system", "received", "", ref=str(receipt["seq"])))
    for row in _rows(connection, supplements, alert_id):
        said = row["text"] or row["reply_code"] or ""
        items.append(
            TimelineItem(
                row["made_at"], "clerk", row["kind"], said, delivery=states.get(row["n"], "queued"), ref=str(row["n"])
            )
        )
    items += [
        TimelineItem(row["at"], "police", row["state"], row["text"], unit=row["unit"])
        for row in _rows(connection, case_steps, alert_id)
    ]
    items += [
        TimelineItem(
            item.at,
            "police",
            "question" if item.is_question else "instruction",
            item.text,
            unit=item.unit,
            ref=item.instruction_id,
        )
        for item in told
    ]
    return tuple(sorted(items, key=lambda item: item.at))


def _readout(connection: Connection, alert: dict[str, Any]) -> dict[str, str]:
    body = json.loads(alert["body"])
    shop = read_fact(connection, "shop") or {}
    place = body.get("place", {})
    return {
        "shop": str(shop.get("merchant", {}).get("name", "")),
        "address": str(place.get("address", "")),
        "place_detail": str(place.get("detail", "")),
        "what": alert["narrative"] or alert["summary"],
        "person_present": str(body.get("person_present", "")),
        "value_status": str(body.get("value_status", "")),
        "contact": str(body.get("contact", {}).get("phone", "")),
    }
