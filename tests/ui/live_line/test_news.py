"""What the police say now is seen now, and what they no longer want is not asked for."""

from __future__ import annotations

from desktop.ui.pages.live_line.page import LiveLinePage
from tests.ui.live_line.counter import Counter


def low(counter: Counter, alert_id: str) -> LiveLinePage:
    """A page with so little height that it scrolls."""
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=alert_id)
    page.resize(1068, 520)
    return page


def test_a_new_instruction_is_brought_into_sight_and_counts_as_seen_only_there(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.deliver()
    page = low(counter, alert_id)
    bar = page.area.verticalScrollBar()
    counter.qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(bar.maximum())
    counter.instruct(alert_id, "请继续稳住顾客")
    counter.qtbot.waitUntil(page.instructions.on_screen)
    words = page.instructions.cards["i1"].words
    assert words.visibleRegion().boundingRect().size() == words.size()
    counter.qtbot.waitUntil(lambda: counter.services.live_line(alert_id).instructions[0].seen_at is not None)
    counter.settle()


def test_half_a_line_at_the_edge_is_not_read(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.deliver()
    counter.instruct(alert_id, "请继续稳住顾客")
    page = low(counter, alert_id)
    words, bar = page.instructions.cards["i1"].words, page.area.verticalScrollBar()
    counter.qtbot.waitUntil(lambda: bar.maximum() > 200)
    middle = words.mapTo(page.area.canvas, words.rect().center()).y()
    bar.setValue(middle - words.height())
    assert page.instructions.on_screen()
    bar.setValue(middle)
    assert not words.visibleRegion().isEmpty()
    assert not page.instructions.on_screen()


def test_another_alert_opens_at_its_clock(counter: Counter) -> None:
    first, second = counter.submitted(), counter.submitted()
    counter.deliver()
    counter.instruct(first, "请继续稳住顾客", name="i1")
    counter.instruct(second, "不要交货", name="i2")
    page = low(counter, first)
    page.on_shown(alert_id=second)
    counter.settle()
    counter.qtbot.waitUntil(lambda: "i2" in page.instructions.cards)
    assert page.area.verticalScrollBar().value() == 0


def test_after_the_conclusion_nothing_is_asked_any_more(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.deliver()
    counter.instruct(alert_id, "请先拖住")
    page = low(counter, alert_id)
    overview = counter.services.counter_overview(None)
    assert overview.latest_instruction_alert == alert_id
    counter.police(alert_id, "valid", "您的线索有效，谢谢您的细心。")
    counter.settle()
    card = page.instructions.cards["i1"]
    assert card.words.text() == "请先拖住"
    assert not card.buttons
    assert page.clock.note.text() == "您的线索有效，谢谢您的细心。"
    assert counter.services.counter_overview(None).latest_instruction is None


def test_what_has_arrived_is_not_said_to_be_on_its_way(counter: Counter) -> None:
    alert_id = counter.submitted(urgent=True)
    page = low(counter, alert_id)
    counter.clock.advance(20)
    page.on_tick()
    assert "继续自动送" in page.clock.note.text()
    counter.deliver()
    counter.clock.advance(61)
    page.view_model.refresh()
    counter.settle()
    assert page.readout.isVisible()
    assert page.clock.note.text() == "打电话时照着下面念；值班台看到了，这里马上会说。"
