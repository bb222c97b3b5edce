"""The bulletins page: newest first, filters, reading in large type, and when something counts as read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.bulletin_models import BulletinRow, BulletinShelf
from desktop.application.changes import Kind
from desktop.application.errors import StorageFailed
from desktop.ui.pages.bulletins.page import AT_ONCE
from desktop.ui.runtime.theme import theme
from tests.ui.bulletins.notices import LONG, send
from tests.ui.live_line.counter import Counter
from tests.ui.pages.bulletins import BulletinsScreen


def three(counter: Counter) -> BulletinsScreen:
    send(counter, "b1", "给大家", trade="", area="莲峰镇")
    send(counter, "b2", "给金店", area="文亨镇")
    send(counter, "b3", "金条回收", area="莲峰镇", text=LONG)
    return BulletinsScreen(counter)


def test_the_newest_is_open_in_large_type(counter: Counter) -> None:
    screen = three(counter)
    assert screen.titles() == ["金条回收", "给金店", "给大家"]
    reader = screen.page.reader
    assert reader.text.text() == LONG
    assert reader.text.property("role") == "lead"
    assert reader.whom.text().startswith("金店 · 莲峰镇")
    assert screen.page.buttons["b3"].hasFocus()


def test_what_stays_on_the_screen_is_read_and_the_receipt_waits(counter: Counter) -> None:
    screen = three(counter)
    assert screen.unread() == {"b1", "b2", "b3"}
    screen.stay()
    assert screen.unread() == {"b1", "b2"}
    assert "看过" in screen.page.reader.state.label.text()
    with counter.profile.storage.begin() as work:
        assert [(one.seq, one.member_id) for one in work.feed.read_receipts()] == [(3, "mem_1")]
    counter.qtbot.waitUntil(screen.page.buttons["b3"].hasFocus, timeout=5_000)


def test_passing_over_a_notice_is_not_reading_it(counter: Counter) -> None:
    screen = three(counter)
    for _second in range(3):
        screen.page.on_tick()
        QTest.keyClick(screen.page, Qt.Key.Key_Down)
    assert screen.page.model.open_id == "b1"
    counter.settle()
    assert screen.unread() == {"b1", "b2", "b3"}


def test_behind_the_calculator_nothing_is_read(counter: Counter) -> None:
    screen = three(counter)
    screen.page.on_tick()
    screen.page.hide()
    screen.stay()
    assert screen.unread() == {"b1", "b2", "b3"}


def test_arrows_open_one_after_the_other_and_stop_at_the_ends(counter: Counter) -> None:
    screen = three(counter)
    for expected in ("b2", "b1", "b1"):
        QTest.keyClick(screen.page, Qt.Key.Key_Down)
        assert screen.page.model.open_id == expected
    for expected in ("b2", "b3", "b3"):
        QTest.keyClick(screen.page, Qt.Key.Key_Up)
        assert screen.page.model.open_id == expected


def test_filters_and_search(counter: Counter) -> None:
    screen = three(counter)
    filters = screen.page.filters
    filters._on_tab("trade")
    assert screen.titles() == ["金条回收", "给金店"]
    assert filters.chips is not None
    filters.chips.button("莲峰镇").click()
    assert screen.titles() == ["金条回收"]
    screen.search("没有这个词")
    assert screen.titles() == []
    assert screen.page.empty.title.text() == "没有这样的通报"
    screen.page.empty.acted.emit()
    assert len(screen.titles()) == 3
    screen.search("整根 金条")
    assert screen.titles() == ["金条回收"]


def test_the_open_notice_stays_in_the_unread_list_while_it_is_read(counter: Counter) -> None:
    screen = three(counter)
    screen.page.filters._on_tab("unread")
    screen.stay()
    assert screen.titles() == ["金条回收", "给金店", "给大家"]
    screen.page.buttons["b2"].click()
    assert screen.titles() == ["给金店", "给大家"]


def test_a_named_notice_is_opened(counter: Counter) -> None:
    three(counter)
    screen = BulletinsScreen(counter, bulletin_id="b1")
    assert screen.open_title() == "给大家"
    assert screen.page.arguments() == {"bulletin_id": "b1"}


def test_one_that_comes_while_reading_leaves_the_open_one_open(counter: Counter) -> None:
    screen = three(counter)
    screen.page.buttons["b2"].click()
    send(counter, "b4", "刚到的")
    counter.settle()
    assert screen.titles()[0] == "刚到的"
    assert screen.open_title() == "给金店"


def test_nothing_yet_and_nothing_readable(counter: Counter) -> None:
    screen = BulletinsScreen(counter)
    assert screen.page.empty.title.text() == "还没有通报"

    def broken() -> BulletinShelf:
        raise StorageFailed("io")

    real = counter.services.bulletins
    counter.use(bulletins=replace(real, shelf=broken))
    other = BulletinsScreen(counter)
    assert other.page.error.isVisible()
    assert not other.page.empty.isVisible()
    counter.use(bulletins=real)
    send(counter, "b1")
    other.page.error.retried.emit()
    counter.settle()
    assert not other.page.error.isVisible()
    assert other.titles() == ["题目 b1"]


def test_without_network_it_says_so_and_reading_goes_on(counter: Counter) -> None:
    screen = three(counter)
    counter.profile.connectivity.silent()
    screen.stay()
    assert "没有网络" in screen.page.header.subtitle.text()
    assert screen.unread() == {"b1", "b2"}


def test_one_under_the_other_where_it_is_narrow(counter: Counter) -> None:
    screen = three(counter)
    theme().apply("dark", 150)
    page = BulletinsScreen(counter).page
    page.resize(780, 700)
    counter.tell(Kind.BULLETINS)
    counter.settle()
    assert page.reader.y() > page.list.y()
    theme().apply("light", 100)
    assert screen.page.reader.y() == screen.page.list.y()


def test_years_of_notices_come_in_parts_and_the_arrow_goes_on(counter: Counter) -> None:
    at = counter.clock.now()
    rows = tuple(
        BulletinRow(f"b{n}", f"通报 {n}", "正文", "", "", at - timedelta(hours=n), at) for n in range(AT_ONCE + 2)
    )
    counter.use(bulletins=replace(counter.services.bulletins, shelf=lambda: BulletinShelf(rows)))
    screen = BulletinsScreen(counter)
    page = screen.page
    assert len(page.buttons) == AT_ONCE
    assert page.more is not None
    assert page.more.text() == "更早的通报：2"
    page.buttons[f"b{AT_ONCE - 1}"].setFocus()
    QTest.keyClick(page, Qt.Key.Key_Down)
    assert len(page.buttons) == len(rows)
    assert page.model.open_id == f"b{AT_ONCE}"
    counter.qtbot.waitUntil(page.buttons[f"b{AT_ONCE}"].hasFocus)
    assert len(BulletinsScreen(counter, bulletin_id=f"b{AT_ONCE + 1}").page.buttons) == len(rows)
