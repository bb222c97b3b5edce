"""Rules an alert must keep beyond its shape (DOMAIN 5.2 and 5.3).

The shape (types, lengths, known words) is the JSON Schema's work and has passed before these run. An urgent alert needs
only setting, address, person_present, value_status and one free line (or the silent alarm): the rest may follow as
supplements. The station is never stricter than that when a life may be at stake.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from station.domain.field_rules import check_fields
from station.domain.findings import FieldError
from station.domain.urgency import is_urgent

Body = Mapping[str, Any]

LEVELS = ("none", "watch", "alert", "urgent")
OUTGOING_SIGNS = frozenset(
    {"g-mail-out", "g-handover-third", "c-found-hidden", "b-handover", "g-lookout", "s-ride-goods-only"}
)
"""Answers that say the value is about to leave (DOMAIN 0.1); each makes the hand-over facts required."""

_FUTURE = timedelta(seconds=300)
_ORDER_SLACK = timedelta(seconds=60)
_OLD = timedelta(hours=24)
_ORDINARY = {
    "level": ("level", "核对结果等级"),
    "track": ("track", "核对方向"),
    "computed_level": ("computed_level", "系统计算的等级"),
    "ruleset": ("ruleset", "核对表版本"),
    "evidence": ("evidence", "核对项答案"),
    "score_detail": ("score_detail", "得分明细"),
    "contact": ("contact", "联系方式"),
}


def check_alert(body: Body, now: datetime) -> list[FieldError]:
    """Return every rule the alert breaks, the most basic first; an empty list means it may be kept.

    `now` is the station's time (aware). The body has passed `alert.schema.json`.
    """
    errors = [*_times(body, now), *_levels(body), *_presence(body)]
    if is_urgent(body):
        errors += _urgent_line(body)
    else:
        errors += _ordinary(body)
    errors += check_fields(body, "", now.date())
    return errors


def missing(pointer: str, name: str, name_zh: str) -> FieldError:
    """Build the error for a member that must be there."""
    return FieldError(pointer, "required", f"Fill in {name}.", f"请填写{name_zh}。")


def _times(body: Body, now: datetime) -> Iterator[FieldError]:
    observed, submitted = (datetime.fromisoformat(body[name]) for name in ("observed_at", "submitted_at"))
    if submitted > now + _FUTURE:
        yield FieldError(
            "/submitted_at",
            "in-future",
            "submitted_at is in the future: check this computer's clock.",
            "提交时间在未来：请校准本机时钟。",
        )
    if observed > submitted + _ORDER_SLACK:
        yield FieldError(
            "/observed_at",
            "after-submitted",
            "observed_at is later than submitted_at: correct the time it was seen.",
            "发现时间晚于提交时间：请改正发现时间。",
        )
    if submitted - observed > _OLD and not str(body.get("late_reason", "")).strip():
        yield FieldError(
            "/late_reason",
            "late-reason-required",
            "It was seen more than 24 hours before: say why it is reported only now.",
            "发现已超过24小时：请写明迟报原因。",
        )


def _levels(body: Body) -> Iterator[FieldError]:
    level, computed = body.get("level"), body.get("computed_level")
    if level is None or computed is None:
        return
    lowered = LEVELS.index(computed) - LEVELS.index(level)
    if lowered > 1:
        yield FieldError(
            "/level",
            "lowered-too-far",
            "level may be lowered by one step at most from computed_level.",
            "等级最多只能比计算结果低一级。",
        )
    if lowered > 0 and not str(body.get("level_reason", "")).strip():
        yield FieldError(
            "/level_reason",
            "level-reason-required",
            "level is lower than computed_level: give the reason.",
            "等级低于计算结果：请写明理由。",
        )


def _presence(body: Body) -> Iterator[FieldError]:
    left_at = body.get("left_at")
    if left_at and body["person_present"] == "yes":
        yield FieldError(
            "/left_at",
            "still-present",
            "left_at is given but the person is still present: correct one of the two.",
            "人还在现场却填了离开时间：请改正其中一项。",
        )
    if not str(body["place"].get("address", "")).strip():
        yield missing("/place/address", "the address", "地址")


def _urgent_line(body: Body) -> Iterator[FieldError]:
    if body.get("silent") is True or str(body.get("narrative", "")).strip():
        return
    yield FieldError(
        "/narrative",
        "required",
        "An urgent alert needs one line saying what is happening.",
        "紧急上报请写一句现场情况。",
    )


def _ordinary(body: Body) -> Iterator[FieldError]:
    for member, (name, name_zh) in _ORDINARY.items():
        if member not in body:
            yield missing(f"/{member}", name, name_zh)
    if len(str(body.get("narrative", "")).strip()) < 10:
        yield FieldError(
            "/narrative",
            "too-short",
            "Describe what happened in at least 10 characters.",
            "请用至少10个字说明经过。",
        )
    if body["person_present"] == "left" and not body.get("left_at"):
        yield missing("/left_at", "when the person left", "离开时间")
    if body["person_present"] in {"yes", "left"} and not str(body.get("subject", {}).get("desc", "")).strip():
        yield missing("/subject/desc", "what the person looks like (clothes, height, bag)", "对方体貌衣着")
    if body["setting"] in {"gold_shop", "bank_counter"} and body["value_status"] != "none" and "amount_fen" not in body:
        yield missing("/amount_fen", "the amount", "金额")
    said_yes = {item["question_id"] for item in body.get("evidence", ()) if item["answer"] == "yes"}
    if said_yes & OUTGOING_SIGNS and not body.get("handover"):
        yield FieldError(
            "/handover",
            "handover-required",
            'The value is about to be handed over or sent: fill in when, where, how or to whom ("unknown" is fine).',
            "财物将要交出或寄出：请填写交接时间、地点、方式或对象（不清楚可填“不详”）。",
        )
    if "q-paid-already" in said_yes and not body.get("payee"):
        yield FieldError(
            "/payee",
            "payee-required",
            'Money was already sent: fill in the account it went to ("unknown" is fine).',
            "钱已转出：请填写收款账户（不清楚可填“不详”）。",
        )
