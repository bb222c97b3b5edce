"""What would clear the person: open items whose innocent answer lowers the level or the score most."""

from __future__ import annotations

from collections.abc import Mapping

from redflags.assessment import Clearing
from redflags.definition import Definition
from redflags.engine import Evaluation, evaluate
from redflags.facts import Context
from redflags.measures import Measures
from redflags.terms import TRACKS, Level, Text

MOST = 4


def find_clearing(
    definition: Definition, known: Evaluation, fired: Mapping[str, int], measures: Measures, ctx: Context
) -> tuple[Clearing, ...]:
    """At most four unanswered mitigators (were they yes) and exonerating questions (were they no), best first.

    Best is the lowest resulting level, then the lowest resulting score of the leading track; items that change neither
    are left out. Items already answered are left out too: the clerk has looked.
    """
    if known.level is Level.NONE:
        return ()
    program = definition.program
    leading = TRACKS.index(known.track)
    found: list[tuple[int, int, int, Clearing]] = []
    for order, (key, text, yes) in enumerate(_open_items(definition, known, fired)):
        then = evaluate(
            program,
            known.yes | {key} if yes else known.yes,
            known.no if yes else known.no | {key},
            fired,
            measures,
            ctx,
        )
        better = then.level.rank < known.level.rank or then.scores[leading] < known.scores[leading]
        if better and then.level.rank <= known.level.rank:
            found.append((then.level.rank, then.scores[leading], order, Clearing(key, text, then.level)))
    found.sort(key=lambda entry: entry[:3])
    return tuple(entry[3] for entry in found[:MOST])


def _open_items(definition: Definition, known: Evaluation, fired: Mapping[str, int]) -> list[tuple[str, Text, bool]]:
    gates = dict(definition.program.gates)
    items: list[tuple[str, Text, bool]] = []
    for key in definition.program.exonerating:
        shown = key not in gates or any(parent in known.yes or parent in fired for parent in gates[key])
        if shown and key not in known.yes and key not in known.no:
            items.append((key, definition.questions[key].text, False))
    answered = known.yes | known.no
    items.extend((item.id, item.text, True) for item in definition.mitigators.values() if item.id not in answered)
    return items
