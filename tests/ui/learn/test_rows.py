"""What to practise next, and which stories and cards a group shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.application.training_models import DrillRow, LessonShelf, Progress
from desktop.domain.training.record import progress_of
from desktop.ui.viewmodels.learn.rows import cards_of, next_drill, percent_right, state_of, stories_of
from redflags import Text
from tests.support import OPENING

SHELF = LessonShelf((), (), (), tuple(DrillRow(name, "gold_shop", Text(name, name)) for name in "abc"))
NOTHING = progress_of((), "abc", OPENING)


def progress(done: str, mastered: str) -> Progress:
    return replace(NOTHING, done=frozenset(done), mastered=frozenset(mastered), attempts=len(done))


@pytest.mark.parametrize(
    ("done", "mastered", "after", "expected"),
    [
        ("", "", "", "a"),
        ("a", "a", "", "b"),
        ("a", "", "a", "b"),
        ("abc", "ac", "a", "b"),
        ("abc", "ac", "b", "c"),
        ("abc", "abc", "c", "a"),
        ("abc", "abc", "", "a"),
    ],
)
def test_new_ones_first_then_the_ones_to_do_again(done: str, mastered: str, after: str, expected: str) -> None:
    row = next_drill(SHELF, progress(done, mastered), after)
    assert row is not None
    assert row.drill_id == expected


def test_nothing_to_practise_is_nothing() -> None:
    assert next_drill(replace(SHELF, drills=()), None) is None
    assert state_of("a", None) == "new"
    assert percent_right(NOTHING) is None


def test_the_only_drill_comes_again() -> None:
    only = replace(SHELF, drills=SHELF.drills[:1])
    assert next_drill(only, progress("a", ""), "a") == only.drills[0]


def test_a_group_shows_its_own_and_reported_ones_first() -> None:
    from tests.ui.learn.lessons import shelf

    found = shelf()
    for group in found.groups:
        stories = stories_of(found, group.id)
        assert {story.group for story in stories} == {group.id}
        assert [story.published for story in stories] == sorted((story.published for story in stories), reverse=True)
        assert [card.scam_type for card in cards_of(found, group.id)] == list(group.scam_types)
    assert len(stories_of(found, "")) == len(found.stories)
    assert cards_of(found, "") == found.cards
