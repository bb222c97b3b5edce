"""Lessons as shipped, drills judged by the checklists, and each member's own record."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.adapters.checklist_files import ChecklistFiles
from desktop.adapters.lesson_files import LessonError, LessonFiles
from desktop.application.changes import NOTHING, Kind, Outcome
from desktop.application.errors import NotFound
from desktop.application.session import Session
from desktop.application.training.take_drill import AnswerDrill, OpenDrill
from desktop.application.training_models import DrillResult
from desktop.domain.training.drill import Drill
from desktop.domain.training.record import Attempt, progress_of
from redflags import Level
from tests.fakes.counter import CHECKLISTS
from tests.fakes.memory_storage import MemoryStorage
from tests.support import OPENING, FixedClock

LESSONS = LessonFiles(CHECKLISTS.parent / "cases")
FILES = ChecklistFiles(CHECKLISTS)
ANNA = Session("u-1", "小林", "clerk", lambda _payload: "")
# Words that would give the clerk away when read on the clerk's own screen from afar.
LOUD = ("反诈", "诈骗", "骗子", "骗局", "报警", "警情", "可疑", "fraud", "scam", "suspicious")


@dataclass
class Desk:
    """The drill use cases over a storage in memory."""

    clock: FixedClock
    storage: MemoryStorage = dataclasses.field(default_factory=MemoryStorage)

    def answer(self, drill_id: str, level: str, saying: int, session: Session | None = ANNA) -> Outcome[DrillResult]:
        """Answer one drill."""
        take = AnswerDrill(lessons=LESSONS, checklists=FILES, begin=self.storage.begin, clock=self.clock)
        return take(drill_id, session, level, saying)


def attempt(at: datetime, drill: str = "gold-quota", *, right: bool = True) -> Attempt:
    """One attempt."""
    return Attempt("u-1", drill, "urgent", 0, right, True, at)


def test_there_is_enough_to_learn_from() -> None:
    groups, stories, drills = LESSONS.groups(), LESSONS.stories(), LESSONS.drills()
    assert len(stories) >= 16
    assert len(drills) >= 24
    assert {story.group for story in stories} == {group.id for group in groups}
    assert all(sum(story.group == group.id for story in stories) >= 2 for group in groups)
    assert {drill.setting for drill in drills} == {path.stem for path in CHECKLISTS.glob("*.json")} - {"shared"}


def test_every_warning_card_belongs_to_a_group_and_has_a_story() -> None:
    types = set(FILES.current("sighting").scam_types)
    assert len(types) >= 20
    assert {scam for group in LESSONS.groups() for scam in group.scam_types} == types
    assert {story.scam_type for story in LESSONS.stories()} == types


def test_published_and_composed_stories_are_told_apart() -> None:
    published = [story for story in LESSONS.stories() if story.published]
    assert 10 <= len(published) < len(LESSONS.stories())
    assert all("公开" in story.source.zh for story in published if story.source)


@pytest.mark.parametrize("drill", LESSONS.drills(), ids=lambda drill: drill.id)
def test_the_checklist_can_judge_every_drill(drill: Drill) -> None:
    definition = FILES.current(drill.setting)
    drill.judged_by(definition)
    assert len(drill.sayings) == 3
    assert sum(saying.good for saying in drill.sayings) == 1
    assert not any(word in title.lower() for word in LOUD for title in (drill.title.zh, drill.title.en))


def test_drills_cover_every_level_and_the_good_answer_has_no_fixed_place() -> None:
    drills = LESSONS.drills()
    levels = [drill.judged_by(FILES.current(drill.setting)).level for drill in drills]
    assert all(levels.count(level) >= 4 for level in Level)
    places = [[saying.good for saying in drill.sayings].index(True) for drill in drills]
    assert all(places.count(place) >= len(drills) // 5 for place in range(3))


def test_no_file_writes_a_level_down() -> None:
    for path in (CHECKLISTS.parent / "cases").glob("drills*.json"):
        assert all("level" not in entry for entry in json.loads(path.read_text(encoding="utf-8")))


def test_an_open_drill_gives_nothing_away() -> None:
    view = OpenDrill(lessons=LESSONS)("gold-quota")
    assert {field.name for field in dataclasses.fields(view)} == {"drill_id", "setting", "title", "scene", "sayings"}
    with pytest.raises(NotFound):
        OpenDrill(lessons=LESSONS)("gold-nothing")


def test_an_answer_is_judged_and_kept(clock: FixedClock) -> None:
    desk = Desk(clock)
    outcome = desk.answer("gold-quota", "urgent", 2)
    assert outcome.value.right
    assert outcome.changes == {Kind.TRAINING}
    desk.answer("gold-quota", "watch", 0)
    with desk.storage.begin() as work:
        kept = work.training.of("u-1")
        assert [(item.level, item.right) for item in kept] == [("urgent", True), ("watch", False)]
        assert work.training.of("u-2") == ()


def test_the_right_level_follows_the_checklist(clock: FixedClock) -> None:
    desk = Desk(clock)
    for drill in LESSONS.drills():
        level = drill.judged_by(FILES.current(drill.setting)).level.value
        good = [saying.good for saying in drill.sayings].index(True)
        assert desk.answer(drill.id, level, good).value.right


def test_an_answer_of_nobody_is_judged_and_not_kept(clock: FixedClock) -> None:
    desk = Desk(clock)
    outcome = desk.answer("gold-birthday", "none", 0, None)
    assert (outcome.value.kept, outcome.changes) == (False, NOTHING)
    assert desk.storage.kept.attempts == []


def test_a_saying_there_is_not_is_refused(clock: FixedClock) -> None:
    desk = Desk(clock)
    with pytest.raises(NotFound):
        desk.answer("gold-birthday", "none", 3)
    assert desk.storage.kept.attempts == []


def test_no_attempt_is_an_empty_record() -> None:
    progress = progress_of((), {"a"}, OPENING)
    assert (progress.attempts, progress.streak, progress.last_at) == (0, 0, None)
    assert progress.by_month[0] == ("2025-12", 0)
    assert progress.by_month[-1] == ("2026-11", 0)


def test_only_the_latest_attempt_decides_what_is_mastered() -> None:
    tries = (attempt(OPENING), attempt(OPENING, "b", right=False), attempt(OPENING, "b"), attempt(OPENING, "gone"))
    progress = progress_of(tries, {"gold-quota", "b", "c"}, OPENING)
    assert (progress.attempts, progress.right) == (4, 3)
    assert progress.done == progress.mastered == {"gold-quota", "b"}
    assert progress_of((*tries, attempt(OPENING, right=False)), {"gold-quota"}, OPENING).mastered == frozenset()


@pytest.mark.parametrize(
    ("months_back", "streak"), [((), 0), ((0,), 1), ((1,), 1), ((2,), 0), ((2, 1, 0), 3), ((3, 1, 0), 2)]
)
def test_months_in_a_row(months_back: tuple[int, ...], streak: int) -> None:
    now = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
    middle = {
        0: now,
        1: datetime(2026, 2, 3, tzinfo=UTC),
        2: datetime(2026, 1, 31, tzinfo=UTC),
        3: datetime(2025, 12, 1, tzinfo=UTC),
    }
    assert progress_of([attempt(middle[back]) for back in months_back], (), now).streak == streak


def test_a_month_begins_at_midnight_in_china() -> None:
    late = datetime(2026, 10, 31, 16, 0, tzinfo=UTC)
    progress = progress_of((attempt(late - timedelta(seconds=1)), attempt(late)), (), OPENING)
    assert progress.by_month[-2:] == (("2026-10", 1), ("2026-11", 1))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "unreadable"),
        ('[{"id": "x"}]', "KeyError"),
        ('[{"id":"x","icon":"user","name":{"zh":"甲","en":" "},"line":{"zh":"乙","en":"b"},"scam_types":[]}]', "empty"),
    ],
)
def test_a_broken_file_names_itself(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(LessonError, match="no file"):
        LessonFiles(tmp_path).groups()
    (tmp_path / "groups.json").write_text(text, encoding="utf-8")
    with pytest.raises(LessonError, match=said) as caught:
        LessonFiles(tmp_path).groups()
    assert "groups.json" in str(caught.value)


def test_an_id_twice_is_refused(tmp_path: Path) -> None:
    for name in ("stories.json", "stories-2.json"):
        source = (CHECKLISTS.parent / "cases" / "stories.json").read_text(encoding="utf-8")
        (tmp_path / name).write_text(source, encoding="utf-8")
    with pytest.raises(LessonError, match="twice"):
        LessonFiles(tmp_path).stories()


def test_attempts_are_plain_values() -> None:
    assert replace(attempt(OPENING), saying_right=False).right is False


def test_a_drill_can_be_read_in_a_minute() -> None:
    # Five Chinese characters a second, read without hurry, and some seconds to think.
    for drill in LESSONS.drills():
        length = len(drill.scene.zh) + sum(len(saying.text.zh) for saying in drill.sayings)
        assert length <= 5 * 50, (drill.id, length)
