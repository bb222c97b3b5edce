"""Rows about alerts and what became of them. Field names are the column names."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Alert:
    """An alert as it came: `sealed_body` holds the exact bytes, `receipt` the answer given, byte for byte."""

    alert_id: str
    merchant_id: str
    terminal_id: str
    member_id: str | None
    sha256: str
    sealed_body: bytes
    receipt: str
    seq: int
    signed: bool
    observed_at: datetime
    submitted_at: datetime
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Supplement:
    """A later fact of an alert; n counts from 1 without gaps."""

    alert_id: str
    n: int
    terminal_id: str
    member_id: str | None
    sha256: str
    sealed_body: bytes
    receipt: str
    seq: int
    signed: bool
    kind: str
    in_reply_to: str | None
    reply_code: str | None
    made_at: datetime
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Lead:
    """What the desk works on: the state of an alert and the L0/L1 facts a queue and an analysis need.

    `revision` rises with every change; nothing personal is in here (that stays in the sealed body).
    `outcome` keeps valid, invalid, duplicate or transferred after the lead is closed.
    """

    alert_id: str
    merchant_id: str
    short_no: str
    state: str
    revision: int
    urgency: str
    level: str
    track: str
    setting: str
    silent: bool
    person_present: str
    value_status: str
    amount_fen: int | None
    place: str
    place_detail: str
    evidence: list[dict[str, Any]]
    reasons: list[dict[str, Any]]
    scam_types: list[str]
    ruleset: str
    received_at: datetime
    updated_at: datetime
    supplements: int = 0
    withdrawn: bool = False
    acked_at: datetime | None = None
    acked_by: str | None = None
    unit: str = ""
    officer_id: str | None = None
    outcome: str | None = None
    effects: list[dict[str, Any]] = field(default_factory=list)
    flag_verdicts: dict[str, str] = field(default_factory=dict)
    duplicate_of: str | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class LeadStep:
    """One line of a lead's timeline."""

    alert_id: str
    step_no: int
    at: datetime
    kind: str
    actor: str
    text: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Instruction:
    """What the desk told or asked the clerk; `kind` is instruction or question, `seq` its feed event."""

    instruction_id: str
    alert_id: str
    kind: str
    revision: int
    text: str
    officer_id: str
    officer_unit: str
    urgent: bool
    replies: list[str]
    seq: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """One event for terminals: those of `merchant_id`, or of `trade`, or all when both are None."""

    seq: int
    type: str
    alert_id: str | None
    at: datetime
    data: dict[str, Any]
    merchant_id: str | None = None
    terminal_id: str | None = None
    trade: str | None = None


@dataclass(frozen=True, slots=True)
class FeedReceipt:
    """A terminal showed an event to a person."""

    seq: int
    terminal_id: str
    member_id: str | None
    shown_at: datetime
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Reward:
    """A reward for one member and one alert; `history` is a list of {state, at}, `claim` the member's signed claim."""

    reward_id: str
    alert_id: str
    member_id: str
    merchant_id: str
    kind: str
    state: str
    amount_fen: int
    title: str
    text: str
    revision: int
    proposed_by: str
    created_at: datetime
    updated_at: datetime
    history: list[dict[str, Any]]
    approved_by: str | None = None
    claim_by: datetime | None = None
    claim: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo or document of an alert; `received` bytes of `bytes` are on the disk, in `sealed_bytes` of its sealed file.

    `seq` and `complete_at` are set once the whole file has the digest it was announced with.
    """

    alert_id: str
    sha256: str
    merchant_id: str
    terminal_id: str
    media_type: str
    bytes: int
    received: int
    sealed_bytes: int
    created_at: datetime
    seq: int | None = None
    complete_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BlindMark:
    """A keyed hash of a phone, id, waybill or name, so that repeats are found without keeping the value."""

    kind: str
    token: str
    alert_id: str
