"""Which fraud patterns the signs point to, most likely first."""

from __future__ import annotations

from redflags.definition import Definition
from redflags.engine import Evaluation
from redflags.terms import Level

MOST = 3


def rank_scam_types(definition: Definition, evaluation: Evaluation) -> tuple[str, ...]:
    """At most three scam type ids, best first; empty when the level is none.

    Each item that counts shares the square of its points among the types it points to, in proportion 1, 1/2, 1/3, …
    in the order the definition lists them: one decisive sign outweighs several vague ones, and an item naming a
    single pattern says more than one that fits five. A type that cannot belong to the leading track (a mule
    pattern for a victim) takes no share. Ties: definition order. This ranking is a design of this project.
    """
    if evaluation.level is Level.NONE:
        return ()
    shares: dict[str, float] = {}
    for key, pointed in _pointers(definition):
        points = evaluation.weights.get(key, 0)
        plausible = [name for name in pointed if evaluation.track in definition.scam_types[name].tracks]
        if points <= 0 or not plausible:
            continue
        whole = sum(1 / place for place in range(1, len(plausible) + 1))
        for place, name in enumerate(plausible, start=1):
            shares[name] = shares.get(name, 0.0) + points**2 / place / whole
    listed = {name: index for index, name in enumerate(definition.scam_types)}
    ranked = sorted(shares, key=lambda name: (-round(shares[name], 9), listed[name]))
    return tuple(ranked[:MOST])


def _pointers(definition: Definition) -> list[tuple[str, tuple[str, ...]]]:
    questions = [(item.id, item.scam_types) for item in definition.questions.values() if item.scam_types]
    return questions + [(item.id, item.scam_types) for item in definition.rules.values() if item.scam_types]
