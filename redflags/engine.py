"""The evaluation itself, step by step as DOMAIN 0.3 orders it; knows ids and numbers only, no words."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from redflags.facts import Context
from redflags.measures import Measures
from redflags.program import Program, State
from redflags.terms import TRACKS, Level, Track


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What the numbers say: points per item after explanations, score per track, level and rules that held."""

    yes: frozenset[str]
    no: frozenset[str]
    weights: Mapping[str, int]
    scores: tuple[int, int, int]
    track: Track
    level: Level
    floors: tuple[str, ...]


def fired_rules(program: Program, measures: Measures) -> dict[str, int]:
    """Step 2: points of each transaction rule that holds (0 for a compliance rule), before twins and explanations."""
    state = State(frozenset(), frozenset(), {}, program.weights, measures, None, None)
    fired: dict[str, int] = {}
    for rule in program.rules:
        for points, when in rule.tiers:
            if when(state):
                fired[rule.id] = points
                break
    return fired


def without_closed(program: Program, yes: set[str], no: set[str], fired: Collection[str]) -> set[str]:
    """Step 1: take answers of follow-ups out of `yes` and `no` unless a parent is yes; returns the open follow-ups."""
    open_gates: set[str] = set()
    for key, parents in program.gates:
        if any(parent in yes or parent in fired for parent in parents):
            open_gates.add(key)
        else:
            yes.discard(key)
            no.discard(key)
    return open_gates


def evaluate(
    program: Program,
    answered_yes: Collection[str],
    answered_no: Collection[str],
    fired: Mapping[str, int],
    measures: Measures,
    ctx: Context,
) -> Evaluation:
    """One case through all eight steps; pure and deterministic."""
    yes, no = set(answered_yes), set(answered_no)
    without_closed(program, yes, no, fired)
    own = program.weights
    state = State(frozenset(yes), frozenset(no), {}, own, measures, ctx.person_present, ctx.value_status)
    weights = state.weights = {key: own[key] for key in yes if key in own}
    for rule in program.rules:
        if rule.id in fired and not rule.compliance and rule.twins.isdisjoint(yes):
            weights[rule.id] = fired[rule.id]
    _explain(program, state)
    scores = _scores(program, state)
    state.track = TRACKS[scores.index(max(scores))]
    level, floors = _level(program, state, max(scores))
    return Evaluation(state.yes, state.no, weights, scores, state.track, level, floors)


def _explain(program: Program, state: State) -> None:
    """Steps 3 and 4: an explained item counts at most what the explanation says."""
    weights = state.weights
    for ceiling in program.ceilings:
        items = [key for key in ceiling.items if weights.get(key, 0) > ceiling.count_as]
        if items and ceiling.when(state):
            for key in items:
                weights[key] = ceiling.count_as


def _scores(program: Program, state: State) -> tuple[int, int, int]:
    """Step 5: group sums, caps, mitigators, the limit on size alone, never below 0."""
    groups = len(program.caps)
    totals = [0] * (groups * len(TRACKS))
    decisive = [False] * len(TRACKS)
    for key, weight in state.weights.items():
        for lane in program.lanes.get(key, ()):
            totals[lane] += weight
            if weight >= program.decisive_weight:
                decisive[lane // groups] = True
    mitigation = [0] * len(TRACKS)
    for key, (weight, tracks) in program.mitigators.items():
        if key in state.yes:
            for track in tracks:
                mitigation[track] += weight
    scores = []
    for track in range(len(TRACKS)):
        capped = list(map(min, totals[track * groups : (track + 1) * groups], program.caps))
        limit = program.mitigation_limit_decisive if decisive[track] else program.mitigation_limit
        score = sum(capped) + max(mitigation[track], limit)
        size = capped[program.size_group] if program.size_group >= 0 else 0
        if sum(capped) == size:
            score = min(score, program.size_only_limit)
        scores.append(max(score, 0))
    return scores[0], scores[1], scores[2]


def _level(program: Program, state: State, score: int) -> tuple[Level, tuple[str, ...]]:
    """Steps 6 to 8: level from the score, floors raise it, imminence makes an exact alert urgent."""
    rank = sum(score >= least for least in program.thresholds)
    held: list[str] = []
    for floor in program.floors:
        if floor.when(state):
            held.append(floor.id)
            rank = max(rank, floor.level.rank)
    if rank == Level.ALERT.rank:
        for rule in program.imminence:
            if rule.when(state):
                held.append(rule.id)
                rank = max(rank, rule.level.rank)
                break
    return Level.of_rank(rank), tuple(held)
