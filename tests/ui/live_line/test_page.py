"""The live line on real storage: what the clerk sees is what is stored, and what they press is stored at once."""

from __future__ import annotations

from typing import NoReturn

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.changes import Kind
from desktop.application.errors import StorageFailed
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.widgets.button import Button
from tests.ui.live_line.counter import Counter
from tests.ui.pages.live_line import LiveLineScreen


def shown(counter: Counter, alert_id: str) -> LiveLinePage:
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=alert_id)
    return page


def test_not_delivered_says_so_and_gives_the_text_to_read_out(counter: Counter) -> None:
    counter.profile.connectivity.silent()
    screen = LiveLineScreen(counter, counter.submitted(urgent=True))
    assert screen.truth() == "没有网络，警方还没有收到，请拨 110"
    assert "中心街" in screen.read_out()
    assert "还在" in screen.read_out()


def test_delivered_then_seen_takes_the_read_out_text_away(counter: Counter) -> None:
    alert_id = counter.submitted(urgent=True)
    page = shown(counter, alert_id)
    counter.deliver()
    counter.clock.advance(61)
    counter.tell(Kind.CASES)
    counter.settle()
    assert page.readout.isVisible()
    counter.police(alert_id, "assigned")
    counter.settle()
    assert not page.readout.isVisible()
    assert "值班台已看到" in page.clock.truth.text()
    counter.police(alert_id, "dispatched", "两名民警已出发")
    counter.settle()
    assert page.clock.truth.text() == "民警正在赶来"
    assert any("两名民警已出发" in text for text in page.timeline.texts())


def test_an_instruction_is_shown_large_and_answered_with_one_tap(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.deliver()
    counter.instruct(alert_id, "请继续稳住顾客")
    screen = LiveLineScreen(counter, alert_id)
    card = screen.instruction("i1")
    assert card.words.text() == "请继续稳住顾客"
    assert card.words.property("role") == "title"
    assert list(card.buttons) == ["stalled", "left", "handed_over"]
    screen.reply("i1", "stalled")
    assert screen.page.view_model.instructions()[0].replied == "stalled"
    assert counter.services.outbox_status().waiting == 1
    assert any("未送达" in text for text in screen.history())


def test_instructions_count_as_seen_only_when_the_page_is_visible(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.deliver()
    page = LiveLinePage(counter.context)
    counter.qtbot.addWidget(page)
    counter.instruct(alert_id, "请继续稳住顾客")
    page.on_shown(alert_id=alert_id)
    counter.settle()
    assert counter.services.live_line(alert_id).instructions[0].seen_at is None
    page.resize(1068, 832)
    page.show()
    counter.qtbot.waitUntil(lambda: counter.services.live_line(alert_id).instructions[0].seen_at is not None)
    counter.settle()


def test_a_supplement_is_stored_and_the_line_emptied(counter: Counter) -> None:
    alert_id = counter.submitted()
    page = shown(counter, alert_id)
    QTest.keyClicks(page.say.edit, "white van outside")
    QTest.keyClick(page.say.edit, Qt.Key.Key_Return)
    counter.settle()
    assert page.say.edit.text() == ""
    assert any("white van outside" in item.text for item in counter.services.live_line(alert_id).timeline)


def test_what_could_not_be_stored_stays_in_the_line(counter: Counter) -> None:
    screen = LiveLineScreen(counter, counter.submitted())

    def full(*_args: object, **_named: object) -> NoReturn:
        raise StorageFailed("full")

    counter.use(add_fact=full)
    screen.type("白色面包车")
    screen.send()
    assert screen.typed() == "白色面包车"
    assert "磁盘满了" in screen.problem()
    assert screen.page.say.send.isEnabled()


def test_an_answer_being_typed_survives_a_new_instruction(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.instruct(alert_id, "车牌看得到吗", question=True, name="q1")
    page = shown(counter, alert_id)
    answer = page.instructions.cards["q1"].answer
    assert answer is not None
    answer.setText("闽F1")
    counter.clock.advance(5)
    counter.instruct(alert_id, "不要交货", name="i2")
    counter.settle()
    again = page.instructions.cards["q1"].answer
    assert list(page.instructions.cards) == ["i2", "q1"]
    assert again is not None
    assert again.text() == "闽F1"
    QTest.keyClick(again, Qt.Key.Key_Return)
    counter.settle()
    assert [row.replied for row in page.view_model.instructions()].count(None) == 1


def test_a_record_that_is_not_there_is_said_in_words(counter: Counter) -> None:
    page = shown(counter, "01940000-0000-7000-8000-00000000dead")
    assert page.error.isVisible()
    assert "找不到" in page.error.accessibleName()
    assert not page.slip.menu.isVisible()
    page.on_shown(alert_id=counter.submitted())
    counter.settle()
    assert page.slip.menu.isVisible()


def test_changes_while_reading_cause_one_more_reading(counter: Counter) -> None:
    alert_id = counter.submitted()
    reads: list[str] = []
    real = counter.services.live_line

    def counted(wanted: str) -> object:
        reads.append(wanted)
        return real(wanted)

    counter.use(live_line=counted)
    page = LiveLinePage(counter.context)
    counter.qtbot.addWidget(page)
    page.on_shown(alert_id=alert_id)
    for _ in range(5):
        page.on_changed(frozenset({Kind.CASES}))
    counter.settle()
    assert len(reads) == 2


def test_back_from_a_fresh_alert_leads_home_and_from_a_record_to_where_one_came_from(counter: Counter) -> None:
    alert_id = counter.submitted()
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=alert_id, sent=True)
    back = next(button for button in page.header.findChildren(Button) if button.accessibleName() == "返回")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    page.on_shown(alert_id=alert_id)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    counter.settle()
    assert [route for route, _ in counter.navigator.went] == ["counter", "back"]


def test_another_alert_never_shows_the_first_ones_words(counter: Counter) -> None:
    first, second = counter.submitted(), counter.submitted()
    counter.instruct(first, "只给第一条的指示")
    page = shown(counter, first)
    page.say.edit.setText("写给第一条")
    page.on_shown(alert_id=second)
    assert page.say.edit.text() == ""
    assert not page.instructions.isVisible()
    counter.settle()
    assert page.instructions.cards == {}


def test_nothing_more_is_awaited_once_there_is_a_result(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.deliver()
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=alert_id)
    assert page.quiet.isVisible()
    counter.police(alert_id, "acknowledged")
    counter.police(alert_id, "valid", "核实")
    counter.qtbot.waitUntil(lambda: not page.quiet.isVisible())
