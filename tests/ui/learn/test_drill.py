"""One drill by keyboard and by touch: answered, explained, kept, and the next one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desktop.application.changes import Outcome
from desktop.application.errors import StorageFailed
from desktop.application.training_models import DrillResult
from desktop.ui.pages.learn.drill import DrillPage
from tests.test_house_rules import FORBIDDEN
from tests.ui.live_line.counter import Counter
from tests.ui.pages.drill import DrillScreen


def shown(counter: Counter, drill_id: str = "gold-fund-check") -> DrillPage:
    page = DrillPage(counter.context)
    counter.show(page, drill_id=drill_id)
    return page


def press(page: DrillPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page, key)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def attempts(counter: Counter) -> int:
    session = counter.context.session
    assert session is not None
    return counter.services.learning.record(session).progress.attempts


def test_two_keys_answer_a_drill_and_enter_goes_on(counter: Counter) -> None:
    screen = DrillScreen(counter)
    counter.clock.advance(41)
    screen.page.on_tick()
    assert screen.clock() == "41 秒"
    screen.press(Qt.Key.Key_4, Qt.Key.Key_2)
    assert screen.verdict() == "两步都对"
    assert not screen.page.level_card.isVisible()
    assert screen.attempts() == 1
    screen.press(Qt.Key.Key_Return)
    assert counter.navigator.went == [("drill", {"drill_id": "gold-birthday"})]


@pytest.mark.parametrize(
    ("keys", "verdict"),
    [
        ((Qt.Key.Key_3, Qt.Key.Key_2), "话说得好，档位是「紧急」"),
        ((Qt.Key.Key_4, Qt.Key.Key_1), "档位对了，话可以更稳"),
        ((Qt.Key.Key_1, Qt.Key.Key_3), "这一练再看看：档位是「紧急」"),
    ],
)
def test_every_answer_is_explained(counter: Counter, keys: tuple[Qt.Key, ...], verdict: str) -> None:
    screen = DrillScreen(counter)
    screen.press(*keys)
    assert screen.verdict() == verdict
    said = screen.explained()
    view = screen.page.model.view
    assert view is not None
    assert all(saying.zh in said for saying in view.sayings)
    assert [text for text in said if text == "您选的"] == ["您选的"]
    assert "+5" in said


def test_an_ordinary_scene_shows_that_nothing_counts(counter: Counter) -> None:
    page = shown(counter, "acc-ring-repair")
    press(page, Qt.Key.Key_1, Qt.Key.Key_2)
    counter.settle()
    assert page.result.verdict.text() == "两步都对"


def test_by_touch_the_level_may_be_changed_before_speaking(counter: Counter) -> None:
    screen = DrillScreen(counter)
    screen.level("none")
    screen.level("urgent")
    assert screen.chosen_levels() == ["urgent"]
    assert all(button.height() >= 44 for button in (*screen.page.levels.values(), *screen.page.sayings))
    screen.saying(2)
    assert screen.verdict() == "两步都对"
    screen.again()
    assert screen.page.model.step == "level"
    assert screen.page.level_card.isVisible()
    assert screen.chosen_levels() == []


def test_a_digit_too_many_does_nothing(counter: Counter) -> None:
    page = shown(counter)
    press(page, Qt.Key.Key_5, Qt.Key.Key_9, Qt.Key.Key_2, Qt.Key.Key_4)
    counter.settle()
    assert page.model.step == "saying"
    assert attempts(counter) == 0


def test_escape_goes_back_to_the_list(counter: Counter) -> None:
    page = shown(counter)
    press(page, Qt.Key.Key_Escape)
    assert counter.navigator.went == [("learn", {})]


def test_a_full_disk_keeps_the_question_open(counter: Counter) -> None:
    real = counter.services.learning.answer_drill

    def full(*_args: object) -> Outcome[DrillResult]:
        raise StorageFailed("full")

    counter.use(learning=replace(counter.services.learning, answer_drill=full))
    page = shown(counter)
    press(page, Qt.Key.Key_4, Qt.Key.Key_2)
    counter.settle()
    assert page.error.isVisible()
    assert page.model.step == "saying"
    counter.use(learning=replace(counter.services.learning, answer_drill=real))
    press(page, Qt.Key.Key_2)
    counter.settle()
    assert page.result.isVisible()
    assert not page.error.isVisible()


def test_a_drill_there_is_not_says_so(counter: Counter) -> None:
    page = shown(counter, "gold-nothing")
    assert page.error.isVisible()
    assert not page.level_card.isVisible()


def test_no_drill_title_or_scene_label_is_loud(counter: Counter) -> None:
    page = shown(counter)
    for row in counter.services.learning.lessons().drills:
        page.on_shown(drill_id=row.drill_id)
        counter.settle()
        for part in (page.header, page.level_card):
            assert not [text for text in texts(part) if any(word in text.lower() for word in FORBIDDEN)]


def test_enter_at_once_after_the_answer_goes_to_the_next_one_not_the_same(counter: Counter) -> None:
    page = shown(counter, "gold-birthday")
    press(page, Qt.Key.Key_4, Qt.Key.Key_1)
    counter.qtbot.waitUntil(lambda: page.model.step == "result")
    press(page, Qt.Key.Key_Enter)
    assert counter.navigator.went == [("drill", {"drill_id": "gold-fund-check"})]
