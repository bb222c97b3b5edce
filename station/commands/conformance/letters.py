"""Sample letters: an ordinary alert, a silent alarm, supplements; recognisable as a test by their words."""

import secrets
import time
from datetime import UTC, datetime
from typing import Any

from station.commands.conformance.gateway import Party
from station.commands.conformance.keys import Key, canonical


def uuid7() -> str:
    """Return a UUIDv7 in lower case."""
    millis = time.time_ns() // 1_000_000
    value = (millis << 80) | (7 << 76) | (secrets.randbits(12) << 64) | (2 << 62) | secrets.randbits(62)
    text = f"{value:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def now() -> str:
    """Return the present moment as it travels."""
    return datetime.now(UTC).isoformat()


def alert(party: Party, **changes: Any) -> dict[str, Any]:
    """Return an ordinary sighting alert; `changes` replace members, None removes one."""
    body: dict[str, Any] = {
        "schema_version": "1",
        "alert_id": uuid7(),
        "merchant_id": party.enrolment["merchant"]["merchant_id"],
        "terminal_id": party.enrolment["terminal_id"],
        "member_id": None,
        "setting": "sighting",
        "observed_at": now(),
        "submitted_at": now(),
        "place": {"address": "一致性测试地址1号"},
        "level": "watch",
        "track": "victim",
        "computed_level": "watch",
        "silent": False,
        "person_present": "no",
        "value_status": "none",
        "danger_flags": [],
        "contact": {"mode": "in_app"},
        "evidence": [],
        "ruleset": "sighting@1",
        "score_detail": {"scores": {"victim": 0, "mule": 0, "structuring": 0}, "reasons": [], "floors": []},
        "scam_types": [],
        "insufficient": True,
        "narrative": "这是一致性测试产生的上报，请忽略。",
        "actions_taken": [],
    }
    return changed(body, changes)


def silent_alarm(party: Party, **changes: Any) -> dict[str, Any]:
    """Return the least that must be accepted."""
    full = alert(party)
    kept = ["schema_version", "alert_id", "merchant_id", "terminal_id", "member_id", "setting", "observed_at"]
    kept += ["submitted_at", "place", "person_present", "value_status"]
    return changed({name: full[name] for name in kept} | {"silent": True}, changes)


def supplement(alert_id: str, n: int, **changes: Any) -> dict[str, Any]:
    """Return a supplement with a plain fact."""
    body: dict[str, Any] = {
        "schema_version": "1",
        "alert_id": alert_id,
        "n": n,
        "kind": "fact",
        "made_at": now(),
        "member_id": None,
        "text": "一致性测试补充",
    }
    return changed(body, changes)


def signed_by(body: dict[str, Any], member_id: str, key: Key) -> dict[str, Any]:
    """Return the body named and signed by a member."""
    named = {**body, "member_id": member_id}
    return {**named, "member_signature": key.jws(canonical(named), detached=True)}


def changed(body: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """Return the body with members replaced; a `None` change removes the member."""
    return {name: item for name, item in {**body, **changes}.items() if name not in changes or item is not None}
