"""What keeps an alert from being sent, and the five things an urgent one needs (DOMAIN 5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.application.read_models import FieldProblem
from desktop.ui.viewmodels.review.fields import FieldGroup, spec_of
from desktop.ui.viewmodels.review.values import ReviewValues
from redflags import Level

FAST_FIELDS: Final = ("setting", "place", "person_present", "value_status", "narrative")


def field_key(problem: FieldProblem) -> str:
    """Return the review page's field a problem belongs to: `/tx/amount_cny`, `tx.amount_cny` and `amount_cny` are one."""
    return problem.field.replace("/", ".").rpartition(".")[2]


def by_field(problems: tuple[FieldProblem, ...], values: ReviewValues) -> dict[str, FieldProblem]:
    """Return one problem a field, a blocking one before a warning, and what is no number before both."""
    ordered = sorted(problems, key=lambda problem: problem.severity != "block", reverse=True)
    return {field_key(problem): problem for problem in ordered} | values.unreadable


def blocking(problems: Mapping[str, FieldProblem], values: ReviewValues, level: Level) -> tuple[FieldProblem, ...]:
    """Return the problems that keep it from being sent at a level."""
    urgent = level is Level.URGENT
    return tuple(
        problem
        for key, problem in problems.items()
        if problem.severity == "block" and not (urgent and _can_wait(key, values))
    )


def as_on_the_page(problems: tuple[FieldProblem, ...], groups: tuple[FieldGroup, ...]) -> tuple[str, ...]:
    """Return the problems' fields as they stand on the page; those that have no field there stand above it."""
    places = [spec.key for group in groups for spec in group.fields]
    keys = map(field_key, problems)
    return tuple(sorted(keys, key=lambda key: places.index(key) if key in places else -1))


def fast_path(
    problems: Mapping[str, FieldProblem], values: ReviewValues, *, place: bool
) -> tuple[tuple[str, bool], ...]:
    """Return the five things with whether each is there; `place` tells that the shop has an address."""
    blocked = {key for key, problem in problems.items() if problem.severity == "block"} - {"narrative"}
    have = {key: bool(values.get(key).strip()) for key in FAST_FIELDS[2:]} | {"setting": True, "place": place}
    return tuple((key, have[key] and key not in blocked) for key in FAST_FIELDS)


def _can_wait(key: str, values: ReviewValues) -> bool:
    """Tell whether an urgent alert goes out in spite of this problem: nothing there yet, or a short line."""
    if spec_of(key) is None:
        return key not in FAST_FIELDS
    if key in values.unreadable:
        return False
    filled = bool(values.get(key).strip())
    return filled if key == "narrative" else key not in FAST_FIELDS and not filled
