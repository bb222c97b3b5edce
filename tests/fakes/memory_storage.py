"""A profile's storage in memory: the same promises as the encrypted one (tests/contract/desktop), nothing on disk."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterator

from desktop.application.photo_ports import Attachments
from desktop.application.ports import (
    Alerts,
    Cases,
    Drafts,
    Feed,
    Members,
    Outbox,
    Rewards,
    Training,
    UnitOfWork,
)
from tests.fakes.memory_kept import Kept
from tests.fakes.memory_letters import MemoryAlerts, MemoryAttachments, MemoryDrafts, MemoryOutbox
from tests.fakes.memory_police import MemoryCases, MemoryFeed, MemoryMembers, MemoryRewards, MemoryTraining


class MemoryStorage:
    """Transactions over a copy: what was not committed was never there."""

    def __init__(self) -> None:
        self.kept = Kept()

    @contextlib.contextmanager
    def begin(self) -> Iterator[UnitOfWork]:
        """Start a transaction; rolled back unless committed."""
        yield MemoryUnitOfWork(self)


class MemoryUnitOfWork:
    """One transaction of a `MemoryStorage`."""

    def __init__(self, storage: MemoryStorage) -> None:
        self._storage = storage
        self._kept = Kept(**{name: copy.copy(value) for name, value in vars(storage.kept).items()})
        self.drafts: Drafts = MemoryDrafts(self._kept)
        self.alerts: Alerts = MemoryAlerts(self._kept)
        self.outbox: Outbox = MemoryOutbox(self._kept)
        self.cases: Cases = MemoryCases(self._kept)
        self.rewards: Rewards = MemoryRewards(self._kept)
        self.members: Members = MemoryMembers(self._kept)
        self.feed: Feed = MemoryFeed(self._kept)
        self.attachments: Attachments = MemoryAttachments(self._kept)
        self.training: Training = MemoryTraining(self._kept)

    def commit(self) -> None:
        """Make everything of this transaction the truth."""
        self._storage.kept = self._kept
