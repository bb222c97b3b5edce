"""What the counter app asks of a police station, and the frozen answers (the terminal API of `resources/wire`).

Every call may raise `StationUnreachable` (try again later), `StationRefused` (a reasoned no) or `ForeignStation`
(signed by another station than the one fixed at enrolment); nothing else of the network reaches a use case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from desktop.application.ports import SentAlert
from desktop.domain.alert.bundle import Bundle
from desktop.domain.delivery.receipt import Receipt
from desktop.domain.member.shop import Shop
from desktop.domain.reward.reward import Reward


@dataclass(frozen=True, slots=True)
class StationAddress:
    """How this terminal speaks to its station.

    `terminal_key` is the raw 32-byte Ed25519 private key; `station_id`, `station_jwks` and `terminal_id` are fixed at
    enrolment and empty before it.
    """

    url: str
    terminal_key: bytes = field(repr=False)
    station_id: str = ""
    station_jwks: tuple[Mapping[str, str], ...] = ()
    terminal_id: str = ""
    former_terminals: tuple[str, ...] = ()


def address_of(shop: Shop) -> StationAddress:
    """Return how an enrolled shop's terminal speaks to its station."""
    return StationAddress(
        shop.station_url,
        shop.terminal_key,
        shop.station_id,
        shop.station_jwks,
        shop.terminal_id,
        shop.former_terminals,
    )


@dataclass(frozen=True, slots=True)
class StationMeta:
    """What a station says of itself; `durable_seq` is the highest seq its backups already hold."""

    station_id: str
    station_name: str
    epoch: str
    durable_seq: int
    time: datetime
    api_versions: tuple[str, ...]
    limits: Mapping[str, int]
    station_jwks: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class StationMember:
    """A clerk as the station knows them; `active` once they hold a key there."""

    member_id: str
    name: str
    role: str
    active: bool
    key_thumbprint: str | None


@dataclass(frozen=True, slots=True)
class Enrolment:
    """The station's answer to a one-time code: which shop this terminal now is, and the keys to check receipts with."""

    terminal_id: str
    station_id: str
    station_name: str
    merchant_id: str
    merchant_name: str
    trade: str
    address: str
    phone: str
    members: tuple[StationMember, ...]
    station_jwks: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Activation:
    """A member's key is registered at the station."""

    member_id: str
    key_thumbprint: str
    activated_at: datetime


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """Feed `case.status`: the state of the lead, in words fit for the merchant; `ack` once a duty officer has seen it."""

    state: str
    revision: int
    unit: str
    text: str
    effects: tuple[tuple[str, int | None, int | None], ...] = ()  # (code, amount_fen, count)
    ack: bool = False


@dataclass(frozen=True, slots=True)
class Instruction:
    """Feed `instruction`, or `question` when `is_question`: what the police ask of the counter."""

    instruction_id: str
    revision: int
    text: str
    unit: str
    urgent: bool = False
    replies: tuple[str, ...] = ()
    is_question: bool = False


@dataclass(frozen=True, slots=True)
class Bulletin:
    """Feed `bulletin`: a notice to a trade or an area."""

    bulletin_id: str
    title: str
    text: str
    trade: str
    area: str
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class MembersChanged:
    """Feed `member.changed`: the full list of this shop's clerks."""

    members: tuple[StationMember, ...]


@dataclass(frozen=True, slots=True)
class TerminalRevoked:
    """Feed `terminal.revoked`: the station takes no more letters from this PC."""

    reason: str


@dataclass(frozen=True, slots=True)
class StationKeys:
    """Feed `station.keys`: the station's keys from now on, signed by one this profile already trusts (checked)."""

    jwks: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class UnknownNews:
    """A feed type or shape this version does not know: kept as it came, never shown, never a failure."""


News = CaseStatus | Instruction | Reward | Bulletin | MembersChanged | TerminalRevoked | StationKeys | UnknownNews


@dataclass(frozen=True, slots=True)
class FeedEvent:
    """One event of the feed; `news` is its meaning, `raw` the JSON text of `data` as it came."""

    seq: int
    type: str
    alert_id: str | None
    at: datetime
    news: News
    raw: str


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Events after a cursor in the station's order; empty when nothing happened during the wait."""

    epoch: str
    cursor: str
    events: tuple[FeedEvent, ...]


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a station has of the letters it was asked about; `have` names alerts with another number of supplements."""

    epoch: str
    missing: frozenset[str]
    conflicting: frozenset[str]
    have: Mapping[str, int]


class StationApi(Protocol):
    """The calls of one terminal to its station; thread-safe, blocking, at most 60 s each."""

    def meta(self) -> StationMeta:
        """Return what the station says of itself (unsigned)."""
        ...

    def enrol(self, code: str, terminal_name: str) -> Enrolment:
        """Exchange a one-time code; the same code and key again give the same answer (a lost answer costs nothing)."""
        ...

    def activate(self, member_id: str, code: str, member_jwk: Mapping[str, str]) -> Activation:
        """Register the member's own public key."""
        ...

    def rotate_key(self, new_jwk: Mapping[str, str], proof: str) -> str:
        """Put a new key in this terminal's place; returns the thumbprint in force. The same call again answers the same."""
        ...

    def put_alert(self, alert_id: str, body: bytes) -> Receipt:
        """Hand over the alert's exact bytes; returns only with a receipt whose signature, id, digest, station and terminal
        were checked."""
        ...

    def put_supplement(self, alert_id: str, n: int, body: bytes) -> Receipt:
        """Hand over supplement `n` of an alert; returns only with a receipt that was checked."""
        ...

    def upload_offset(self, alert_id: str, sha256: str) -> int | None:
        """Return how many bytes of a photo the station has, None when it has heard nothing of it."""
        ...

    def put_piece(self, alert_id: str, sha256: str, media_type: str, offset: int, size: int, piece: bytes) -> int:
        """Hand over the bytes from `offset` of a photo of `size` bytes; returns how many the station has now.

        `StationRefused("wrong-offset")` carries the offset it would take in `expected`.
        """
        ...

    def feed(self, after: str, wait_s: int) -> FeedPage:
        """Return what happened after the cursor, waiting up to `wait_s` (25 at most) for something.

        A restored station has a new epoch: `StationRefused` with slug `epoch-changed`.
        """
        ...

    def shown(self, seq: int, shown_at: datetime, member_id: str | None) -> None:
        """Tell the station that a person has seen this feed event."""
        ...

    def bundle(self, have: int) -> Bundle | None:
        """Return the newest published checklists, None when `have` is as new; ForeignStation when another hand signed them."""
        ...

    def reconcile(self, epoch: str, letters: Sequence[SentAlert]) -> Reconciled:
        """Ask which of at most 500 alerts the station still has; `epoch` is the one last read, empty when unknown."""
        ...

    def rewards(self, member_id: str, assertion: str) -> tuple[Reward, ...]:
        """Return the member's rewards; `assertion` is the member's own compact JWS."""
        ...

    def claim(self, reward_id: str, claim: str) -> Reward:
        """Claim a notified reward; `claim` is the member's own compact JWS."""
        ...

    def abort(self) -> None:
        """End the calls in flight at once; they raise `StationUnreachable`. Later calls are refused the same way."""
        ...


class StationConnector(Protocol):
    """Gives the API of a station; one address gets one shared object (kept connections, kept clock offset)."""

    def __call__(self, address: StationAddress) -> StationApi:
        """Return the station behind `address`; no network yet. `StationUnreachable("insecure-url")` for plain http
        other than loopback."""
        ...

    def abort(self) -> None:
        """End every call in flight of every address, for shutdown."""
        ...
