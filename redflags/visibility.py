"""Which questions are shown, and which answers still count once a parent is no longer yes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from redflags.definition import Definition
from redflags.engine import fired_rules, without_closed
from redflags.facts import Transaction
from redflags.measures import measure
from redflags.terms import Answer


def visible_questions(
    definition: Definition, answers: Mapping[str, Answer], tx: Transaction | None = None
) -> tuple[str, ...]:
    """Ids of the questions to show, in section order, each opened follow-up right after its first yes parent.

    A follow-up is shown when any of its parents is answered yes (and itself shown), or when a parent is a
    transaction rule that the transaction fulfils. Quick-screen questions appear in their sections too.
    """
    closed = _closed(definition, answers, tx)
    yes = {key for key, answer in answers.items() if answer == Answer.YES and key not in closed}
    below: dict[str, list[str]] = {}
    for key, parents in definition.program.gates:
        if key not in closed:
            below.setdefault(_anchor(definition, parents, yes), []).append(key)
    shown: list[str] = []

    def place(key: str) -> None:
        shown.append(key)
        for child in below.get(key, ()):
            place(child)

    for section in definition.sections:
        for key in section.questions:
            place(key)
    return (*shown, *below.get("", ()))


def _anchor(definition: Definition, parents: tuple[str, ...], yes: set[str]) -> str:
    """The question a follow-up stands under: its first yes parent, else (a rule opened it) its first question parent."""
    questions = [parent for parent in parents if parent in definition.questions]
    return next((parent for parent in questions if parent in yes), questions[0] if questions else "")


def shown_answers(
    definition: Definition, answers: Mapping[str, Answer], tx: Transaction | None = None
) -> Mapping[str, Answer]:
    """The answers without those of follow-ups that are not shown (DOMAIN 0.3, step 1); mitigators are kept."""
    closed = _closed(definition, answers, tx)
    return MappingProxyType({key: answer for key, answer in answers.items() if key not in closed})


def _closed(definition: Definition, answers: Mapping[str, Answer], tx: Transaction | None) -> set[str]:
    fired = fired_rules(definition.program, measure(tx or Transaction()))
    yes = {key for key, answer in answers.items() if answer == Answer.YES}
    open_gates = without_closed(definition.program, yes, set(), fired)
    return {key for key, _parents in definition.program.gates} - open_gates
