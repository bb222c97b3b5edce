"""What the use cases need from outside: storage, clock, keys, wake-ups."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from station.application.case_records import (
    Alert,
    Attachment,
    BlindMark,
    FeedEvent,
    FeedReceipt,
    Instruction,
    Lead,
    LeadStep,
    Reward,
    Supplement,
)
from station.application.errors import Refused
from station.application.records import (
    Attempts,
    AuditRow,
    Bulletin,
    Bundle,
    EnrolmentCode,
    Member,
    Merchant,
    Nonce,
    Officer,
    RetiredKey,
    Session,
    Terminal,
)
from station.domain.findings import FieldError

R = TypeVar("R")
T = TypeVar("T")

Test = tuple[str, str, object]
"""A column, one of `=`, `!=`, `<`, `<=`, `>`, `>=`, `in`, `is null`, `not null`, and a value."""


class Records(Protocol[R]):
    """One kind of stored record; keys are given in the order of the primary key."""

    def get(self, *key: object) -> R | None:
        """Return the record with this key, or None."""

    def add(self, record: R) -> None:
        """Store a new record; raises AlreadyThere when its key or a unique column is taken."""

    def change(self, *key: object, expect: Mapping[str, object] | None = None, **values: object) -> bool:
        """Change columns of one record, only while `expect` still holds; False when nothing matched."""

    def find(self, *tests: Test, order: Sequence[str] = (), limit: int | None = None, **equals: object) -> list[R]:
        """Return records that pass every test; `order` names columns, `-column` for descending."""

    def count(self, *tests: Test, **equals: object) -> int:
        """Return how many records pass every test."""

    def remove(self, *tests: Test, **equals: object) -> int:
        """Delete the records that pass every test; returns how many went."""


class Unit(Protocol):
    """One transaction. Inside a write every change, event and wake-up stands or falls together."""

    merchants: Records[Merchant]
    members: Records[Member]
    terminals: Records[Terminal]
    enrolment_codes: Records[EnrolmentCode]
    attempts: Records[Attempts]
    nonces: Records[Nonce]
    officers: Records[Officer]
    sessions: Records[Session]
    audit: Records[AuditRow]
    bulletins: Records[Bulletin]
    alerts: Records[Alert]
    supplements: Records[Supplement]
    leads: Records[Lead]
    lead_steps: Records[LeadStep]
    instructions: Records[Instruction]
    feed_events: Records[FeedEvent]
    feed_receipts: Records[FeedReceipt]
    rewards: Records[Reward]
    blind_marks: Records[BlindMark]
    attachments: Records[Attachment]
    retired_keys: Records[RetiredKey]
    bundles: Records[Bundle]

    def next_seq(self) -> int:
        """Take the next number of the station's one sequence; only inside a write."""

    def last_seq(self) -> int:
        """Return the last number committed (or taken in this write)."""

    def meta(self, name: str) -> str:
        """Return a fact about the station (station_id, station_name, epoch, durable_seq…), empty when never set."""

    def feed_for(self, merchant_id: str, terminal_id: str, trade: str, after: int, limit: int) -> list[FeedEvent]:
        """Return the events a terminal may see with seq above `after`, in order."""

    def wake(self, topic: str, message: Mapping[str, Any] | None = None) -> None:
        """Wake the hub's waiters of `topic` once this write is committed."""


class Store(Protocol):
    """The database, behind one writer."""

    def write(self, job: Callable[[Unit], T | Refused], *, urgent: bool = False) -> T:
        """Run `job` in a transaction and return its result after the commit; blocks the calling thread.

        A job that raises is undone alone; a job that returns Refused is committed, then the refusal is raised.
        Raises Refused("busy") when the queue is full.
        """

    async def write_soon(self, job: Callable[[Unit], T | Refused], *, urgent: bool = False) -> T:
        """Do as `write`, for a caller on the event loop: nothing is blocked while it waits for the commit."""

    def read(self, job: Callable[[Unit], T]) -> T:
        """Run `job` on a snapshot; changes made in it are thrown away."""


class Clock(Protocol):
    """The station's time."""

    def now(self) -> datetime:
        """Return the present moment, aware, UTC."""


class Ids(Protocol):
    """Source of new names and secrets."""

    def new(self, prefix: str) -> str:
        """Return a fresh id such as `mer_…`."""

    def code(self) -> str:
        """Return a fresh one-time code (domain.codes)."""

    def secret(self) -> str:
        """Return 32 random bytes, base64url."""


class Vault(Protocol):
    """Keys kept outside the database: sealing, blind marks, receipts."""

    def seal(self, clear: bytes, context: str) -> bytes:
        """Encrypt bytes that belong to `context` (an alert id, say)."""

    def unseal(self, sealed: bytes, context: str) -> bytes:
        """Decrypt; raises ValueError when the bytes or the context were changed."""

    def blind(self, kind: str, value: str) -> str:
        """Return the keyed hash of a normalised value."""

    def sign_receipt(self, payload: Mapping[str, Any]) -> str:
        """Return a compact JWS by the station's key over the payload."""

    def sign_bundle(self, payload: Mapping[str, Any]) -> str:
        """Return a compact JWS by the station's key over a bundle."""

    def sign_detached(self, payload: bytes) -> str:
        """Return a detached JWS by the station's key."""

    def jwks(self) -> dict[str, Any]:
        """Return the station's public keys as a JWK set, the one in force first."""

    def coming_jwks(self) -> dict[str, Any]:
        """Return the public keys with the one that comes next, if any, in front."""


class Signatures(Protocol):
    """Checks of keys and signatures made by terminals and members."""

    def thumbprint(self, jwk: Mapping[str, Any]) -> str:
        """Return the RFC 7638 thumbprint; raises ValueError unless it is a public Ed25519 JWK."""

    def verify_detached(self, jws: str, jwk: Mapping[str, Any], payload: bytes) -> bool:
        """True when the detached JWS is by that key over the payload."""

    def open_compact(self, jws: str, jwk: Mapping[str, Any]) -> bytes | None:
        """Return the payload of a compact JWS by that key, or None."""


@dataclass(frozen=True, slots=True)
class SignedRequest:
    """A request as the signer saw it; `url` is the absolute target URI, `headers` every field line in order."""

    method: str
    url: str
    headers: Sequence[tuple[str, str]]
    body: bytes

    def items(self) -> Iterator[tuple[str, str]]:
        """Return the header lines."""
        return iter(self.headers)

    def header(self, name: str) -> str | None:
        """Return the first line of a header, in any case."""
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass(frozen=True, slots=True)
class SignatureClaims:
    """What a request's signature says about itself, before it is checked."""

    keyid: str
    created: int
    nonce: str
    covered: frozenset[str] = frozenset()


class RequestSignatures(Protocol):
    """RFC 9421 signatures of requests."""

    def claims(self, request: SignedRequest) -> SignatureClaims | None:
        """Return the claims of `sig1`, or None when it is missing or covers too little."""

    def valid(self, request: SignedRequest, jwk: Mapping[str, Any]) -> bool:
        """True when `sig1` is by that key over the required parts; time and digest are checked elsewhere."""


class Passwords(Protocol):
    """Password hashing (Argon2id)."""

    def hash(self, password: str) -> str:
        """Return the PHC string."""

    def matches(self, password: str, phc: str) -> bool:
        """True when the password is the right one."""


class Contract(Protocol):
    """The wire's JSON Schemas."""

    def errors(self, schema: str, body: object) -> list[FieldError]:
        """Return what breaks the shape named `alert`, `supplement`, `enrolment`…; at most twenty."""


class Subscription(Protocol):
    """One waiter of the hub."""

    async def wait(self, seconds: float) -> list[dict[str, Any]]:
        """Return the messages since the last call, at once or after a wake-up; empty after `seconds`."""


class Hub(Protocol):
    """In-process wake-ups for long polls and server-sent events."""

    def publish(self, topic: str, message: Mapping[str, Any] | None = None) -> None:
        """Wake everybody listening to `topic`; callable from any thread."""

    def listen(self, *topics: str) -> AbstractContextManager[Subscription]:
        """Listen from now on; subscribe before reading, so that no wake-up is lost."""


class Limiter(Protocol):
    """Token buckets in memory."""

    def take(self, bucket: str, per_minute: int) -> float | None:
        """Take one token; None when granted, otherwise the seconds until the next one."""
