"""Shop, cases, rewards, feed and training of one transaction in memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.application.errors import NotFound
from desktop.domain.alert.bundle import Bundle
from desktop.domain.case.case import Case, CaseStep
from desktop.domain.case.feed import Bulletin, FeedPosition, KeptEvent, ReadReceipt
from desktop.domain.case.instruction import Instruction
from desktop.domain.delivery.comparison import Comparison
from desktop.domain.member.member import Member
from desktop.domain.member.shop import EnrolmentAttempt, Shop
from desktop.domain.reward.reward import OVER, Reward
from desktop.domain.training.record import Attempt
from tests.fakes.memory_kept import Kept


class MemoryCases:
    """Cases and instructions of one transaction."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def get(self, alert_id: str) -> Case | None:
        return self._kept.cases.get(alert_id)

    def put(self, case: Case) -> None:
        self._kept.cases[case.alert_id] = case

    def restart(self) -> None:
        self._kept.cases = {key: replace(case, revision=0) for key, case in self._kept.cases.items()}

    def add_step(self, step: CaseStep) -> None:
        self._kept.steps.setdefault((step.alert_id, step.revision), step)

    def instruction(self, instruction_id: str) -> Instruction | None:
        return self._kept.instructions.get(instruction_id)

    def put_instruction(self, instruction: Instruction) -> None:
        self._kept.instructions[instruction.instruction_id] = instruction

    def instructions(self, alert_id: str) -> tuple[Instruction, ...]:
        found = [item for item in self._kept.instructions.values() if item.alert_id == alert_id]
        return tuple(sorted(found, key=lambda item: (item.at, item.seq)))


class MemoryRewards:
    """Rewards of one transaction."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def get(self, reward_id: str) -> Reward | None:
        return self._kept.rewards.get(reward_id)

    def put(self, reward: Reward) -> None:
        self._kept.rewards[reward.reward_id] = reward

    def restart(self) -> None:
        self._kept.rewards = {key: replace(reward, revision=0) for key, reward in self._kept.rewards.items()}

    def forget_unstated(self) -> int:
        gone = [key for key, reward in self._kept.rewards.items() if reward.revision == 0 and reward.state not in OVER]
        for key in gone:
            del self._kept.rewards[key]
        return len(gone)


class MemoryMembers:
    """Shop and members of one transaction."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def shop(self) -> Shop | None:
        return self._kept.shop

    def put_shop(self, shop: Shop) -> None:
        self._kept.shop = shop

    def attempt(self) -> EnrolmentAttempt | None:
        return self._kept.attempt

    def put_attempt(self, attempt: EnrolmentAttempt | None) -> None:
        self._kept.attempt = attempt

    def next_key(self) -> bytes | None:
        return self._kept.next_key

    def put_next_key(self, key: bytes | None) -> None:
        self._kept.next_key = key

    def former_keys(self) -> tuple[bytes, ...]:
        return self._kept.former_keys

    def put_former_keys(self, keys: tuple[bytes, ...]) -> None:
        self._kept.former_keys = keys

    def all(self) -> tuple[Member, ...]:
        return tuple(sorted(self._kept.members.values(), key=lambda member: (member.position, member.member_id)))

    def get(self, member_id: str) -> Member:
        if member_id not in self._kept.members:
            raise NotFound("member")
        return self._kept.members[member_id]

    def put(self, member: Member) -> None:
        self._kept.members[member.member_id] = member


class MemoryFeed:
    """Feed of one transaction."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def position(self) -> FeedPosition:
        return self._kept.position

    def put_position(self, position: FeedPosition) -> None:
        self._kept.position = position

    def comparison(self) -> Comparison:
        return self._kept.comparison

    def put_comparison(self, comparison: Comparison) -> None:
        self._kept.comparison = comparison

    def durable(self) -> tuple[str, int]:
        return self._kept.durable

    def put_durable(self, epoch: str, seq: int) -> None:
        self._kept.durable = (epoch, seq)

    def bundle(self) -> Bundle | None:
        return self._kept.bundle

    def put_bundle(self, bundle: Bundle) -> None:
        self._kept.bundle = bundle

    def bundle_wanted(self) -> bool:
        return self._kept.bundle_wanted

    def want_bundle(self, *, wanted: bool) -> None:
        self._kept.bundle_wanted = wanted

    def add_event(self, event: KeptEvent) -> bool:
        new = (event.epoch, event.seq) not in self._kept.events
        self._kept.events.setdefault((event.epoch, event.seq), event)
        return new

    def forget_raw(self, before: datetime) -> int:
        old = {key: one for key, one in self._kept.events.items() if one.at < before and one.raw}
        self._kept.events |= {key: replace(one, raw="") for key, one in old.items()}
        return len(old)

    def bulletin(self, bulletin_id: str) -> Bulletin | None:
        return self._kept.bulletins.get(bulletin_id)

    def put_bulletin(self, bulletin: Bulletin) -> None:
        self._kept.bulletins[bulletin.bulletin_id] = bulletin

    def queue_read_receipt(self, receipt: ReadReceipt) -> None:
        self._kept.read_receipts.setdefault((receipt.epoch, receipt.seq), receipt)

    def read_receipts(self) -> tuple[ReadReceipt, ...]:
        return tuple(sorted(self._kept.read_receipts.values(), key=lambda item: (item.shown_at, item.seq)))

    def read_receipt_sent(self, receipt: ReadReceipt) -> None:
        self._kept.read_receipts.pop((receipt.epoch, receipt.seq), None)


class MemoryTraining:
    """Answered drills of one transaction."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def add(self, attempt: Attempt) -> None:
        self._kept.attempts.append(attempt)

    def of(self, member_id: str) -> tuple[Attempt, ...]:
        return tuple(attempt for attempt in self._kept.attempts if attempt.member_id == member_id)
