"""Keeping the records page's rows true to the tables they are made of, in the same transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from desktop.adapters.storage.record_row import delivery_columns, record_row, words_of
from desktop.adapters.storage.rows import add, change, one
from desktop.adapters.storage.search import index
from desktop.adapters.storage.tables import alerts, cases, closings, outbox, records, rewards
from desktop.domain.delivery.outbox import OutboxEntry
from desktop.domain.reward.reward import CLAIMABLE

_FOR_SEARCH = ("summary", "case_text")


def refresh(connection: Connection, alert_id: str, *, words: bool = False) -> None:
    """Make the record of one alert or closing again, with `words` also what it is found by; nothing when neither is here."""
    source = one(connection, alerts, alert_id=alert_id)
    made = _of_alert(connection, source) if source is not None else _of_closing(connection, alert_id)
    if made is None:
        return
    row, narrative = made
    known = one(connection, records, alert_id=alert_id)
    if known is None:
        order = add(connection, records, row)
    else:
        order = known["order"]
        changes = {name: value for name, value in row.items() if known[name] != value}
        if changes:
            change(connection, records, {"order": order}, changes)
        if not words and not any(name in changes for name in _FOR_SEARCH):
            return
    index(connection, order, words_of(row, narrative), new=known is None)


def refresh_delivery(connection: Connection, letter: OutboxEntry) -> None:
    """Bring the record of an alert up to date of which only the letter has changed; a fifth of the work of `refresh`."""
    known = one(connection, records, alert_id=letter.alert_id)
    if known is None:
        refresh(connection, letter.alert_id)
        return
    row = delivery_columns(letter.state.value, letter.refused_code, over=known["closed"])
    changes = {name: value for name, value in row.items() if known[name] != value}
    if changes:
        change(connection, records, {"order": known["order"]}, changes)


def _of_alert(connection: Connection, alert: dict[str, Any]) -> tuple[dict[str, Any], str]:
    alert_id = alert["alert_id"]
    letter = one(connection, outbox, alert_id=alert_id, n=0)
    case = one(connection, cases, alert_id=alert_id)
    reward = connection.execute(
        select(rewards.c.state, rewards.c.member_id)
        .where(rewards.c.alert_id == alert_id)
        # One line shows one reward: the reporter's own before another member's, one to claim before those behind it.
        .order_by(
            (rewards.c.member_id == alert["member_id"]).desc(),
            rewards.c.state.in_(sorted(CLAIMABLE)).desc(),
            rewards.c.at.desc(),
            rewards.c.reward_id,
        )
    ).first()
    row = record_row(alert, letter, case, None if reward is None else reward._mapping)
    return row, str(alert["narrative"])


def _of_closing(connection: Connection, alert_id: str) -> tuple[dict[str, Any], str] | None:
    closing = one(connection, closings, alert_id=alert_id)
    if closing is None:
        return None
    row = {
        "alert_id": alert_id,
        "setting": closing["draft"]["setting"],
        "level": closing["level"],
        "track": closing["track"],
        "summary": "",
        "amount_fen": None,
        "created_at": closing["closed_at"],
        "silent": False,
        "delivery": "local",
        "case_state": closing["how"],
        "case_text": closing["reason"],
        "reward_state": None,
        "reward_member": None,
        "refused_code": None,
        "waiting": False,
        "open": False,
        "closed": True,
        "accepted": False,
        "loss_prevented_fen": 0,
    }
    return row, str(closing["draft"]["details"].get("narrative", ""))
