"""Frozen rows handed to screens; only these cross threads.

Money is integer fen, mass integer milligrams, times are timezone-aware UTC datetimes. Texts typed by people are as typed;
texts of the product are not here (`ui.runtime.error_text` and the screens make the words).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from desktop.application.live_line_models import InstructionView, RefusedLine
from desktop.application.preference_model import Preferences
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.member.shop import Shop

__all__ = [
    "AlertReview",
    "CounterOverview",
    "DeliveryReport",
    "DeliveryState",
    "DraftView",
    "FieldProblem",
    "InstructionView",
    "Level",
    "LiveLine",
    "MemberRole",
    "MemberTile",
    "OutboxStatus",
    "Preferences",
    "RecordFilter",
    "RecordPage",
    "RecordRow",
    "RefusedLine",
    "RewardRow",
    "RewardsPage",
    "ShopInfo",
    "TimelineItem",
    "draft_view",
]

DeliveryState = Literal["draft", "queued", "sending", "delivered", "refused", "local"]
"""`local`: closed at the counter (released or noted) and never meant to be sent."""
MemberRole = str
Level = Literal["none", "watch", "alert", "urgent"]


@dataclass(frozen=True, slots=True)
class ShopInfo:
    """The enrolled shop and the station it reports to; `revoked` when the station withdrew this terminal."""

    merchant_id: str
    name: str
    trade: str
    address: str
    phone: str
    terminal_id: str
    station_name: str
    station_url: str
    revoked: bool = False

    @classmethod
    def of(cls, shop: Shop) -> ShopInfo:
        """Return what is shown of a profile's shop."""
        merchant = shop.merchant
        return cls(
            merchant_id=merchant.merchant_id,
            name=merchant.name,
            trade=merchant.trade,
            address=merchant.address,
            phone=merchant.phone,
            terminal_id=shop.terminal_id,
            station_name=shop.station_name,
            station_url=shop.station_url,
            revoked=shop.revoked is not None,
        )


@dataclass(frozen=True, slots=True)
class MemberTile:
    """One clerk on the sign-in page; `active` once the member has a key and PIN on this PC."""

    member_id: str
    name: str
    role: MemberRole
    active: bool
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class DraftView:
    """A checklist being filled in, exactly as last saved.

    `answers` maps question or mitigator id to yes/no/unknown; `tx` and `ctx` follow the checklist engine's facts; `details` holds
    the alert's other fields as typed, keyed by the names in `desktop.domain.alert.fields`. `checklist_version` is kept with
    the draft, so a newer checklist never changes a draft under the clerk's hands.
    """

    draft_id: str
    alert_id: str
    setting: str
    checklist_version: int
    member_id: str | None
    started_at: datetime
    saved_at: datetime
    answers: Mapping[str, str] = field(default_factory=dict)
    tx: Mapping[str, object] = field(default_factory=dict)
    ctx: Mapping[str, object] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)


def draft_view(draft: Draft) -> DraftView:
    """Return a draft as screens see it."""
    names = [name for name in DraftView.__dataclass_fields__ if name != "discarded_at"]
    return DraftView(**{name: getattr(draft, name) for name in names})


@dataclass(frozen=True, slots=True)
class AlertReview:
    """What will be sent, in the duty officer's order of need (DOMAIN 5.1), with what is still wrong."""

    draft_id: str
    alert_id: str
    setting: str
    level: Level
    computed_level: Level
    track: str
    scores: Mapping[str, int]
    reasons: tuple[tuple[str, int, str, str], ...]  # (question id, points, zh, en)
    scam_types: tuple[str, ...]
    insufficient: bool
    fields: Mapping[str, str]
    problems: tuple[FieldProblem, ...]


@dataclass(frozen=True, slots=True)
class OutboxStatus:
    """State of everything still to be sent; `held` when the station refuses this terminal (401/403) and a person is needed.

    `odd_receipts` counts receipts that do not follow on each other: the duty desk and this PC should compare their lists.
    `lines` counts those of `waiting` and `refused` that were only added to an alert; the rest are alerts themselves.
    """

    waiting: int
    refused: int
    oldest_at: datetime | None
    online: bool | None  # None: not tried yet
    last_contact_at: datetime | None
    held: str | None = None
    odd_receipts: int = 0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """What one round of sending did; `next_at` is when the next entry is due (None: nothing waits)."""

    sent: int
    refused: int
    failed: int
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One line of the records page."""

    alert_id: str
    short_no: str
    setting: str
    level: Level
    track: str
    summary: str
    amount_fen: int | None
    created_at: datetime
    delivery: DeliveryState
    case_state: str | None
    case_text: str
    silent: bool
    reward_state: str | None = None
    refused_code: str | None = None


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """`tab` is all | waiting | open | reward | closed; `text` searches number, narrative and case text.

    Rewards (tab, row state, totals) are shown only for `member_id`, the one signed in; None shows none.
    """

    tab: str = "all"
    text: str = ""
    setting: str | None = None
    member_id: str | None = None


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One page of records with the totals of each tab and this month's figures."""

    rows: tuple[RecordRow, ...]
    total: int
    tab_counts: Mapping[str, int]
    month_submitted: int
    month_accepted: int
    month_loss_prevented_fen: int
    rewards_to_claim_fen: int
    rewards_to_claim: int


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing that happened to an alert; `who` is clerk | police | system; `delivery` only for what this PC sent."""

    at: datetime
    who: Literal["clerk", "police", "system"]
    kind: str
    text: str
    unit: str = ""
    delivery: DeliveryState | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class LiveLine:
    """Everything the live line page shows of one alert; `call_110` when the screen must show the read-out text now.

    `revised_to` is the alert that was begun anew from a refused one, `revised_draft` its draft while it is not submitted.
    """

    alert_id: str
    short_no: str
    setting: str
    level: Level
    track: str
    silent: bool
    delivery: DeliveryState
    created_at: datetime
    delivered_at: datetime | None
    acked_at: datetime | None
    case_state: str | None
    case_text: str
    refused_code: str | None
    refused_detail: str
    instructions: tuple[InstructionView, ...]
    timeline: tuple[TimelineItem, ...]
    readout: Mapping[str, str]  # shop, address, place_detail, what, person_present, value_status, contact
    call_110: bool
    refused_lines: tuple[RefusedLine, ...] = ()
    revised_to: str | None = None
    revised_draft: str | None = None


@dataclass(frozen=True, slots=True)
class RewardRow:
    """One reward of the signed-in member; `amount_fen` is 0 until the bureau has notified."""

    reward_id: str
    alert_id: str
    alert_no: str
    kind: Literal["cash", "letter", "banner"]
    state: str
    amount_fen: int
    title: str
    text: str
    updated_at: datetime
    history: tuple[tuple[str, datetime], ...]
    claim_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class RewardsPage:
    """The member's own rewards, totals in fen, and paid cash by month ("2026-11" -> fen) for the last 12 months."""

    rows: tuple[RewardRow, ...]
    paid_fen: int
    to_claim_fen: int
    in_progress: int
    by_month: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CounterOverview:
    """What the home page shows: today's open alerts, newest instruction, drafts, outbox."""

    open_alerts: tuple[RecordRow, ...]
    latest_instruction: InstructionView | None
    latest_instruction_alert: str | None
    drafts: tuple[DraftView, ...]
    outbox: OutboxStatus
    unread_bulletins: int
