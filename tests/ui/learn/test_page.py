"""The learning page on real lessons: what is next, cases by group, cards, the member's own record."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.application.errors import StorageFailed
from desktop.application.training_models import LessonShelf
from desktop.ui.pages.learn.drills import DrillsPanel
from desktop.ui.pages.learn.page import LearnPage
from desktop.ui.pages.learn.record import RecordPanel
from desktop.ui.pages.learn.stories import StoriesPanel
from desktop.ui.runtime.theme import theme
from tests.test_house_rules import FORBIDDEN
from tests.ui.live_line.counter import Counter
from tests.ui.pages.learn import LearnScreen

LARGE = ("display", "title", "heading", "big", "lead")


def shown(counter: Counter, tab: str = "") -> LearnPage:
    page = LearnPage(counter.context)
    counter.show(page, **({"tab": tab} if tab else {}))
    return page


def answer(counter: Counter, drill: str = "gold-fund-check", level: str = "urgent", saying: int = 1) -> None:
    counter.services.learning.answer_drill(drill, counter.context.session, level, saying)


def drills(page: LearnPage) -> DrillsPanel:
    panel = page.panels["drills"]
    assert isinstance(panel, DrillsPanel)
    return panel


def record(page: LearnPage) -> RecordPanel:
    panel = page.panels["record"]
    assert isinstance(panel, RecordPanel)
    return panel


def test_the_first_drill_of_the_shops_own_trade_is_next_and_has_the_focus(counter: Counter) -> None:
    page = shown(counter)
    panel = drills(page)
    assert panel.next_title.text() == "戴着耳机的老人"
    assert len(panel.rows) == len(counter.services.learning.lessons().drills)
    assert panel.mastered.text() == f"已掌握 0 / {len(panel.rows)}"
    QTest.keyClick(panel.start, Qt.Key.Key_Space)
    assert counter.navigator.went == [("drill", {"drill_id": "gold-fund-check"})]


def test_a_mastered_drill_is_marked_and_the_next_one_comes(counter: Counter) -> None:
    page = shown(counter)
    answer(counter)
    answer(counter, "gold-birthday", "urgent", 1)
    page.on_shown()
    counter.settle()
    panel = drills(page)
    assert panel.rows["gold-fund-check"].accessibleName().endswith("已掌握")
    assert panel.rows["gold-birthday"].accessibleName().endswith("再练一次")
    assert panel.next_title.text() == "凑够二十六万"


def test_cases_are_shown_by_group_with_their_source(counter: Counter) -> None:
    screen = LearnScreen(counter, "stories")
    panel = screen.stories
    assert panel.group == "elder"
    screen.group("student")
    assert {story.group for story in panel.shown} == {"student"}
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert texts.count("教学情景") == len(panel.shown)
    assert "为教学编写的情景，不是真实案件" in texts
    panel.card_opened.emit("task-rebate")
    assert counter.navigator.went == [("card", {"scam_type": "task-rebate"})]


def test_every_pattern_has_a_card_and_a_group_narrows_them(counter: Counter) -> None:
    screen = LearnScreen(counter, "cards")
    panel = screen.cards
    assert len(panel.tiles) == 20
    screen.group("finance")
    assert list(panel.tiles) == ["fake-boss", "fake-loan", "fake-cs"]
    screen.open_card("fake-boss")
    assert counter.navigator.went == [("card", {"scam_type": "fake-boss"})]


def test_a_record_is_the_members_own(counter: Counter) -> None:
    answer(counter)
    answer(counter, "gold-birthday", "urgent", 1)
    screen = LearnScreen(counter, "record")
    panel = screen.record
    assert screen.figure("done") == f"2 / {len(counter.services.learning.lessons().drills)}"
    assert screen.figure("right") == "50 %"
    assert screen.figure("streak") == "1 个月"
    assert panel.months.accessibleDescription() == "11月 2"
    session = counter.context.session
    assert session is not None
    counter.context.session = replace(session, member_id="mem_2")
    screen.turn_to(tab="record")
    assert panel.empty.isVisible()
    panel.empty.acted.emit()
    assert counter.navigator.went == [("drill", {"drill_id": "gold-fund-check"})]


def test_nobody_signed_in_can_still_learn(counter: Counter) -> None:
    counter.context.session = None
    page = shown(counter, "record")
    assert record(page).empty.isVisible()
    page.on_shown(tab="drills")
    counter.settle()
    assert drills(page).mastered.text().startswith("已掌握 0")


def test_what_cannot_be_read_says_so_and_can_be_tried_again(counter: Counter) -> None:
    real = counter.services.learning.lessons

    def broken() -> LessonShelf:
        raise StorageFailed("io")

    counter.use(learning=replace(counter.services.learning, lessons=broken))
    page = shown(counter)
    assert page.error.isVisible()
    assert "学习内容没有读出来" in page.error.accessibleName()
    counter.use(learning=replace(counter.services.learning, lessons=real))
    QTest.mouseClick(page.error.retry, Qt.MouseButton.LeftButton)
    counter.settle()
    assert not page.error.isVisible()
    assert drills(page).isVisible()


def loud_texts(page: LearnPage) -> list[str]:
    large = [label.text() for label in page.findChildren(QLabel) if label.property("role") in LARGE]
    return [text for text in large if any(word in text.lower() for word in FORBIDDEN)]


def test_nothing_large_gives_the_clerk_away(counter: Counter) -> None:
    answer(counter)
    page = shown(counter)
    for tab in ("drills", "stories", "cards", "record"):
        page.on_shown(tab=tab)
        counter.settle()
        panel = page.panels[tab]
        chips = list(panel.chips.buttons.values()) if isinstance(panel, StoriesPanel) and panel.chips else []
        texts = loud_texts(page)
        for chip in chips:
            chip.click()
            texts += loud_texts(page)
        assert not texts


def test_the_smallest_window_holds_the_page_in_every_text_size(counter: Counter) -> None:
    for percent, height in ((100, 700), (150, 832)):
        theme().apply("light", percent)
        page = shown(counter, "stories")
        for tab in ("cards", "record", "drills"):
            page.on_shown(tab=tab)
            counter.settle()
        assert page.minimumSizeHint().height() <= height
        assert page.minimumSizeHint().width() <= 1024 - theme().px(66)
    theme().apply("light", 100)


def test_a_group_of_cases_can_be_asked_for_and_an_unknown_one_is_the_first(counter: Counter) -> None:
    page = LearnPage(counter.context)
    counter.show(page, tab="stories", group="single")
    panel = page.panels["stories"]
    assert isinstance(panel, StoriesPanel)
    assert panel.group == "single"
    page.on_shown(tab="stories", group="martians")
    counter.settle()
    assert panel.group == "elder"
