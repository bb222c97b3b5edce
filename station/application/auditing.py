"""The chained audit trail: one row for every change by a person, in the same transaction."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from station.application.ports import Unit
from station.application.records import AuditRow

_START = "0" * 64


def record(
    unit: Unit,
    *,
    at: datetime,
    actor: str,
    action: str,
    subject: str,
    before: int | None = None,
    after: int | None = None,
    detail: Mapping[str, Any] | None = None,
) -> None:
    """Append an audit row. `actor` is `officer:ID`, `member:ID`, `terminal:ID` or `cli`; `detail` holds no personal data."""
    last = unit.audit.find(order=["-audit_no"], limit=1)
    number, prev = (last[0].audit_no + 1, last[0].row_hash) if last else (1, _START)
    facts = dict(detail or {})
    row = AuditRow(number, at, actor, action, subject, before, after, facts, prev, "")
    unit.audit.add(AuditRow(number, at, actor, action, subject, before, after, facts, prev, row_hash(row)))


def row_hash(row: AuditRow) -> str:
    """Return the hash a row must carry: SHA-256 over its content and the previous row's hash."""
    content = [
        row.audit_no,
        row.at.isoformat(),
        row.actor,
        row.action,
        row.subject,
        row.before_revision,
        row.after_revision,
        row.detail,
        row.prev_hash,
    ]
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def first_broken(rows: list[AuditRow]) -> int | None:
    """Return the number of the first row that breaks the chain, or None; rows in order of audit_no."""
    prev, expected = _START, 1
    for row in rows:
        if row.audit_no != expected or row.prev_hash != prev or row.row_hash != row_hash(row):
            return row.audit_no
        prev, expected = row.row_hash, expected + 1
    return None
