"""What the learning pages show of lessons and the member's record; pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from desktop.application.training_models import DrillRow, LessonShelf, Progress, Story, WarningCard
from redflags import Text

DrillState = Literal["new", "again", "mastered"]

DRILL_STATE: Final[Mapping[str, Text]] = {
    "new": Text("没练过", "New"),
    "again": Text("再练一次", "Once more"),
    "mastered": Text("已掌握", "Mastered"),
}
DRILL_TONE: Final[Mapping[str, str]] = {"new": "slate", "again": "warn", "mastered": "ok"}
LEVEL_ACTION: Final[Mapping[str, Text]] = {
    "none": Text("照常办理", "Carry on as usual"),
    "watch": Text("多问两句", "Two more questions"),
    "alert": Text("提交上报", "Send a report"),
    "urgent": Text("马上上报", "Report at once"),
}
"""What each level means for the clerk, in three or four words."""


def state_of(drill_id: str, progress: Progress | None) -> DrillState:
    """Return how far the member is with a drill."""
    if progress is None or drill_id not in progress.done:
        return "new"
    return "mastered" if drill_id in progress.mastered else "again"


def next_drill(shelf: LessonShelf, progress: Progress | None, after: str = "") -> DrillRow | None:
    """Return what to practise next: the first new one, then one to do again, then simply the one after `after`."""
    others = [row for row in shelf.drills if row.drill_id != after]
    for wanted in ("new", "again"):
        for row in others:
            if state_of(row.drill_id, progress) == wanted:
                return row
    ids = [row.drill_id for row in shelf.drills]
    if not ids:
        return None
    return shelf.drills[(ids.index(after) + 1) % len(ids)] if after in ids else shelf.drills[0]


def stories_of(shelf: LessonShelf, group: str) -> tuple[Story, ...]:
    """Return a group's stories, those that were reported first; all of them for an empty group."""
    found = [story for story in shelf.stories if not group or story.group == group]
    return tuple(sorted(found, key=lambda story: not story.published))


def cards_of(shelf: LessonShelf, group: str) -> tuple[WarningCard, ...]:
    """Return a group's cards, the commonest pattern first; all of them for an empty group."""
    if not group:
        return shelf.cards
    order = next((item.scam_types for item in shelf.groups if item.id == group), ())
    found = [card for card in shelf.cards if card.scam_type in order]
    return tuple(sorted(found, key=lambda card: order.index(card.scam_type)))


def percent_right(progress: Progress) -> int | None:
    """Return the share of right attempts, None before the first."""
    return round(100 * progress.right / progress.attempts) if progress.attempts else None
