"""Answers given after an alert was already sent, as after a silent alarm: only what is new travels, as new facts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from desktop.domain.alert.alert import Alert, Supplement
from desktop.domain.alert.body import body_of
from desktop.domain.alert.judged import Judged

PAUSE = timedelta(seconds=10)
"""Between two follow-ups sent while the clerk is still answering."""
# The alarm itself set the level: what is answered afterwards may explain it, and only an officer lowers it.
_FACTS = (
    *("late_reason", "place", "track", "computed_level", "person_present", "left_at", "direction", "value_status"),
    *("value_location", "handover", "danger_flags", "contact", "evidence", "ruleset", "score_detail", "scam_types"),
    *("insufficient", "narrative", "amount_fen", "weight_mg", "item_kind", "purity", "payments", "payee", "waybill_no"),
    *("courier_code", "declared_content", "measured_weight_mg", "insured_value_fen", "recipient", "vehicle", "subject"),
    *("cctv", "actions_taken", "cover_story", "consent_reward", "tx"),
)
_JUDGEMENT = frozenset({"track", "computed_level", "ruleset", "score_detail", "scam_types", "insufficient"})
"""They follow from the answers and are no news by themselves."""


def known_fields(alert: Alert, supplements: Sequence[Supplement]) -> dict[str, Any]:
    """Return what an alert and its supplements have said so far, the latest word on each."""
    said: dict[str, Any] = json.loads(alert.body)
    for supplement in supplements:
        said |= json.loads(supplement.body).get("fields", {})
    return said


def new_fields(judged: Judged, terminal_id: str, said: Mapping[str, Any]) -> dict[str, object]:
    """Return the wire members of a draft that differ from what was said, whole ones; empty when nothing new was answered."""
    body = body_of(judged, terminal_id, None)
    fields: dict[str, object] = {}
    for name in _FACTS:
        value, before = body.get(name), said.get(name)
        if value is None or value in ("", [], {}):
            continue
        if isinstance(value, Mapping) and isinstance(before, Mapping) and name != "score_detail":
            value = {**before, **value}
        if value != before:
            fields[name] = value
    return fields if set(fields) - _JUDGEMENT else {}
