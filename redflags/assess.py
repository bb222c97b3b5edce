"""From facts to an assessment: the one function both programs call on every answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from redflags.assessment import Assessment, Reason
from redflags.clearing import find_clearing
from redflags.definition import Definition
from redflags.engine import Evaluation, evaluate, fired_rules
from redflags.facts import Facts
from redflags.measures import measure
from redflags.scam_ranking import rank_scam_types
from redflags.terms import TRACKS, Answer, Text, Track


def assess(definition: Definition, facts: Facts) -> Assessment:
    """Judge one case; pure, deterministic, well under a millisecond."""
    measures = measure(facts.tx)
    program = definition.program
    fired = fired_rules(program, measures)
    yes = [key for key, answer in facts.answers.items() if answer == Answer.YES]
    no = [key for key, answer in facts.answers.items() if answer == Answer.NO]
    outcome = evaluate(program, yes, no, fired, measures, facts.ctx)
    return Assessment(
        level=outcome.level,
        track=outcome.track,
        scores=MappingProxyType(dict(zip(TRACKS, outcome.scores, strict=True))),
        reasons=_reasons(definition, outcome),
        scam_types=rank_scam_types(definition, outcome),
        compliance=tuple(rule.id for rule in program.rules if rule.compliance and rule.id in fired),
        insufficient=_insufficient(definition, outcome, fired),
        floors=outcome.floors,
        clearing=find_clearing(definition, outcome, fired, measures, facts.ctx),
    )


def _reasons(definition: Definition, outcome: Evaluation) -> tuple[Reason, ...]:
    """Items of the leading track with points, most first, ties in checklist order, mitigators last.

    An item of another track is named too when a floor that raised the level rests on it: without it the level
    would stand there without a reason.
    """
    counted: list[Reason] = []
    leading = outcome.track
    program = definition.program
    raising = {key for rule in (*program.floors, *program.imminence) if rule.id in outcome.floors for key in rule.items}

    def add(key: str, points: int, text: Text, tracks: Sequence[Track]) -> None:
        if points and leading in tracks:
            counted.append(Reason(key, points, text, leading))
        elif points and key in raising:
            counted.append(Reason(key, points, text, tracks[0]))

    weights = outcome.weights
    for key in definition.order:
        if key in weights:
            question = definition.questions[key]
            add(key, weights[key], question.text, question.tracks)
    for rule in definition.rules.values():
        add(rule.id, weights.get(rule.id, 0), rule.text, rule.tracks)
    for mitigator in definition.mitigators.values():
        if mitigator.id in outcome.yes:
            add(mitigator.id, mitigator.weight, mitigator.text, mitigator.tracks)
    return tuple(sorted(counted, key=lambda reason: -reason.points))


def _insufficient(definition: Definition, outcome: Evaluation, fired: Mapping[str, int]) -> bool:
    """More than half of the shown questions are unknown (DOMAIN ground rule 5).

    Shown means what a screen with this checklist would show: every question without a parent and every follow-up that is
    open. A headless case has no screen, so a question it leaves out is shown and unknown; mitigators never count.
    """
    closed = sum(
        not any(parent in outcome.yes or parent in fired for parent in parents)
        for _key, parents in definition.program.gates
    )
    shown = len(definition.order) - closed
    known = sum(key in outcome.yes or key in outcome.no for key in definition.order)
    return 2 * (shown - known) > shown
