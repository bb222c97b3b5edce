"""Alert and supplement bodies that keep every rule, to be spoiled by tests one member at a time."""

import secrets
from datetime import UTC, datetime
from typing import Any

from tests.fakes.terminal import Key, encode


def uuid7(moment: datetime | None = None) -> str:
    """Return a UUIDv7 in lower case."""
    millis = int((moment or datetime.now(UTC)).timestamp() * 1000)
    value = (millis << 80) | (7 << 76) | (secrets.randbits(12) << 64) | (2 << 62) | secrets.randbits(62)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def gold_alert(enrolment: dict[str, Any], *, at: datetime | None = None, **changes: Any) -> dict[str, Any]:
    """Return an ordinary gold-shop alert of the enrolled merchant; `changes` replace members, None removes one."""
    moment = (at or datetime.now(UTC)).isoformat()
    body: dict[str, Any] = {
        "schema_version": "1",
        "alert_id": uuid7(at),
        "merchant_id": enrolment["merchant"]["merchant_id"],
        "terminal_id": enrolment["terminal_id"],
        "member_id": None,
        "setting": "gold_shop",
        "observed_at": moment,
        "submitted_at": moment,
        "place": {"address": "连城县莲峰镇东街1号", "detail": "2号柜台", "lat_e7": 257000000, "lon_e7": 1167500000},
        "level": "alert",
        "track": "victim",
        "computed_level": "alert",
        "silent": False,
        "person_present": "yes",
        "value_status": "not_paid",
        "handover": {"when": "今天下午", "how": "不详"},
        "danger_flags": [],
        "contact": {"phone": "13800138000", "mode": "sms"},
        "evidence": [
            {"question_id": "g-mail-out", "answer": "yes"},
            {"question_id": "g-weight-only", "answer": "yes"},
            {"question_id": "g-screen-share", "answer": "unknown"},
        ],
        "ruleset": "gold_shop@2",
        "score_detail": {
            "scores": {"victim": 11, "mule": 3, "structuring": 0},
            "reasons": [{"id": "g-mail-out", "points": 4}, {"id": "g-weight-only", "points": 3}],
            "floors": [],
        },
        "scam_types": ["gold-cash-transfer"],
        "insufficient": False,
        "narrative": "顾客要买金条寄到外地,说不清收件人是谁。",
        "amount_fen": 17_000_000,
        "weight_mg": 150_000,
        "item_kind": "bar",
        "purity": "Au999.9",
        "subject": {"desc": "女,六十岁左右,灰色外套,黑色手提包"},
        "actions_taken": ["stalled"],
        "cover_story": "说证书要等半小时",
    }
    return replaced(body, changes)


def silent_alarm(enrolment: dict[str, Any], *, at: datetime | None = None, **changes: Any) -> dict[str, Any]:
    """Return the least that is accepted: a silent alarm."""
    full = gold_alert(enrolment, at=at)
    kept = ["schema_version", "alert_id", "merchant_id", "terminal_id", "member_id", "setting", "observed_at"]
    kept += ["submitted_at", "place", "person_present", "value_status"]
    return replaced({name: full[name] for name in kept} | {"silent": True}, changes)


def supplement(alert_id: str, n: int, *, at: datetime | None = None, **changes: Any) -> dict[str, Any]:
    """Return a supplement with a plain fact."""
    body: dict[str, Any] = {
        "schema_version": "1",
        "alert_id": alert_id,
        "n": n,
        "kind": "fact",
        "made_at": (at or datetime.now(UTC)).isoformat(),
        "member_id": None,
        "text": "对方往北门走了",
    }
    return replaced(body, changes)


def member_signed(body: dict[str, Any], member_id: str, key: Key) -> dict[str, Any]:
    """Return the body named and signed by a member."""
    named = {**body, "member_id": member_id}
    return {**named, "member_signature": key.jws(encode(named), detached=True)}


def replaced(body: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Return the body with members replaced; a `None` change removes the member."""
    return {name: item for name, item in {**body, **changes}.items() if name not in changes or item is not None}
