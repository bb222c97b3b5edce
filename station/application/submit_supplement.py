"""Take a later fact of an alert: in order, once, and seen by the desk."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from station.application import blind_marks, feed, lanes, receipts, timeline
from station.application.case_records import Lead, Supplement
from station.application.context import Station
from station.application.errors import Refused, invalid
from station.application.ports import Unit
from station.application.provenance import check_member
from station.application.receipts import Letter, Stored
from station.application.records import Terminal
from station.domain.canonical import sha256_hex
from station.domain.findings import FieldError
from station.domain.lead import LeadState
from station.domain.supplement_rules import check_supplement
from station.domain.urgency import Urgency, classify

# Facts of the queue that a later fact renews.
_RENEWED = ("silent", "person_present", "value_status", "amount_fen", "level", "track", "evidence", "scam_types")


def submit_supplement(
    station: Station, terminal: Terminal, alert_id: str, n: int, raw: bytes, body: dict[str, Any]
) -> Stored:
    """Keep a supplement and return its receipt.

    Raises Refused unknown-alert, not-your-merchant, out-of-order (with `expected`), supplement-conflict, withdrawn,
    rate-limited, busy, invalid-supplement.
    """
    urgent = _raises_urgency(body)
    lanes.check_terminal(station, terminal, urgent=urgent)
    digest = sha256_hex(raw)
    _check_shape(station, alert_id, n, body)
    owner = station.store.read(lambda unit: unit.alerts.get(alert_id))
    if owner is None:
        raise Refused("unknown-alert")
    if owner.merchant_id != terminal.merchant_id:
        raise Refused("not-your-merchant")
    signed = check_member(station, terminal, body, "invalid-supplement")
    lanes.check_member(station, body.get("member_id"), urgent=urgent)

    letter = Letter(body, digest, station.vault.seal(raw, f"{alert_id}/{n}"), signed)
    return station.store.write(lambda unit: _keep(station, unit, terminal, alert_id, n, letter), urgent=urgent)


def _keep(station: Station, unit: Unit, terminal: Terminal, alert_id: str, n: int, letter: Letter) -> Stored:
    body = letter.body
    earlier = unit.supplements.get(alert_id, n)
    if earlier is not None:
        if earlier.sha256 != letter.sha256:
            raise Refused("supplement-conflict")
        return Stored(earlier.receipt, created=False)
    lead = unit.leads.get(alert_id)
    assert lead is not None
    if n != lead.supplements + 1:
        raise Refused("out-of-order", {"expected": lead.supplements + 1})
    if lead.withdrawn and body["kind"] != "fact":
        # The case goes on after a withdrawal: what is new may still be told, nothing else.
        raise Refused("withdrawn")
    now = station.clock.now()
    seq = unit.next_seq()
    receipt = receipts.make_receipt(
        station,
        unit,
        terminal,
        alert_id=alert_id,
        n=n,
        sha256=letter.sha256,
        member_id=body.get("member_id"),
        seq=seq,
        received_at=now,
    )
    unit.supplements.add(
        Supplement(
            alert_id,
            n,
            terminal.terminal_id,
            body.get("member_id"),
            letter.sha256,
            letter.sealed,
            receipt,
            seq,
            letter.signed,
            body["kind"],
            body.get("in_reply_to"),
            body.get("reply_code"),
            datetime.fromisoformat(body["made_at"]),
            now,
        )
    )
    _renew_lead(station, unit, lead, terminal, body, now)
    return Stored(receipt, created=True)


def _check_shape(station: Station, alert_id: str, n: int, body: dict[str, Any]) -> None:
    errors = station.contract.errors("supplement", body) or check_supplement(body, station.clock.now())
    if not errors and (body["alert_id"] != alert_id or body["n"] != n):
        pointer = "/n" if body["alert_id"] == alert_id else "/alert_id"
        errors = [FieldError(pointer, "path", "It differs from the address.", "与地址中的不一致。")]
    if errors:
        raise invalid("invalid-supplement", *errors)


def _renew_lead(
    station: Station, unit: Unit, lead: Lead, terminal: Terminal, body: Mapping[str, Any], now: datetime
) -> None:
    fields = body.get("fields", {})
    changes: dict[str, object] = {name: fields[name] for name in _RENEWED if name in fields}
    if "place" in fields:
        changes |= {"place": fields["place"]["address"], "place_detail": fields["place"].get("detail", "")}
    if "score_detail" in fields:
        changes["reasons"] = fields["score_detail"].get("reasons", [])
    # Later facts may raise the class, never lower it: lowering is an officer's decision.
    urgency = min(Urgency(lead.urgency), classify(fields)) if fields else Urgency(lead.urgency)
    revision = lead.revision + 1
    changes |= {"urgency": urgency, "revision": revision, "supplements": lead.supplements + 1, "updated_at": now}
    if body["kind"] == "withdrawal":
        changes["withdrawn"] = True
    answered = lead.state == LeadState.NEED_INFO and _answers_question(unit, lead, body)
    if answered:
        changes["state"] = LeadState.VERIFYING
    unit.leads.change(lead.alert_id, expect=None, **changes)
    blind_marks.mark(station, unit, lead.alert_id, fields)
    timeline.add_step(
        unit,
        lead.alert_id,
        at=now,
        kind=f"supplement.{body['kind']}",
        actor=f"terminal:{terminal.terminal_id}",
        data=_step_facts(body),
    )
    if answered:
        status = feed.case_status(
            LeadState.VERIFYING, revision, lead.unit or station.station_name, "已收到补充，继续核查。"
        )
        feed.emit(unit, "case.status", status, at=now, merchant_id=lead.merchant_id, alert_id=lead.alert_id)
    feed.tell_desk(unit, "supplement", lead.alert_id, revision, urgency)


def _raises_urgency(body: Mapping[str, Any]) -> bool:
    fields = body.get("fields")
    return isinstance(fields, dict) and classify(fields) is Urgency.P1


def _step_facts(body: Mapping[str, Any]) -> dict[str, Any]:
    """What the timeline tells about a supplement: codes and numbers, nothing personal."""
    facts = {name: body.get(name) for name in ("n", "reply_code", "in_reply_to")}
    facts |= {name: body[name] for name in ("corrects",) if name in body}
    return facts | ({"sha256": body["attachment"]["sha256"]} if "attachment" in body else {})


def _answers_question(unit: Unit, lead: Lead, body: Mapping[str, Any]) -> bool:
    asked = unit.instructions.get(body["in_reply_to"]) if body.get("in_reply_to") else None
    return asked is not None and asked.alert_id == lead.alert_id and asked.kind == "question"
