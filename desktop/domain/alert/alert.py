"""An alert as submitted: the bytes that travel and the facts screens and the outbox need beside them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

# Crockford's digits: no I, L, O, U, so a number read out over the phone is heard right.
_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Alert:
    """One submitted alert; `body` is the exact request body, built once, and `sha256` its lowercase hex digest.

    `summary` is a short text without names or numbers of persons; `compliance` are legal duties kept apart from
    suspicion and never sent. `wiped` is the lowest privacy level ("L3", "L2") that was taken out after its time, "" while all
    is there; `sha256` stays that of what was sent.
    """

    alert_id: str
    setting: str
    level: str
    track: str
    computed_level: str
    member_id: str | None
    created_at: datetime
    observed_at: datetime
    body: bytes = field(repr=False)
    sha256: str
    summary: str = field(default="", repr=False)
    narrative: str = field(default="", repr=False)
    amount_fen: int | None = None
    silent: bool = False
    urgent: bool = False
    compliance: tuple[str, ...] = ()
    wiped: str = ""


@dataclass(frozen=True, slots=True)
class Supplement:
    """One later fact, reply or correction of an alert; `n` counts from 1 without gaps; `body` as it is sent."""

    alert_id: str
    n: int
    kind: str
    made_at: datetime
    member_id: str | None
    body: bytes = field(repr=False)
    sha256: str
    text: str = field(default="", repr=False)
    in_reply_to: str | None = None
    reply_code: str | None = None


def digest_of(body: bytes) -> str:
    """Return the lowercase hex SHA-256 of a request body."""
    return hashlib.sha256(body).hexdigest()


def short_number(alert_id: str) -> str:
    """Return the eight-character number people read to each other, from the random end of the id (40 bits)."""
    tail = int(alert_id.replace("-", "")[-10:], 16)
    digits = "".join(_DIGITS[(tail >> shift) & 31] for shift in range(35, -1, -5))
    return f"{digits[:4]}-{digits[4:]}"
