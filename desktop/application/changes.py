"""Which kinds of records a use case touched, so that screens decide for themselves whether to look again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Kind(StrEnum):
    """A kind of record a screen may be showing."""

    DRAFTS = "drafts"
    ALERTS = "alerts"
    OUTBOX = "outbox"
    CASES = "cases"
    INSTRUCTIONS = "instructions"
    REWARDS = "rewards"
    BULLETINS = "bulletins"
    MEMBERS = "members"
    SHOP = "shop"
    TRAINING = "training"
    REGISTER = "register"
    PREFERENCES = "preferences"
    CONNECTION = "connection"


Changes = frozenset[Kind]
NOTHING: Changes = frozenset()


def changed(*kinds: Kind) -> Changes:
    """Return the set of touched kinds."""
    return frozenset(kinds)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a command gives back: its value and the kinds of records it touched."""

    value: T
    changes: Changes = NOTHING
