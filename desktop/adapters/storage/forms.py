"""What the rows of the first tables look like, without a database library: said once for SQLAlchemy and for the early alarm."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

Kind = Literal["text", "time", "json", "flag", "count", "bytes"]
_INSERT = "INSERT INTO {table} ({columns}) VALUES ({places})"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Form:
    """One table and its columns in order, each with its kind."""

    name: str
    columns: Mapping[str, Kind]
    may_be_empty: frozenset[str]

    def stored(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the values of these columns as the file holds them."""
        return {name: stored(self.columns[name], values[name]) for name in self.columns if name in values}

    def insert(self, names: tuple[str, ...]) -> str:
        """Return the statement that adds a row of these columns, each as a parameter of its name."""
        columns, places = (", ".join(mark + name + end for name in names) for mark, end in (('"', '"'), (":", "")))
        return _INSERT.format(table=self.name, columns=columns, places=places)


def micros_of(at: datetime) -> int:
    """Return whole microseconds since 1970 UTC; a naive time is refused (ValueError): it would be a guess."""
    if at.tzinfo is None:
        raise ValueError("a stored time must carry its offset")
    return (at - _EPOCH) // _MICROSECOND


def time_of(micros: int) -> datetime:
    """Return the time in UTC."""
    return _EPOCH + timedelta(microseconds=micros)


def json_text_of(value: object) -> str:
    """Return compact JSON, keys in the order given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def stored(kind: Kind, value: Any) -> Any:
    """Return one value as the file holds it."""
    if value is None:
        return None
    if kind == "time":
        return micros_of(value)
    if kind == "json":
        return json_text_of(value)
    if kind == "flag":
        return int(value)
    return str(value) if kind == "text" else value


def _form(name: str, /, **columns: str) -> Form:
    # A kind with a question mark: the column may be empty.
    kinds: dict[str, Any] = {column: kind.rstrip("?") for column, kind in columns.items()}
    return Form(name, kinds, frozenset(column for column, kind in columns.items() if kind.endswith("?")))


FACTS = _form("facts", name="text", value="json")

ALERTS = _form(
    "alerts",
    alert_id="text",
    setting="text",
    level="text",
    track="text",
    computed_level="text",
    member_id="text?",
    created_at="time",
    observed_at="time",
    body="bytes",
    sha256="text",
    summary="text",
    narrative="text",
    amount_fen="count?",
    silent="flag",
    urgent="flag",
    compliance="json",
    wiped="text",
)

OUTBOX = _form(
    "outbox",
    order="count",
    alert_id="text",
    n="count",
    urgent="flag",
    queued_at="time",
    next_attempt_at="time",
    state="text",
    attempts="count",
    lease_owner="text?",
    lease_until="time?",
    refused_code="text?",
    refused_detail="text",
    refused_detail_zh="text",
)

RECORDS = _form(
    "records",
    order="count",
    alert_id="text",
    setting="text",
    level="text",
    track="text",
    summary="text",
    amount_fen="count?",
    created_at="time",
    delivery="text",
    case_state="text?",
    case_text="text",
    silent="flag",
    reward_state="text?",
    refused_code="text?",
    waiting="flag",
    open="flag",
    reward_member="text?",
    closed="flag",
    accepted="flag",
    loss_prevented_fen="count",
)
