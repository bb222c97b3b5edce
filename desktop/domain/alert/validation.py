"""The complete check of an alert before it is saved (DOMAIN 5.2 and 5.3)."""

from __future__ import annotations

from datetime import datetime

from desktop.domain.alert.draft import Draft
from desktop.domain.alert.judged import Choice, Judged, judge, level_problems
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.alert.validation_required import required_problems
from desktop.domain.alert.validation_values import value_problems
from desktop.domain.member.shop import Merchant
from redflags import Definition, Facts, assess


def check(
    draft: Draft, definition: Definition, merchant: Merchant, choice: Choice, now: datetime
) -> tuple[Judged | None, tuple[FieldProblem, ...]]:
    """Judge a draft and return every problem at once; nothing is judged while its facts cannot be read."""
    judged, faults = judge(draft, definition, merchant, choice, now)
    if judged is not None:
        return judged, problems_of(judged)
    # The other fields can still be checked: the clerk corrects everything in one go.
    blank = Judged(draft, definition, Facts(), assess(definition, Facts()), merchant, choice, now)
    return None, (*faults, *_blocking_first(tuple(value_problems(blank))))


def problems_of(judged: Judged) -> tuple[FieldProblem, ...]:
    """Return every problem, blocking ones first, otherwise in the order the fields are shown."""
    return _blocking_first((*level_problems(judged), *required_problems(judged), *value_problems(judged)))


def _blocking_first(problems: tuple[FieldProblem, ...]) -> tuple[FieldProblem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.severity != "block"))
