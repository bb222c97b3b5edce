"""Why one field cannot be sent as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """Why one field cannot be sent as it is; `severity` warn never blocks. `zh`/`en` say what to do."""

    field: str
    code: str
    zh: str
    en: str
    severity: Literal["block", "warn"] = "block"


def warning(field: str, code: str, zh: str, en: str) -> FieldProblem:
    """Return a problem that is shown but never blocks."""
    return FieldProblem(field, code, zh, en, "warn")


def blocking(problems: tuple[FieldProblem, ...]) -> tuple[FieldProblem, ...]:
    """Return only the problems that keep an alert from being sent."""
    return tuple(problem for problem in problems if problem.severity == "block")
