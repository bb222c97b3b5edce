"""A draft made from an alert that was refused, so that nothing has to be typed twice."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from desktop.domain.alert.alert import Alert, Supplement
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.fields import FIELDS, AlertField

_CTX = ("person_present", "value_status")
_FROM_TX = frozenset({"purity", "declared_content"})


def begun_anew(
    alert: Alert,
    later: Sequence[Supplement],
    *,
    draft_id: str,
    alert_id: str,
    version: int,
    member_id: str | None,
    now: datetime,
) -> Draft:
    """Return the draft an alert was made of, with the lines written since; amounts in yuan and weights in grams again."""
    body: dict[str, Any] = json.loads(alert.body)
    details = {field.key: text for field in FIELDS.values() if (text := _typed(field, body))}
    lines = [one.text for one in later if one.text]
    if lines:
        said = " ".join([details.get("narrative", ""), *lines]).strip()
        details["narrative"] = said[: FIELDS["narrative"].longest]
    return Draft(
        draft_id=draft_id,
        alert_id=alert_id,
        setting=alert.setting,
        checklist_version=version,
        member_id=member_id,
        started_at=now,
        saved_at=now,
        answers={item["question_id"]: item["answer"] for item in body.get("evidence", [])},
        tx=_facts(body.get("tx", {})),
        ctx={name: body[name] for name in _CTX if name in body},
        details=details,
    )


def version_of(alert: Alert) -> int | None:
    """Return the version of the checklist an alert was made with, None when it names none."""
    _setting, _at, version = str(json.loads(alert.body).get("ruleset", "")).partition("@")
    return int(version) if version.isascii() and version.isdigit() else None


def _typed(field: AlertField, body: Mapping[str, Any]) -> str:
    value: Any = body
    for name in field.pointer.strip("/").split("/"):
        if not isinstance(value, Mapping) or name not in value:
            return ""
        value = value[name]
    if field.key in _FROM_TX and field.key in body.get("tx", {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ",".join(str(item) for item in value)
    return str(value)


def _facts(tx: Mapping[str, Any]) -> dict[str, object]:
    return dict(_pair(name, value) for name, value in tx.items())


def _pair(name: str, value: Any) -> tuple[str, object]:
    for ending, was, unit in (("_fen", "_cny", 100), ("_mg", "_g", 1000)):
        if name.endswith(ending):
            back = "insured" if name == "insured_fen" else name.removesuffix(ending) + was
            return back, [_plain(item, unit) for item in value] if isinstance(value, list) else _plain(value, unit)
    if isinstance(value, Mapping):
        return name, _facts(value)
    if isinstance(value, list):
        return name, [_facts(item) if isinstance(item, Mapping) else item for item in value]
    return "account" if name == "last4" else name, value


def _plain(value: Any, unit: int) -> object:
    if not isinstance(value, int):
        return value
    return value // unit if value % unit == 0 else value / unit
