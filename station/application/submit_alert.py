"""Take an alert: checked first, then kept exactly once, then answered."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from station.application import blind_marks, feed, lanes, receipts, timeline
from station.application.case_records import Alert, Lead
from station.application.context import Station
from station.application.errors import AlreadyThere, Refused, invalid
from station.application.ports import Unit
from station.application.provenance import check_member, check_merchant
from station.application.receipts import Letter, Stored
from station.application.records import Terminal
from station.domain.alert_rules import check_alert
from station.domain.canonical import sha256_hex
from station.domain.findings import FieldError
from station.domain.lead import LeadState
from station.domain.urgency import classify, is_urgent

_CHINA = timezone(timedelta(hours=8))
_RECEIVED = "已接收，值班人员将尽快查看。"


def enter_lane(station: Station, terminal: Terminal, body: Mapping[str, Any]) -> None:
    """Take one place in the terminal's lane for an alert; raises Refused("rate-limited") with Retry-After."""
    lanes.check_terminal(station, terminal, urgent=is_urgent(body))


def submit_alert(station: Station, terminal: Terminal, alert_id: str, raw: bytes, body: dict[str, Any]) -> Stored:
    """Keep an alert and return its receipt; `raw` are the exact bytes of `body`.

    Raises Refused alert-id-conflict, not-your-merchant, rate-limited, busy, and invalid-alert with every broken rule.
    """
    urgent = is_urgent(body)
    digest = sha256_hex(raw)
    # A repeated letter gets its answer even when a rule has become stricter since.
    earlier = station.store.read(lambda unit: unit.alerts.get(alert_id))
    if earlier is not None:
        return _again(terminal, earlier, digest)
    signed = _check(station, terminal, alert_id, body)
    lanes.check_member(station, body.get("member_id"), urgent=urgent)

    letter = Letter(body, digest, station.vault.seal(raw, alert_id), signed)

    try:
        return station.store.write(lambda unit: keep_alert(station, unit, terminal, alert_id, letter), urgent=urgent)
    except AlreadyThere:
        # Two copies raced: the unique key let one in, the other gets the same answer.
        winner = station.store.read(lambda unit: unit.alerts.get(alert_id))
        if winner is None:
            raise Refused("busy", headers={"Retry-After": "1"}) from None
        return _again(terminal, winner, digest)


def keep_alert(
    station: Station, unit: Unit, terminal: Terminal, alert_id: str, letter: Letter, present: Terminal | None = None
) -> Stored:
    """Keep a checked alert with its lead, event and receipt; raises AlreadyThere for an id that is taken."""
    body = letter.body
    now = station.clock.now()
    seq = unit.next_seq()
    receipt = receipts.make_receipt(
        station,
        unit,
        terminal,
        alert_id=alert_id,
        n=None,
        sha256=letter.sha256,
        member_id=body.get("member_id"),
        seq=seq,
        received_at=now,
        present=present,
    )
    observed, submitted = (datetime.fromisoformat(body[name]) for name in ("observed_at", "submitted_at"))
    unit.alerts.add(
        Alert(
            alert_id,
            terminal.merchant_id,
            terminal.terminal_id,
            body.get("member_id"),
            letter.sha256,
            letter.sealed,
            receipt,
            seq,
            letter.signed,
            observed,
            submitted,
            now,
        )
    )
    _open_lead(station, unit, terminal, body, seq, now)
    return Stored(receipt, created=True)


def _again(terminal: Terminal, earlier: Alert, digest: str) -> Stored:
    if earlier.merchant_id != terminal.merchant_id:
        raise Refused("not-your-merchant")
    if earlier.sha256 != digest:
        raise Refused("alert-id-conflict")
    return Stored(earlier.receipt, created=False)


def _check(station: Station, terminal: Terminal, alert_id: str, body: dict[str, Any]) -> bool:
    errors = station.contract.errors("alert", body)
    if errors:
        raise invalid("invalid-alert", *errors)
    if body["alert_id"] != alert_id:
        raise invalid(
            "invalid-alert",
            FieldError("/alert_id", "path", "alert_id differs from the address.", "编号与地址中的不一致。"),
        )
    check_merchant(station, terminal, body)
    errors = check_alert(body, station.clock.now())
    if errors:
        raise invalid("invalid-alert", *errors)
    return check_member(station, terminal, body, "invalid-alert")


def _open_lead(
    station: Station, unit: Unit, terminal: Terminal, body: Mapping[str, Any], seq: int, now: datetime
) -> None:
    alert_id = body["alert_id"]
    urgency = classify(body)
    unit.leads.add(
        Lead(
            alert_id=alert_id,
            merchant_id=terminal.merchant_id,
            short_no=f"{now.astimezone(_CHINA):%y%m%d}-{seq}",
            state=LeadState.RECEIVED,
            revision=1,
            urgency=urgency,
            level=body.get("level", "urgent" if is_urgent(body) else "none"),
            track=body.get("track", ""),
            setting=body["setting"],
            silent=body.get("silent", False),
            person_present=body["person_present"],
            value_status=body["value_status"],
            amount_fen=body.get("amount_fen"),
            place=body["place"]["address"],
            place_detail=body["place"].get("detail", ""),
            evidence=body.get("evidence", []),
            reasons=body.get("score_detail", {}).get("reasons", []),
            scam_types=body.get("scam_types", []),
            ruleset=body.get("ruleset", ""),
            received_at=now,
            updated_at=now,
        )
    )
    blind_marks.mark(station, unit, alert_id, body)
    timeline.add_step(unit, alert_id, at=now, kind="received", actor=f"terminal:{terminal.terminal_id}", first=True)
    status = feed.case_status(LeadState.RECEIVED, 1, station.station_name, _RECEIVED)
    feed.emit_as(unit, seq, "case.status", status, at=now, merchant_id=terminal.merchant_id, alert_id=alert_id)
    feed.tell_desk(unit, "alert.new", alert_id, 1, urgency)
