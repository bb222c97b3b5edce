"""What the records page's row of an alert says, made of the rows it stands for; no database library is needed for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.adapters.storage.grams import grams
from desktop.domain.alert.alert import short_number
from desktop.domain.case.case import OVER
from desktop.domain.delivery.outbox import SETTLED

_SHARED = ("alert_id", "setting", "level", "track", "summary", "amount_fen", "created_at", "silent")
Row = Mapping[Any, Any]


def record_row(alert: Row, letter: Row | None, case: Row | None, reward: Row | None) -> dict[str, Any]:
    """Return the record of an alert, of its own letter, its case and its newest reward as far as there are any."""
    delivery = "queued" if letter is None else str(letter["state"])
    over = case is not None and case["state"] in OVER
    effects = case["effects"] if case else []
    return {
        **{name: alert[name] for name in _SHARED},
        **delivery_columns(delivery, letter["refused_code"] if letter else None, over=over),
        "case_state": case["state"] if case else None,
        "case_text": case["text"] if case else "",
        "reward_state": reward["state"] if reward else None,
        "reward_member": reward["member_id"] if reward else None,
        "closed": over,
        "accepted": bool(case and case["accepted"]),
        "loss_prevented_fen": sum(
            effect["amount_fen"] or 0 for effect in effects if effect["code"] == "loss_prevented_cny"
        ),
    }


def words_of(record: Row, narrative: str) -> str:
    """Return what a record is found by."""
    return grams(short_number(record["alert_id"]), narrative, record["summary"], record["case_text"])


def delivery_columns(state: str, refused_code: str | None, *, over: bool) -> dict[str, Any]:
    """Return the columns that follow the alert's own letter."""
    delivered, dealt_with = state == "delivered", state == "refused" and refused_code == SETTLED
    waiting = not delivered and not dealt_with
    return {"delivery": state, "refused_code": refused_code, "waiting": waiting, "open": delivered and not over}
