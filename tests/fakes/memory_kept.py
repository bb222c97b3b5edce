"""Everything a profile keeps, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.alert.alert import Alert, Supplement
from desktop.domain.alert.attachment import Attachment
from desktop.domain.alert.bundle import Bundle
from desktop.domain.alert.draft import Closing, Draft
from desktop.domain.case.case import Case, CaseStep
from desktop.domain.case.feed import Bulletin, FeedPosition, KeptEvent, ReadReceipt
from desktop.domain.case.instruction import Instruction
from desktop.domain.delivery.comparison import Comparison
from desktop.domain.delivery.outbox import OutboxEntry
from desktop.domain.delivery.receipt import Receipt
from desktop.domain.member.member import Member
from desktop.domain.member.shop import EnrolmentAttempt, Shop
from desktop.domain.reward.reward import Reward
from desktop.domain.training.record import Attempt

Letter = tuple[str, int]


@dataclass
class Kept:
    """Everything a profile keeps."""

    shop: Shop | None = None
    attempt: EnrolmentAttempt | None = None
    members: dict[str, Member] = field(default_factory=dict)
    drafts: dict[str, Draft] = field(default_factory=dict)
    closings: dict[str, Closing] = field(default_factory=dict)
    checklists: dict[tuple[str, int], str] = field(default_factory=dict)
    alerts: dict[str, Alert] = field(default_factory=dict)
    supplements: dict[Letter, Supplement] = field(default_factory=dict)
    outbox: dict[Letter, OutboxEntry] = field(default_factory=dict)
    receipts: dict[Letter, Receipt] = field(default_factory=dict)
    held: str | None = None
    revised: dict[str, str] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    steps: dict[tuple[str, int], CaseStep] = field(default_factory=dict)
    instructions: dict[str, Instruction] = field(default_factory=dict)
    rewards: dict[str, Reward] = field(default_factory=dict)
    position: FeedPosition = field(default_factory=FeedPosition)
    comparison: Comparison = field(default_factory=Comparison)
    events: dict[tuple[str, int], KeptEvent] = field(default_factory=dict)
    read_receipts: dict[tuple[str, int], ReadReceipt] = field(default_factory=dict)
    bulletins: dict[str, Bulletin] = field(default_factory=dict)
    photos: dict[tuple[str, str], Attachment] = field(default_factory=dict)
    next_key: bytes | None = None
    former_keys: tuple[bytes, ...] = ()
    bundle: Bundle | None = None
    bundle_wanted: bool = False
    odd: int = 0
    durable: tuple[str, int] = ("", 0)
    attempts: list[Attempt] = field(default_factory=list)
