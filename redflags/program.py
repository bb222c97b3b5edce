"""The scoring rules of one definition in the form the engine runs: small tuples and compiled conditions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from redflags.terms import Level, Track


@dataclass(slots=True)
class State:
    """What a condition may look at while one case is evaluated."""

    yes: frozenset[str]
    no: frozenset[str]
    weights: dict[str, int]
    """Points after explanations of questions answered yes and of rules that fired."""
    own_weights: Mapping[str, int]
    measures: Mapping[str, float | str | bool | None]
    person_present: str | None
    value_status: str | None
    track: Track | None = None


Condition = Callable[[State], bool]


@dataclass(frozen=True, slots=True)
class RuleStep:
    """One transaction rule: the first tier that holds gives the points; not counted when a twin is answered yes."""

    id: str
    tiers: tuple[tuple[int, Condition], ...]
    twins: frozenset[str]
    compliance: bool


@dataclass(frozen=True, slots=True)
class Ceiling:
    """While the condition holds, each item counts at most `count_as` points."""

    when: Condition
    items: tuple[str, ...]
    count_as: int


@dataclass(frozen=True, slots=True)
class Raise:
    """A floor or an imminence rule: while the condition holds the level is at least this."""

    id: str
    level: Level
    when: Condition
    items: frozenset[str]
    """Questions the condition names: when it holds, those in force are reasons whatever their track."""


@dataclass(frozen=True, slots=True)
class Program:
    """Everything the engine needs, resolved once at load (DOMAIN 0.1-0.3)."""

    gates: tuple[tuple[str, tuple[str, ...]], ...]
    """Follow-ups with their parents, every parent that is itself a follow-up before its children."""
    weights: Mapping[str, int]
    """Own weight of each question."""
    rules: tuple[RuleStep, ...]
    ceilings: tuple[Ceiling, ...]
    lanes: Mapping[str, tuple[int, ...]]
    """Where the points of each question and rule go: track index * number of groups + group index."""
    caps: tuple[int, ...]
    """Cap of each group, by group index."""
    size_group: int
    """Index of the group that never raises a level alone, -1 when there is none."""
    mitigators: Mapping[str, tuple[int, tuple[int, ...]]]
    thresholds: tuple[int, int, int]
    """Least score of watch, alert and urgent."""
    mitigation_limit: int
    mitigation_limit_decisive: int
    decisive_weight: int
    size_only_limit: int
    floors: tuple[Raise, ...]
    imminence: tuple[Raise, ...]
    exonerating: tuple[str, ...]
    """Questions whose answer no switches an explanation on."""
