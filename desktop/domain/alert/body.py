"""The alert's request body: canonical JSON without floats, in the wire's names (WIRE, alert)."""

from __future__ import annotations

from desktop.domain.alert.alert import Alert, digest_of
from desktop.domain.alert.fields import FIELDS, AlertField, items_of
from desktop.domain.alert.identifiers import clean_phone, clean_plate
from desktop.domain.alert.judged import Judged
from desktop.domain.alert.numbers import fen_of, mg_of, parse_purity, plain
from desktop.domain.alert.readable import readable
from desktop.domain.alert.sealing import SCHEMA_VERSION, Sign, sealed
from desktop.domain.alert.times import parse_time, wire_time
from desktop.domain.alert.validation_values import observed_at
from desktop.domain.alert.wire_tx import wire_payments, wire_tx
from redflags import shown_answers


def alert_of(judged: Judged, terminal_id: str, member_id: str | None, sign: Sign | None) -> Alert:
    """Build the alert of a judged draft; its bytes are made here once and never again."""
    body = sealed(body_of(judged, terminal_id, member_id), sign)
    tx = judged.facts.tx
    return Alert(
        alert_id=judged.draft.alert_id,
        setting=judged.draft.setting,
        level=judged.level,
        track=judged.assessment.track.value,
        computed_level=judged.assessment.level.value,
        member_id=member_id,
        created_at=judged.now,
        observed_at=observed_at(judged),
        body=body,
        sha256=digest_of(body),
        summary=_summary(judged),
        narrative=judged.detail("narrative"),
        amount_fen=None if tx.amount_cny is None else fen_of(tx.amount_cny),
        urgent=judged.urgent,
        compliance=judged.assessment.compliance,
    )


def body_of(judged: Judged, terminal_id: str, member_id: str | None) -> dict[str, object]:
    """Return the body without the member's signature; compliance flags stay at the shop."""
    draft, assessment = judged.draft, judged.assessment
    body: dict[str, object] = {
        "schema_version": SCHEMA_VERSION,
        "alert_id": draft.alert_id,
        "merchant_id": judged.merchant.merchant_id,
        "terminal_id": terminal_id,
        "member_id": member_id,
        "setting": draft.setting,
        "submitted_at": wire_time(judged.now),
        "place": {"address": judged.merchant.address},
        "level": judged.level,
        "track": assessment.track.value,
        "computed_level": assessment.level.value,
        "silent": False,
        "person_present": judged.facts.ctx.person_present,
        "value_status": judged.facts.ctx.value_status,
        "ruleset": judged.definition.ruleset,
        "score_detail": _scores(judged),
        "scam_types": list(assessment.scam_types),
        "insufficient": assessment.insufficient,
        "evidence": _evidence(judged),
        "danger_flags": [],
        "actions_taken": [],
        "contact": {"mode": "in_app"},
    }
    if judged.choice.urgent:
        body["urgency_by_clerk"] = "urgent"
    level_reason = readable(judged.choice.level_reason).strip()
    if level_reason:
        body["level_reason"] = level_reason
    _add_transaction(body, judged)
    for field in FIELDS.values():
        value = judged.detail(field.key)
        if value:
            _place(body, field.pointer, _wire_value(field, value, judged))
    # Last, because a blank field leaves it to the time the draft was started.
    body["observed_at"] = wire_time(observed_at(judged))
    return body


def _scores(judged: Judged) -> dict[str, object]:
    return {
        "scores": {track.value: int(score) for track, score in judged.assessment.scores.items()},
        "reasons": [{"id": reason.id, "points": int(reason.points)} for reason in judged.assessment.reasons],
        "floors": list(judged.assessment.floors),
    }


def _evidence(judged: Judged) -> list[dict[str, str]]:
    shown = shown_answers(judged.definition, judged.facts.answers, judged.facts.tx)
    return [{"question_id": key, "answer": answer.value} for key, answer in sorted(shown.items())]


def _add_transaction(body: dict[str, object], judged: Judged) -> None:
    tx = judged.facts.tx
    raw = wire_tx(judged.draft.tx)
    if raw:
        body["tx"] = raw
    if tx.amount_cny is not None:
        body["amount_fen"] = fen_of(tx.amount_cny)
    if tx.weight_g is not None:
        body["weight_mg"] = mg_of(tx.weight_g)
    if tx.item_kind is not None:
        body["item_kind"] = tx.item_kind
    if tx.purity is not None:
        body["purity"] = parse_purity(tx.purity)
    if tx.measured_weight_g is not None and tx.measured_weight_g >= 1:
        body["measured_weight_mg"] = mg_of(tx.measured_weight_g)
    if tx.insured_value_cny is not None:
        body["insured_value_fen"] = fen_of(tx.insured_value_cny)
    if tx.declared:
        body["declared_content"] = tx.declared
    payments = wire_payments(tx.payments)
    if payments:
        body["payments"] = payments


def _wire_value(field: AlertField, value: str, judged: Judged) -> object:
    match field.kind:
        case "time":
            return wire_time(parse_time(value, judged.now))
        case "set":
            return list(items_of(value))
        case "yes-no":
            return value == "yes"
        case "phone":
            return clean_phone(value)
        case "plate":
            return clean_plate(value)
        case "purity":
            return parse_purity(value)
        case "waybill" | "id-number":
            return plain(value).upper()
        case _:
            return value


def _place(body: dict[str, object], pointer: str, value: object) -> None:
    *outer, last = pointer.strip("/").split("/")
    inside = body
    for name in outer:
        step = inside.setdefault(name, {})
        if not isinstance(step, dict):
            raise TypeError(f"{pointer} runs through a value")
        inside = step
    inside[last] = value


def _summary(judged: Judged) -> str:
    # Item texts only: what a person typed stays out of lists and logs.
    texts = [reason.text.zh for reason in judged.assessment.reasons if reason.points > 0]
    return "；".join(texts[:2])
