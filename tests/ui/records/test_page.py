"""The records page on real storage: figures, tabs, search, states, and opening a record by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.errors import StorageFailed
from desktop.application.read_models import RecordFilter, RecordPage
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.viewmodels.records.model import RecordsViewModel
from desktop.ui.viewmodels.records.table import PAGE_SIZE, ROW_ROLE
from tests.ui.live_line.counter import Counter
from tests.ui.pages.records import RecordsScreen
from tests.ui.records.build import page_of, record


def shown(counter: Counter) -> RecordsPage:
    return RecordsScreen(counter).page


def test_without_records_it_says_what_to_do(counter: Counter) -> None:
    page = shown(counter)
    assert page.empty.isVisible()
    assert page.empty.title.text() == "还没有记录"
    QTest.mouseClick(page.empty.action, Qt.MouseButton.LeftButton)
    assert counter.navigator.went == [("counter", {})]


def test_a_submitted_alert_is_there_and_enter_opens_its_live_line(counter: Counter) -> None:
    alert_id = counter.submitted()
    page = shown(counter)
    assert page.view_model.model.rowCount() == 1
    assert page.waiting.isVisible()
    assert "警方还没有收到" in page.waiting_text.label.text()
    spoken = str(page.view_model.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "未送达" in spoken
    assert "¥ 260,000" in spoken
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert counter.navigator.went == [("live", {"alert_id": alert_id})]


def test_the_row_follows_what_happens(counter: Counter) -> None:
    alert_id = counter.submitted()
    page = shown(counter)
    counter.deliver()
    counter.police(alert_id, "verifying", "正在核查")
    counter.settle()
    row = page.view_model.model.row_at(0)
    counter.settle()
    row = page.view_model.model.row_at(0)
    assert row is not None
    assert (row.delivery, row.case_state, row.case_text) == ("delivered", "verifying", "正在核查")


def test_ones_own_reward_is_on_its_row_in_its_tab_and_in_the_figures_and_nobody_elses(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.deliver()
    counter.reward(alert_id, "notified", amount=80_000)
    screen = RecordsScreen(counter)
    assert screen.figure("to_claim") == "¥ 800"
    assert screen.tab_words("reward") == "待领奖 1"
    assert screen.spoken().endswith("待领奖，待领取，¥ 260,000")
    screen.tab("reward")
    assert len(screen.rows()) == 1
    session = counter.context.session
    assert session is not None
    counter.context.session = replace(session, member_id="mem_2")
    other = RecordsScreen(counter)
    assert other.figure("to_claim") == "¥ 0"
    assert other.tab_words("reward") == "待领奖 0"
    assert "待领" not in other.spoken()


def test_search_finds_two_characters_and_says_when_nothing_fits(counter: Counter) -> None:
    counter.submitted(narrative="老人说楼下有司机来取金条")
    counter.submitted(narrative="顾客一直在听电话里的人说话")
    screen = RecordsScreen(counter)
    assert len(screen.rows()) == 2
    screen.search("司机")
    assert len(screen.rows()) == 1
    screen.search("没有这样的词")
    assert screen.page.empty.title.text() == "没有找到"
    screen.see_all()
    assert len(screen.rows()) == 2
    assert screen.page.filters.search.text() == ""


def test_tabs_show_their_counts_and_filter(counter: Counter) -> None:
    first = counter.submitted()
    counter.deliver()
    counter.police(first, "closed", "核实无异常")
    counter.submitted()
    screen = RecordsScreen(counter)
    assert screen.tab_words("all") == "全部 2"
    assert screen.tab_words("waiting") == "未送达 1"
    screen.tab("closed")
    assert [row.alert_id for row in screen.rows()] == [first]


def test_a_case_closed_at_the_counter_opens_what_was_kept(counter: Counter) -> None:
    counter.services.close_draft(counter.draft(), counter.context.session, "released", "家人到场")
    page = shown(counter)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    row = page.view_model.model.row_at(0)
    assert row is not None
    assert counter.navigator.went == [("kept", {"alert_id": row.alert_id})]


def test_a_failure_is_said_in_place_and_can_be_tried_again(counter: Counter) -> None:
    counter.submitted()
    broken = [True]
    real = counter.services.records

    def sometimes(wanted: RecordFilter, offset: int, limit: int) -> RecordPage:
        if broken:
            broken.clear()
            raise StorageFailed("io")
        return real(wanted, offset, limit)

    counter.use(records=sometimes)
    page = shown(counter)
    assert page.error.isVisible()
    assert "磁盘读写出错" in page.error.accessibleName()
    QTest.mouseClick(page.error.retry, Qt.MouseButton.LeftButton)
    counter.settle()
    assert not page.error.isVisible()
    assert page.view_model.model.rowCount() == 1


@pytest.mark.parametrize("total", [100_000])
def test_a_hundred_thousand_rows_are_fetched_a_page_at_a_time(counter: Counter, total: int) -> None:
    asked: list[int] = []

    def many(_wanted: RecordFilter, offset: int, limit: int) -> RecordPage:
        asked.append(offset)
        assert limit == PAGE_SIZE
        return page_of(tuple(record(n) for n in range(offset, min(offset + limit, total))), total)

    counter.use(records=many)
    page = shown(counter)
    assert page.view_model.model.rowCount() == total
    counter.settle()
    first = len(asked)
    assert first <= 2
    bar = page.list.verticalScrollBar()
    stops = 12
    for stop in range(1, stops + 1):
        bar.setValue(bar.maximum() * stop // stops)
        page.list.viewport().grab()
        counter.settle()
    assert len(asked) - first <= 2 * stops
    QTest.keyClick(page.list, Qt.Key.Key_End)
    page.list.viewport().grab()
    counter.settle()
    last = page.view_model.model.index(total - 1).data(ROW_ROLE)
    assert last == record(total - 1)
    page.list.viewport().grab()


def test_of_pages_scrolled_past_only_the_last_are_fetched(counter: Counter) -> None:
    asked: list[int] = []

    def many(_wanted: RecordFilter, offset: int, limit: int) -> RecordPage:
        asked.append(offset // limit)
        return page_of(tuple(record(n) for n in range(offset, offset + limit)), 100_000)

    counter.use(records=many)
    view_model = RecordsViewModel(counter.context)
    view_model.start()
    counter.settle()
    asked.clear()
    for page in range(1, 500):
        view_model.model.row_at(page * PAGE_SIZE)
    counter.settle()
    assert asked[0] == 1
    assert sorted(asked[1:]) == [497, 498, 499]


def test_an_answer_to_an_older_search_is_dropped(counter: Counter) -> None:
    def by_text(wanted: RecordFilter, _offset: int, _limit: int) -> RecordPage:
        return page_of((record(1, summary=wanted.text),), 1)

    counter.use(records=by_text)
    view_model = RecordsViewModel(counter.context)
    view_model.start()
    view_model.set_text("金")
    view_model.set_text("金条")
    counter.settle()
    row = view_model.model.row_at(0)
    assert row is not None
    assert row.summary == "金条"


def test_coming_back_keeps_the_place_and_shows_what_is_new(counter: Counter) -> None:
    for _ in range(12):
        counter.submitted()
    page = shown(counter)
    page.list.selectRow(9)
    page.list.verticalScrollBar().setValue(page.list.verticalScrollBar().maximum())
    bar = page.list.verticalScrollBar()
    chosen = page.list.selected_id()
    assert bar.value() > 0
    page.hide()
    counter.deliver()
    page.show()
    page.on_shown()
    page.list.viewport().grab()
    counter.settle()
    assert bar.value() > 0
    assert page.list.selected_id() == chosen
    row = page.view_model.model.row_at(9)
    assert row is not None
    assert row.delivery == "delivered"


@pytest.mark.parametrize("onward", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_from_the_search_on_to_what_was_found_and_into_it(counter: Counter, onward: Qt.Key) -> None:
    wanted = counter.submitted(narrative="门口停着一辆面包车，司机没下来")
    counter.submitted()
    page = shown(counter)
    page.filters.search.setFocus()
    page.filters.search.setText("面包车")
    QTest.keyClick(page.filters.search, onward)
    counter.qtbot.waitUntil(lambda: page.view_model.model.rowCount() == 1)
    counter.settle()
    counter.qtbot.waitUntil(lambda: page.focusWidget() is page.list)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert counter.navigator.went == [("live", {"alert_id": wanted})]
