"""A station in memory that can be backed up and restored at any word of a conversation."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from desktop.application.errors import CounterwatchError, StationRefused
from desktop.application.ports import SentAlert
from desktop.application.station_port import FeedPage, Reconciled, StationAddress
from desktop.domain.alert.alert import digest_of
from desktop.domain.delivery.receipt import Receipt
from tests.support import FixedClock

Answer = TypeVar("Answer")
SEQ_GAP = 1_000_000


@dataclass
class Kept:
    """What a backup of the station holds."""

    seq: int = 0
    letters: dict[tuple[str, int], Receipt] = field(default_factory=dict)
    last: str | None = None


@dataclass
class RestoredStation:
    """Answers as the reference station does; `on_the_wire` runs once after an answer was made and before it arrives."""

    clock: FixedClock
    epochs: int = 1
    kept: Kept = field(default_factory=Kept)
    backups: list[Kept] = field(default_factory=list)
    on_the_wire: Callable[[], None] | None = None

    @property
    def epoch(self) -> str:
        """The present epoch."""
        return f"e{self.epochs}"

    def backup(self) -> None:
        """Keep a copy."""
        self.backups.append(copy.deepcopy(self.kept))

    def restore(self, which: int) -> None:
        """Go back to one of the backups, under a new epoch and with numbers never given before."""
        before = self.kept.seq
        self.kept = copy.deepcopy(self.backups[which % len(self.backups)])
        self.kept.seq = max(self.kept.seq, before) + SEQ_GAP
        self.epochs += 1

    def __call__(self, address: StationAddress) -> RestoredStation:
        return self

    def put_alert(self, alert_id: str, body: bytes) -> Receipt:
        return self._take(alert_id, 0, body)

    def put_supplement(self, alert_id: str, n: int, body: bytes) -> Receipt:
        return self._take(alert_id, n, body)

    def feed(self, after: str, wait_s: int) -> FeedPage:
        epoch, _colon, _seq = after.partition(":")
        if epoch and epoch != self.epoch:
            return self._say(StationRefused("epoch-changed", 410))
        return self._say(FeedPage(self.epoch, f"{self.epoch}:{self.kept.seq}", ()))

    def reconcile(self, epoch: str, letters: Sequence[SentAlert]) -> Reconciled:
        missing = frozenset(one.alert_id for one in letters if (one.alert_id, 0) not in self.kept.letters)
        have = {one.alert_id: self._supplements(one.alert_id) for one in letters if one.alert_id not in missing}
        other = {one.alert_id for one in letters if have.get(one.alert_id) == one.supplements}
        differing = {alert_id: count for alert_id, count in have.items() if alert_id not in other}
        return self._say(Reconciled(self.epoch, missing, frozenset(), differing))

    def _take(self, alert_id: str, n: int, body: bytes) -> Receipt:
        known = self.kept.letters.get((alert_id, n))
        if known is not None:
            return self._say(known)
        if n and (alert_id, 0) not in self.kept.letters:
            return self._say(StationRefused("unknown-alert", 404))
        if n and self._supplements(alert_id) != n - 1:
            return self._say(StationRefused("out-of-order", 409))
        self.kept.seq += 1
        compact = f"jws-{self.epoch}-{self.kept.seq}"
        made = Receipt(
            alert_id, n, digest_of(body), self.epoch, self.kept.seq, self.clock.now(), compact, self.kept.last
        )
        self.kept.letters[alert_id, n] = made
        self.kept.last = made.digest
        return self._say(made)

    def _supplements(self, alert_id: str) -> int:
        return sum(known == alert_id and n > 0 for known, n in self.kept.letters)

    def _say(self, answer: Answer | CounterwatchError) -> Answer:
        meanwhile, self.on_the_wire = self.on_the_wire, None
        if meanwhile is not None:
            meanwhile()
        if isinstance(answer, CounterwatchError):
            raise answer
        return answer
