"""A real encrypted profile with letters in its outbox, and a station at the port that does as it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desktop.adapters.member_keys import Ed25519Keys
from desktop.adapters.storage.profile import Storage, open_storage
from desktop.application.delivery.deliver_due import DeliverDue
from desktop.application.delivery.pull_feed import PullFeed
from desktop.application.errors import CounterwatchError, StationRefused
from desktop.application.hardening import MADE_UP
from desktop.application.ports import SentAlert
from desktop.application.station_port import (
    Activation,
    Enrolment,
    FeedPage,
    Reconciled,
    StationAddress,
    StationMember,
    StationMeta,
)
from desktop.domain.alert.alert import Alert, digest_of
from desktop.domain.alert.bundle import Bundle
from desktop.domain.alert.supplement import write_supplement
from desktop.domain.delivery.connectivity import Connectivity
from desktop.domain.delivery.outbox import OutboxEntry, State
from desktop.domain.delivery.receipt import Receipt
from desktop.domain.member.member import Member
from desktop.domain.member.shop import Merchant, Shop
from desktop.domain.reward.reward import Reward
from tests.support import OPENING, FixedClock

JWKS = ({"kty": "OKP", "crv": "Ed25519", "x": "A" * 43},)
MEMBERS = (
    StationMember("mem_1", "林秋月", "店长", False, None),
    StationMember("mem_2", "陈志远", "营业员", False, None),
)
ENROLMENT = Enrolment(
    "trm_1", "st_1", "练习值班台", "mer_1", "鑫福珠宝", "gold", "中心街", "0597-5550188", MEMBERS, JWKS
)

Failure = CounterwatchError | None


@dataclass
class ToldStation:
    """Says yes with a receipt unless `failures` has something to raise first; keeps what it was asked."""

    clock: FixedClock
    failures: list[Failure] = field(default_factory=list)
    put: list[tuple[str, int, bytes]] = field(default_factory=list)
    addresses: list[StationAddress] = field(default_factory=list)
    pages: list[FeedPage | CounterwatchError] = field(default_factory=list)
    asked_after: list[str] = field(default_factory=list)
    shown_seqs: list[int] = field(default_factory=list)
    enrolled_with: list[tuple[bytes, str, str]] = field(default_factory=list)
    activated: list[tuple[str, str, Mapping[str, str]]] = field(default_factory=list)
    claims: list[tuple[str, str]] = field(default_factory=list)
    reward: Reward | None = None
    enrolment: Enrolment = ENROLMENT
    station_id: str = "st_1"
    epoch: str = "e1"
    reconciled: list[tuple[SentAlert, ...]] = field(default_factory=list)
    missing: frozenset[str] = frozenset()
    conflicting: frozenset[str] = frozenset()
    have: dict[str, int] = field(default_factory=dict)
    given: list[Receipt] = field(default_factory=list)
    durable: tuple[str, int] = ("e1", 0)
    rotated: list[tuple[bytes, Mapping[str, str], str]] = field(default_factory=list)
    bundles: list[Bundle] = field(default_factory=list)
    asked_bundles: list[int] = field(default_factory=list)
    uploads: dict[tuple[str, str], bytes] = field(default_factory=dict)
    pieces: list[tuple[int, int]] = field(default_factory=list)
    on_put: Callable[[str], None] | None = None

    def __call__(self, address: StationAddress) -> ToldStation:
        self.addresses.append(address)
        return self

    def _maybe_fail(self) -> None:
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise failure

    def meta(self) -> StationMeta:
        epoch, seq = self.durable
        return StationMeta(self.station_id, "n", epoch, seq, self.clock.now(), ("v1",), {}, JWKS)

    def enrol(self, code: str, terminal_name: str) -> Enrolment:
        self.enrolled_with.append((self.addresses[-1].terminal_key, code, terminal_name))
        self._maybe_fail()
        return self.enrolment

    def activate(self, member_id: str, code: str, member_jwk: Mapping[str, str]) -> Activation:
        from desktop.adapters.station_api.signing import thumbprint

        self.activated.append((member_id, code, member_jwk))
        self._maybe_fail()
        return Activation(member_id, thumbprint(dict(member_jwk)), self.clock.now())

    def rotate_key(self, new_jwk: Mapping[str, str], proof: str) -> str:
        self.rotated.append((self.addresses[-1].terminal_key, new_jwk, proof))
        self._maybe_fail()
        return "thumb"

    def put_alert(self, alert_id: str, body: bytes) -> Receipt:
        return self._take(alert_id, 0, body)

    def put_supplement(self, alert_id: str, n: int, body: bytes) -> Receipt:
        return self._take(alert_id, n, body)

    def _take(self, alert_id: str, n: int, body: bytes) -> Receipt:
        self.put.append((alert_id, n, body))
        if self.on_put is not None:
            self.on_put(alert_id)
        self._maybe_fail()
        prev = self.given[-1].digest if self.given else None
        seq, compact = len(self.put), f"jws-{alert_id}-{n}"
        self.given.append(Receipt(alert_id, n, digest_of(body), self.epoch, seq, self.clock.now(), compact, prev))
        return self.given[-1]

    def upload_offset(self, alert_id: str, sha256: str) -> int | None:
        self._maybe_fail()
        have = self.uploads.get((alert_id, sha256))
        return None if have is None else len(have)

    def put_piece(self, alert_id: str, sha256: str, media_type: str, offset: int, size: int, piece: bytes) -> int:
        self._maybe_fail()
        have = self.uploads.get((alert_id, sha256), b"")
        if offset != len(have):
            raise StationRefused("wrong-offset", 409, expected=len(have))
        self.pieces.append((offset, len(piece)))
        self.uploads[alert_id, sha256] = have + piece
        return len(have) + len(piece)

    def feed(self, after: str, wait_s: int) -> FeedPage:
        self.asked_after.append(after)
        page = self.pages.pop(0)
        if isinstance(page, CounterwatchError):
            raise page
        return page

    def shown(self, seq: int, shown_at: datetime, member_id: str | None) -> None:
        self._maybe_fail()
        self.shown_seqs.append(seq)

    def bundle(self, have: int) -> Bundle | None:
        self._maybe_fail()
        self.asked_bundles.append(have)
        return self.bundles.pop(0) if self.bundles else None

    def reconcile(self, epoch: str, letters: Sequence[SentAlert]) -> Reconciled:
        self._maybe_fail()
        self.reconciled.append(tuple(letters))
        asked = {one.alert_id: one.supplements for one in letters}
        have = {key: n for key, n in self.have.items() if key in asked and n != asked[key]}
        return Reconciled("e2", self.missing & set(asked), self.conflicting & set(asked), have)

    def rewards(self, member_id: str, assertion: str) -> tuple[Reward, ...]:
        return ()

    def claim(self, reward_id: str, claim: str) -> Reward:
        self.claims.append((reward_id, claim))
        self._maybe_fail()
        assert self.reward is not None
        return self.reward

    def abort(self) -> None:
        """Nothing is ever under way here."""


@dataclass
class FixedIds:
    """Counts up; the jitter is in the middle."""

    count: int = 0

    def uuid7(self, now: datetime) -> str:
        self.count += 1
        return f"01940000-0000-7000-8000-{self.count:012d}"

    def fraction(self) -> float:
        return 0.5


@dataclass
class Profile:
    """One profile and what works on it."""

    storage: Storage
    clock: FixedClock
    station: ToldStation
    connectivity: Connectivity = field(default_factory=Connectivity)
    keys: Ed25519Keys = field(default_factory=lambda: Ed25519Keys(MADE_UP))
    ids: FixedIds = field(default_factory=FixedIds)

    def deliver(self, owner: str = "me") -> DeliverDue:
        return DeliverDue(
            begin=self.storage.begin,
            connect=self.station,
            clock=self.clock,
            ids=self.ids,
            connectivity=self.connectivity,
            owner=owner,
        )

    def pull(self) -> PullFeed:
        return PullFeed(
            begin=self.storage.begin, connect=self.station, clock=self.clock, connectivity=self.connectivity
        )

    def enrol(self) -> None:
        merchant = Merchant("mer_1", "鑫福珠宝", "gold", "中心街", "0597-5550188")
        with self.storage.begin() as work:
            work.members.put_shop(
                Shop(merchant, "trm_1", "柜台", "st_1", "莲峰镇值班台", "http://127.0.0.1:1", JWKS, OPENING, b"k" * 32)
            )
            for position, one in enumerate(MEMBERS):
                work.members.put(Member(one.member_id, one.name, one.role, position=position))
            work.commit()

    def queue(self, *, urgent: bool = False) -> str:
        """Save one alert with its outbox entry, as submitting does."""
        now = self.clock.now()
        alert_id = self.ids.uuid7(now)
        body = f'{{"alert_id":"{alert_id}"}}'.encode()
        level = "urgent" if urgent else "alert"
        with self.storage.begin() as work:
            work.alerts.add(
                Alert(
                    alert_id, "gold_shop", level, "victim", level, None, now, now, body, digest_of(body), urgent=urgent
                )
            )
            work.outbox.add(OutboxEntry(alert_id, 0, urgent, now, now))
            work.commit()
        return alert_id

    def supplement(self, alert_id: str, text: str = "又来了") -> int:
        """Save one supplement with its outbox entry."""
        now = self.clock.now()
        with self.storage.begin() as work:
            one = write_supplement(
                alert_id=alert_id,
                n=work.alerts.last_n(alert_id) + 1,
                kind="fact",
                made_at=now,
                member_id=None,
                sign=None,
                text=text,
            )
            work.alerts.add_supplement(one)
            work.outbox.add(OutboxEntry(alert_id, one.n, False, now, now))
            work.commit()
        return one.n

    def state(self, alert_id: str, n: int = 0) -> State:
        return self.entry(alert_id, n).state

    def entry(self, alert_id: str, n: int = 0) -> OutboxEntry:
        with self.storage.begin() as work:
            return work.outbox.get(alert_id, n)

    def held(self) -> str | None:
        with self.storage.begin() as work:
            return work.outbox.held()


@contextmanager
def open_test_profile(folder: Path, clock: FixedClock) -> Iterator[Profile]:
    """Open a new profile in `folder` with a fixed key."""
    storage = open_storage(folder, b"\x07" * 32, now=clock.now())
    try:
        yield Profile(storage, clock, ToldStation(clock))
    finally:
        storage.close()
