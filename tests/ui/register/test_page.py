"""The register's page on a real profile: writing by keyboard, adding up, the task, undo, and what goes wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.application.changes import Outcome
from desktop.application.errors import StorageFailed
from desktop.application.register_models import EntryForm, Note, RegisterPage
from desktop.application.session import Session
from desktop.ui.pages.register.page import RegisterPage as Screen
from desktop.ui.pages.register.sections import AT_ONCE
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from tests.test_house_rules import FORBIDDEN
from tests.ui.live_line.counter import Counter, words_on
from tests.ui.pages.register import RegisterScreen, sold


def shown(counter: Counter, **args: object) -> Screen:
    return RegisterScreen(counter, **args).page


def test_an_entry_is_written_by_keyboard_alone(counter: Counter) -> None:
    screen = RegisterScreen(counter)
    page = screen.page
    assert page.sections.empty is not None
    assert page.form.isHidden()
    screen.open_form()
    assert page.form.lines["amount"].edit.hasFocus()
    screen.fill(amount="6.5万", cash="65000", phone="138 0013 8000", name="王芳")
    QTest.keyClick(page.form.lines["mark"].edit, Qt.Key.Key_Return)
    counter.settle()
    assert page.form.isHidden()
    assert page.write.hasFocus()
    assert screen.shown_in("amount") == ""
    assert counter.navigator.said == ["已登记"]
    assert screen.person().heading.text() == "王* · 138****8000"
    assert screen.person().cash.text() == "现金合计 ¥ 65,000"
    assert not screen.tasks()
    assert screen.figure("cash") == "¥ 6.5 万"


def test_the_second_sale_of_the_day_brings_the_task_with_its_last_day(counter: Counter) -> None:
    sold(counter, "6万", "6万")
    screen = RegisterScreen(counter)
    QTest.mouseClick(screen.person().more, Qt.MouseButton.LeftButton)
    assert screen.shown_in("phone") == "13800138000"
    screen.fill(amount="4万", cash="4万")
    screen.write()
    (task,) = screen.tasks()
    assert task.pill.accessibleName() == "还有 7 天"
    assert "报送期限 11月24日（周二）" in task.lines[0].text()
    assert task.lines[1].text() == "身份资料还缺：姓名、证件号码"
    screen.tick_off()
    (task,) = screen.tasks()
    assert task.pill.accessibleName() == "已报送"
    assert task.lines[-1].text().startswith("林秋月 于 今天")
    assert screen.figure("tasks") == "0"
    screen.tick_off()
    assert screen.figure("tasks") == "1"


def test_a_wrong_entry_is_made_void_and_brought_back(counter: Counter) -> None:
    sold(counter, "10万", "10万")
    page = shown(counter)
    assert len(page.sections.tasks) == 1
    QTest.mouseClick(page.sections.people[0].entries[0].button, Qt.MouseButton.LeftButton)
    counter.settle()
    assert not page.sections.tasks
    assert not page.sections.people
    QTest.mouseClick(page.sections.void[0].button, Qt.MouseButton.LeftButton)
    counter.settle()
    assert len(page.sections.tasks) == 1
    assert counter.navigator.said == ["已作废这一笔", "已恢复这一笔"]


def test_an_entry_stays_a_sale_or_a_buy_back_whatever_is_pressed(counter: Counter) -> None:
    page = shown(counter, entry={"amount": "5万", "direction": "buyback"})
    QTest.mouseClick(page.form.direction.button("buyback"), Qt.MouseButton.LeftButton)
    assert page.form.direction.values() == ("buyback",)
    QTest.mouseClick(page.form.direction.button("sell"), Qt.MouseButton.LeftButton)
    assert page.form.direction.values() == ("sell",)
    QTest.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    counter.settle()
    assert page.sections.people[0].heading.text() == "没有留下标识的客人"


def test_nothing_is_said_to_be_done_that_was_not_written(counter: Counter) -> None:
    def full(sale_ids: tuple[str, ...], note: Note, session: Session) -> Outcome[None]:
        raise StorageFailed("full")

    sold(counter, "10万", "10万")
    real = counter.services.register
    counter.use(register=replace(real, note=full))
    page = shown(counter)
    QTest.mouseClick(page.sections.tasks[0].button, Qt.MouseButton.LeftButton)
    counter.settle()
    assert counter.navigator.said == []
    assert "没有改成，还是原来的样子" in page.error.accessibleName()
    assert page.sections.tasks[0].task.done_at is None
    counter.use(register=real)
    QTest.mouseClick(page.sections.tasks[0].button, Qt.MouseButton.LeftButton)
    counter.settle()
    assert counter.navigator.said == ["已记为报送"]
    assert not page.error.isVisible()


def test_a_busy_day_shows_the_most_cash_first_and_the_others_on_request(counter: Counter) -> None:
    for number in range(AT_ONCE + 3):
        sold(counter, "9000", str(5000 + number), phone=f"1380013{number:04d}")
    page = shown(counter)
    assert len(page.sections.people) == AT_ONCE
    assert page.sections.people[0].cash.text() == "现金合计 ¥ 5,017"
    more = page.sections.more
    assert more is not None
    assert more.text() == "再看 3 位客人"
    more.click()
    assert len(page.sections.people) == AT_ONCE + 3
    assert page.sections.more is None
    assert page.sections.people[AT_ONCE].more.hasFocus()
    assert page.sections.figures["cash"].figure.text() == "¥ 9 万"


@pytest.mark.parametrize("text", ["", "一万多", "三", "\u202e5", "😀" * 50, "9" * 10_000, "-5", "1e9", "5\t6\n7元钱"])
def test_what_cannot_be_read_is_said_beside_the_field_and_nothing_is_lost(counter: Counter, text: str) -> None:
    page = shown(counter, entry={"amount": text, "cash": "7万", "phone": "12"})
    stood = page.form.typed()
    QTest.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    counter.settle()
    assert page.form.isVisible()
    assert page.form.typed() == stood
    assert page.form.lines["amount"].note.isVisible()
    assert page.form.lines["phone"].note.text() == "手机号不对，请写 11 位号码。"
    assert page.form.lines["amount"].edit.hasFocus()


def test_a_full_disk_keeps_what_was_typed_and_says_so(counter: Counter) -> None:
    def full(form: EntryForm, session: Session) -> Outcome[str]:
        raise StorageFailed("full")

    counter.use(register=replace(counter.services.register, record=full))
    page = shown(counter, entry={"amount": "5万"})
    QTest.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    counter.settle()
    assert page.error.isVisible()
    assert "没有记下，填的内容还在" in page.error.accessibleName()
    assert page.form.typed()["amount"] == "5万"
    counter.use(register=counter.services.register)
    QTest.mouseClick(page.form.save, Qt.MouseButton.LeftButton)
    counter.settle()
    assert not page.error.isVisible()
    assert len(page.sections.people) == 1


def test_what_cannot_be_read_from_disk_can_be_tried_again(counter: Counter) -> None:
    real = counter.services.register

    def broken() -> RegisterPage:
        raise StorageFailed("io")

    counter.use(register=replace(real, page=broken))
    page = shown(counter)
    assert "登记没有读出来" in page.error.accessibleName()
    # What could not be read is neither called empty nor taken out.
    assert not page.price.card.isVisible()
    assert not page.paper.list.menu.isVisible()
    counter.use(register=real)
    QTest.mouseClick(page.error.retry, Qt.MouseButton.LeftButton)
    counter.settle()
    assert not page.error.isVisible()
    assert page.sections.isVisible()
    assert page.price.card.isVisible()
    assert page.paper.list.menu.isVisible()


def test_escape_closes_the_form_and_a_rebuilt_page_still_has_it(counter: Counter) -> None:
    page = shown(counter, entry={"amount": "5万", "direction": "buyback"})
    again = shown(counter, **(page.arguments() or {}))
    assert again.form.typed() == page.form.typed()
    QTest.keyClick(again.form.lines["amount"].edit, Qt.Key.Key_Escape)
    assert again.form.isHidden()
    assert again.arguments() == {}
    QTest.mouseClick(again.write, Qt.MouseButton.LeftButton)
    assert again.form.typed()["amount"] == "5万"


def test_nobody_signed_in_reads_but_does_not_write(counter: Counter) -> None:
    sold(counter, "10万", "10万")
    counter.context.session = None
    page = shown(counter, entry={"amount": "5万"})
    assert not page.write.isEnabled()
    assert page.form.isHidden()
    assert not page.sections.tasks[0].button.isEnabled()


def test_nothing_gives_the_clerk_away_and_no_number_is_whole(counter: Counter) -> None:
    sold(counter, "10万", "10万", name="王芳", id_no="11010519491231002X", phone="13800138000")
    page = shown(counter)
    words = words_on(page)
    assert not [text for text in words if any(word in text.lower() for word in FORBIDDEN)]
    assert not [text for text in words if "王芳" in text or "13800138000" in text or "11010519491231002X" in text]


def test_english_is_whole_and_every_size_fits(counter: Counter) -> None:
    sold(counter, "10万", "10万", name="Wang")
    sold(counter, "3万")
    try:
        for code in ("zh", "en"):
            language().apply(code)
            for percent, height in ((100, 700), (150, 832)):
                theme().apply("dark", percent)
                page = shown(counter, entry={})
                assert page.minimumSizeHint().height() <= height
                assert page.minimumSizeHint().width() <= 1024 - theme().px(66)
        page = shown(counter, entry={})
        labels = [label.text().replace("林秋月", "") for label in page.findChildren(QLabel)]
        assert not [text for text in labels if any("\u4e00" <= char <= "\u9fff" for char in text)]
    finally:
        language().apply("zh")
        theme().apply("light", 100)
