"""Senders seen lately, so that their letters need not be looked up before the write that checks them again.

What is remembered here decides nothing: `still_true` holds it against the database inside the very write that keeps a letter, so that
a revocation or a new key counts from the next request on, also one made by another process.
"""

import threading
from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from station.application.ports import Unit
from station.application.records import Member, Terminal

MOST = 10_000

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Changed(Exception):
    """What was remembered of a sender is no longer so."""


class Shelf(Generic[K, V]):
    """A bounded dictionary; when it is full the oldest entry goes."""

    def __init__(self, most: int = MOST) -> None:
        self._kept: dict[K, V] = {}
        self._most = most
        self._lock = threading.Lock()

    def get(self, key: K) -> V | None:
        """Return what is remembered, or None."""
        return self._kept.get(key)

    def put(self, key: K, value: V) -> None:
        """Remember; several threads may call."""
        with self._lock:
            self._kept[key] = value
            if len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]

    def drop(self, key: K) -> None:
        """Forget."""
        self._kept.pop(key, None)


@dataclass(frozen=True, slots=True)
class Known:
    """Terminals by the thumbprint of their key, members by id."""

    terminals: Shelf[str, Terminal] = field(default_factory=Shelf)
    members: Shelf[str, Member] = field(default_factory=Shelf)

    def forget(self, terminal: Terminal, member: Member | None) -> None:
        """Forget both: one of them has changed."""
        self.terminals.drop(terminal.key_thumbprint)
        if member is not None:
            self.members.drop(member.member_id)


def still_true(unit: Unit, terminal: Terminal, member: Member | None) -> Terminal:
    """Return the terminal as it is now; raises Changed when more than its receipt chain or its name differs, or the member does."""
    present = unit.terminals.get(terminal.terminal_id)
    if present is None or _who(present) != _who(terminal):
        raise Changed
    if member is not None and unit.members.get(member.member_id) != member:
        raise Changed
    return present


def _who(terminal: Terminal) -> tuple[object, ...]:
    return terminal.merchant_id, terminal.key_thumbprint, terminal.jwk, terminal.revoked_at
