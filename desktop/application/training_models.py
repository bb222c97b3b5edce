"""Frozen rows of the learning pages; only these cross threads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from desktop.domain.training.lesson import Group, Story
from desktop.domain.training.record import Progress
from redflags import Text

__all__ = [
    "DrillResult",
    "DrillRow",
    "DrillView",
    "Group",
    "LessonShelf",
    "Progress",
    "Story",
    "TrainingRecord",
    "WarningCard",
]


@dataclass(frozen=True, slots=True)
class WarningCard:
    """What a customer may read about one pattern, with the clerk's sentence for it; `groups` meet it most."""

    scam_type: str
    name: Text
    person: Text
    card: Text
    script: Text
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DrillRow:
    """One drill in the list."""

    drill_id: str
    setting: str
    title: Text


@dataclass(frozen=True, slots=True)
class LessonShelf:
    """Everything there is to learn from; drills of the shop's own trade come first."""

    groups: tuple[Group, ...]
    stories: tuple[Story, ...]
    cards: tuple[WarningCard, ...]
    drills: tuple[DrillRow, ...]


@dataclass(frozen=True, slots=True)
class DrillView:
    """One drill before it is answered."""

    drill_id: str
    setting: str
    title: Text
    scene: Text
    sayings: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class DrillResult:
    """One drill answered: `level` is what the checklist says, `reasons` are its (points, words), `names` the leading patterns.

    `whys` go with the sayings in their order; `kept` tells whether the attempt stands in a member's record.
    """

    drill_id: str
    chosen_level: str
    level: str
    chosen_saying: int
    good_sayings: tuple[int, ...]
    whys: tuple[Text, ...]
    reasons: tuple[tuple[int, Text], ...]
    names: tuple[Text, ...]
    action: Text
    never: Text
    lesson: Text
    kept: bool

    @property
    def level_right(self) -> bool:
        """Tell whether the clerk judged it as the checklist does."""
        return self.chosen_level == self.level

    @property
    def saying_right(self) -> bool:
        """Tell whether the clerk said a good thing."""
        return self.chosen_saying in self.good_sayings

    @property
    def right(self) -> bool:
        """Tell whether both were right."""
        return self.level_right and self.saying_right


@dataclass(frozen=True, slots=True)
class TrainingRecord:
    """One member's own record: totals, and the latest attempts, newest first, as (drill id, its title, right, when)."""

    progress: Progress
    offered: int
    latest: tuple[tuple[str, Text, bool, datetime], ...]
