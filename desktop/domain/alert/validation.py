"""The complete check of an alert before it is saved (DOMAIN 5.2 and 5.3)."""

from __future__ import annotations

from desktop.domain.alert.judged import Judged, level_problems
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.alert.validation_required import required_problems
from desktop.domain.alert.validation_values import value_problems


def problems_of(judged: Judged) -> tuple[FieldProblem, ...]:
    """Return every problem, blocking ones first, otherwise in the order the fields are shown."""
    found = (*level_problems(judged), *required_problems(judged), *value_problems(judged))
    return tuple(sorted(found, key=lambda problem: problem.severity != "block"))
