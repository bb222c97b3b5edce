"""A drill: a scene at the counter, judged by the same checklist the clerk works with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from redflags import Assessment, Definition, Text, assess, parse_facts

SECONDS = 60
"""How long a drill should take; a guide for the clerk, never a limit."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing the clerk might say or do next, and why it is good or not."""

    text: Text
    good: bool
    why: Text


@dataclass(frozen=True, slots=True)
class Drill:
    """One scene; `facts` are the checklist answers it amounts to, from which the right level follows (never written down)."""

    id: str
    setting: str
    title: Text
    scene: Text
    facts: Mapping[str, object]
    sayings: tuple[Saying, ...]
    lesson: Text

    def judged_by(self, definition: Definition) -> Assessment:
        """Return what the checklist says about the scene; FactsError when it names things the checklist does not have."""
        return assess(definition, parse_facts(self.facts, definition))
