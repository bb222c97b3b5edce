"""What the station says: cases and instructions, rewards, and the feed itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from desktop.adapters.storage.kept_facts import BUNDLE, bundle_of
from desktop.adapters.storage.rows import one, put, values_of
from desktop.adapters.storage.shop_repository import read_fact, write_fact
from desktop.adapters.storage.tables import (
    bulletins,
    case_steps,
    cases,
    feed_events,
    instructions,
    read_receipts,
    rewards,
)
from desktop.domain.alert.bundle import Bundle
from desktop.domain.case.case import Case, CaseStep, Effect
from desktop.domain.case.feed import Bulletin, FeedPosition, KeptEvent, ReadReceipt
from desktop.domain.case.instruction import Instruction
from desktop.domain.delivery.comparison import Comparison
from desktop.domain.reward.reward import OVER, Reward


class CaseRepository:
    """Cases and instructions of one transaction."""

    def __init__(self, connection: Connection, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._touched = touched

    def get(self, alert_id: str) -> Case | None:
        """Return the newest known status."""
        row = one(self._connection, cases, alert_id=alert_id)
        if row is None:
            return None
        return Case(**{**row, "effects": tuple(Effect(**effect) for effect in row["effects"])})

    def put(self, case: Case) -> None:
        """Store the status whole."""
        put(self._connection, cases, {**values_of(case, "effects"), "effects": _effects(case.effects)})
        self._touched(case.alert_id)

    def restart(self) -> None:
        """Let any revision the station states next be the newest."""
        self._connection.execute(update(cases).values(revision=0))

    def add_step(self, step: CaseStep) -> None:
        """Keep one published status for the timeline, once per revision."""
        values = {**values_of(step, "effects"), "effects": _effects(step.effects)}
        self._connection.execute(sqlite_insert(case_steps).values(**values).on_conflict_do_nothing())

    def instruction(self, instruction_id: str) -> Instruction | None:
        """Return one instruction or question."""
        row = one(self._connection, instructions, instruction_id=instruction_id)
        return None if row is None else to_instruction(row)

    def put_instruction(self, instruction: Instruction) -> None:
        """Store one instruction whole."""
        values = {**values_of(instruction), "replies": list(instruction.replies)}
        put(self._connection, instructions, values)

    def instructions(self, alert_id: str) -> tuple[Instruction, ...]:
        """Return the instructions of an alert, oldest first."""
        statement = (
            select(instructions)
            .where(instructions.c.alert_id == alert_id)
            .order_by(instructions.c.at, instructions.c.seq)
        )
        return tuple(to_instruction(dict(row)) for row in self._connection.execute(statement).mappings())


class RewardRepository:
    """Rewards of one transaction."""

    def __init__(self, connection: Connection, touched: Callable[[str], None]) -> None:
        self._connection = connection
        self._touched = touched

    def get(self, reward_id: str) -> Reward | None:
        """Return one reward."""
        row = one(self._connection, rewards, reward_id=reward_id)
        return None if row is None else to_reward(row)

    def put(self, reward: Reward) -> None:
        """Store one reward whole."""
        history = [[state, at.isoformat()] for state, at in reward.history]
        put(self._connection, rewards, {**values_of(reward, "history"), "history": history})
        self._touched(reward.alert_id)

    def restart(self) -> None:
        """Let any revision the station states next be the newest."""
        self._connection.execute(update(rewards).values(revision=0))

    def forget_unstated(self) -> int:
        """Remove rewards on their way that the station has not stated since `restart`; what is over stays."""
        gone = (rewards.c.revision == 0, rewards.c.state.not_in(OVER))
        found = self._connection.execute(select(rewards.c.alert_id).where(*gone)).scalars().all()
        if found:
            self._connection.execute(delete(rewards).where(*gone))
        for alert_id in found:
            self._touched(alert_id)
        return len(found)


class FeedRepository:
    """The feed of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def position(self) -> FeedPosition:
        """Return how far the feed was read."""
        said = read_fact(self._connection, "feed")
        return FeedPosition() if said is None else FeedPosition(said["epoch"], said["cursor"])

    def put_position(self, position: FeedPosition) -> None:
        """Remember how far the feed was read."""
        write_fact(self._connection, "feed", values_of(position))

    def comparison(self) -> Comparison:
        """Return whether the letters were compared; a profile that read a feed before this was written down starts with it."""
        said = read_fact(self._connection, "comparison")
        if said is None:
            return Comparison(asked=0 if read_fact(self._connection, "feed") is None else 1)
        return Comparison(**said)

    def put_comparison(self, comparison: Comparison) -> None:
        """Remember what is compared."""
        write_fact(self._connection, "comparison", values_of(comparison))

    def durable(self) -> tuple[str, int]:
        """Return the epoch and the highest seq the station's backups are known to hold."""
        said = read_fact(self._connection, "durable") or {}
        return str(said.get("epoch", "")), int(said.get("seq", 0))

    def put_durable(self, epoch: str, seq: int) -> None:
        """Remember what the station said of its backups."""
        write_fact(self._connection, "durable", {"epoch": epoch, "seq": seq})

    def bundle(self) -> Bundle | None:
        """Return the checklists the station published last."""
        said = read_fact(self._connection, BUNDLE)
        return None if said is None else bundle_of(said)

    def put_bundle(self, bundle: Bundle) -> None:
        """Keep a bundle in the place of the one before."""
        said = {**values_of(bundle, "expires_at"), "expires_at": bundle.expires_at.isoformat()}
        write_fact(self._connection, BUNDLE, said)

    def bundle_wanted(self) -> bool:
        """Tell whether the feed spoke of a newer checklist since the last look."""
        return bool(read_fact(self._connection, "bundle-wanted"))

    def want_bundle(self, *, wanted: bool) -> None:
        """Remember that the feed spoke of one, or that it was looked for."""
        write_fact(self._connection, "bundle-wanted", wanted or None)

    def add_event(self, event: KeptEvent) -> bool:
        """Keep an event; False when this (epoch, seq) was there already."""
        statement = sqlite_insert(feed_events).values(**values_of(event)).on_conflict_do_nothing()
        return self._connection.execute(statement).rowcount == 1

    def forget_raw(self, before: datetime) -> int:
        """Forget what events of before a time said; the events stay, so that none is applied twice."""
        old = update(feed_events).where(feed_events.c.at < before, feed_events.c.raw != "").values(raw="")
        return self._connection.execute(old).rowcount

    def bulletin(self, bulletin_id: str) -> Bulletin | None:
        """Return one bulletin."""
        row = one(self._connection, bulletins, bulletin_id=bulletin_id)
        return None if row is None else Bulletin(**row)

    def put_bulletin(self, bulletin: Bulletin) -> None:
        """Store a bulletin whole."""
        put(self._connection, bulletins, values_of(bulletin))

    def queue_read_receipt(self, receipt: ReadReceipt) -> None:
        """Remember that an event was shown; the first showing counts."""
        self._connection.execute(sqlite_insert(read_receipts).values(**values_of(receipt)).on_conflict_do_nothing())

    def read_receipts(self) -> tuple[ReadReceipt, ...]:
        """Return the read receipts still to send, oldest first."""
        statement = select(read_receipts).order_by(read_receipts.c.shown_at, read_receipts.c.seq)
        return tuple(ReadReceipt(**row) for row in self._connection.execute(statement).mappings())

    def read_receipt_sent(self, receipt: ReadReceipt) -> None:
        """Forget a read receipt the station has."""
        self._connection.execute(
            delete(read_receipts).where(read_receipts.c.epoch == receipt.epoch, read_receipts.c.seq == receipt.seq)
        )


def to_instruction(row: dict[str, Any]) -> Instruction:
    """Read an instruction's row."""
    return Instruction(**{**row, "replies": tuple(row["replies"])})


def to_reward(row: dict[str, Any]) -> Reward:
    """Read a reward's row."""
    history = tuple((state, datetime.fromisoformat(at)) for state, at in row["history"])
    return Reward(**{**row, "history": history})


def _effects(effects: tuple[Effect, ...]) -> list[dict[str, Any]]:
    return [asdict(effect) for effect in effects]
