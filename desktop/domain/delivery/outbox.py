"""The outbox entry's states: queued, sending under a lease, delivered with a receipt, or refused for a person to see."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from desktop.domain.delivery.backoff import has_come

LEASE = timedelta(seconds=90)
"""Longer than the 60 s a whole call may take, so a live sender never loses its lease."""


class State(StrEnum):
    """Where one letter is."""

    QUEUED = "queued"
    SENDING = "sending"
    DELIVERED = "delivered"
    REFUSED = "refused"


class IllegalStep(ValueError):
    """A step the delivery rules do not have; a bug of ours."""


@dataclass(frozen=True, slots=True)
class OutboxEntry:
    """One letter: the alert itself (`n` 0) or its supplement `n`; `order` is storage's sequence number (0 = not stored yet)."""

    alert_id: str
    n: int
    urgent: bool
    queued_at: datetime
    next_attempt_at: datetime
    state: State = State.QUEUED
    attempts: int = 0
    lease_owner: str | None = None
    lease_until: datetime | None = None
    refused_code: str | None = None
    refused_detail: str = ""
    refused_detail_zh: str = ""
    order: int = 0


def is_due(entry: OutboxEntry, now: datetime) -> bool:
    """Whether a sender may take this entry at `now`: queued and its time has come, or its sender's lease ran out.

    What was never tried waits for no time, and a lease longer than any is of a clock that has been set back: taking such a letter
    twice costs nothing but sending it again.
    """
    if entry.state is State.QUEUED:
        return entry.attempts == 0 or has_come(entry.next_attempt_at, now)
    until = entry.lease_until
    return entry.state is State.SENDING and (until is None or until <= now or until > now + LEASE)


def take(entry: OutboxEntry, owner: str, now: datetime) -> OutboxEntry:
    """Give the entry to one sender until the lease ends."""
    if not is_due(entry, now):
        raise IllegalStep(f"take from {entry.state}")
    return replace(entry, state=State.SENDING, lease_owner=owner, lease_until=now + LEASE, attempts=entry.attempts + 1)


def delivered(entry: OutboxEntry) -> OutboxEntry:
    """The receipt was verified (storage keeps it in the same transaction); valid from any state but refused."""
    if entry.state is State.REFUSED:
        raise IllegalStep("deliver a refused entry")
    return replace(entry, state=State.DELIVERED, lease_owner=None, lease_until=None)


def put_back(entry: OutboxEntry, next_attempt_at: datetime, *, count_try: bool = True) -> OutboxEntry:
    """Queue again after a failed try; `count_try` false when the terminal was held (401/403), which spends no try."""
    if entry.state is not State.SENDING:
        raise IllegalStep(f"put back from {entry.state}")
    attempts = entry.attempts if count_try else entry.attempts - 1
    return replace(
        entry,
        state=State.QUEUED,
        attempts=attempts,
        next_attempt_at=next_attempt_at,
        lease_owner=None,
        lease_until=None,
    )


def requeued(entry: OutboxEntry, now: datetime) -> OutboxEntry:
    """The station lost this letter with its database: the same bytes go once more."""
    if entry.state is not State.DELIVERED:
        raise IllegalStep(f"queue again from {entry.state}")
    return replace(entry, state=State.QUEUED, attempts=0, next_attempt_at=now)


def disputed(entry: OutboxEntry, code: str) -> OutboxEntry:
    """The station holds something else under this letter's id: a person must look."""
    if entry.state is not State.DELIVERED:
        raise IllegalStep(f"dispute from {entry.state}")
    return replace(entry, state=State.REFUSED, refused_code=code)


def refused(entry: OutboxEntry, code: str, detail: str, detail_zh: str) -> OutboxEntry:
    """The station said no to this letter: a person must look; the others go on."""
    if entry.state is not State.SENDING:
        raise IllegalStep(f"refuse from {entry.state}")
    return replace(
        entry,
        state=State.REFUSED,
        lease_owner=None,
        lease_until=None,
        refused_code=code,
        refused_detail=detail,
        refused_detail_zh=detail_zh,
    )


NUMBER_TAKEN = "supplement-conflict"
"""The station holds another content under this supplement's number: the later ones can go on."""
SETTLED = "settled"
"""A person has dealt with a refused letter; it asks for nobody any more."""


def settled(entry: OutboxEntry) -> OutboxEntry:
    """A person saw that this letter was refused and did something about it, or decided to leave it."""
    if entry.state is not State.REFUSED:
        raise IllegalStep(f"settle from {entry.state}")
    return replace(entry, refused_code=SETTLED)


def filled(entry: OutboxEntry, now: datetime, *, received: bool) -> OutboxEntry:
    """A filler stands for a refused supplement from now on; `received` when the station has given its receipt already."""
    if entry.state is not State.REFUSED or entry.n == 0:
        raise IllegalStep(f"fill {entry.n} from {entry.state}")
    state = State.DELIVERED if received else State.QUEUED
    return replace(
        entry, state=state, next_attempt_at=now, attempts=0, refused_code=None, refused_detail="", refused_detail_zh=""
    )


def given_up(entry: OutboxEntry) -> OutboxEntry:
    """A letter behind a refused alert that can never go: its content went into the alert begun anew."""
    if entry.state is State.DELIVERED:
        raise IllegalStep("give up a delivered entry")
    return replace(entry, state=State.REFUSED, lease_owner=None, lease_until=None, refused_code=SETTLED)
