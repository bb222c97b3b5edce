"""Correcting, taking back, and what the station refused, on real storage and a station that is told what to say."""

from __future__ import annotations

import json
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.errors import StationRefused
from desktop.application.read_models import LiveLine
from desktop.domain.alert.filler import WORDS
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.widgets.live_line.say_bar import CORRECT, FACT, WITHDRAW
from tests.ui.live_line.counter import Counter

NO = StationRefused("invalid-supplement", 422, "Wrong.", "「车牌」写得不完整。")


def shown(counter: Counter, alert_id: str) -> LiveLinePage:
    """The page with one alert."""
    page = LiveLinePage(counter.context)
    counter.show(page, alert_id=alert_id)
    return page


def last_letter(counter: Counter) -> dict[str, object]:
    """What the station was sent last."""
    said: dict[str, object] = json.loads(counter.profile.station.put[-1][2])
    return said


def line_of(counter: Counter, alert_id: str) -> LiveLine:
    """What is known of the alert."""
    return counter.services.live_line(alert_id)


def say(page: LiveLinePage, counter: Counter, kind: str, text: str) -> None:
    """Choose what to do, type, Enter: by keyboard."""
    page.say.show_kind(kind)
    page.say.edit.setText(text)
    QTest.keyClick(page.say.edit, Qt.Key.Key_Return)
    counter.settle()


def test_a_correction_names_the_line_that_was_wrong_and_the_police_get_both(counter: Counter) -> None:
    alert_id = counter.submitted()
    page = shown(counter, alert_id)
    say(page, counter, FACT, "往北走了")
    page.say.show_kind(CORRECT)
    assert [page.say.target.itemData(row) for row in range(page.say.target.count())] == [1, 0]
    assert "往北走了" in page.say.target.itemText(0)
    say(page, counter, CORRECT, "是往南走了")
    counter.deliver()
    said = last_letter(counter)
    assert (said["kind"], said["corrects"], said["text"]) == ("correction", 1, "是往南走了")
    assert said["member_signature"]
    assert page.say.kinds.value() == FACT
    assert page.say.edit.text() == ""


def test_a_withdrawal_can_be_thought_over_and_then_goes(counter: Counter) -> None:
    alert_id = counter.submitted()
    page = shown(counter, alert_id)
    say(page, counter, WITHDRAW, "弄错了人")
    assert counter.navigator.said == ["马上撤回这一条"]
    assert counter.navigator.undo is not None
    counter.navigator.undo()
    assert (page.say.kinds.value(), page.say.edit.text()) == (WITHDRAW, "弄错了人")
    assert line_of(counter, alert_id).timeline[-1].kind != "withdrawal"
    say(page, counter, WITHDRAW, "弄错了人")
    assert counter.navigator.settled is not None
    counter.navigator.settled()
    counter.settle()
    counter.deliver()
    assert (last_letter(counter)["kind"], last_letter(counter)["text"]) == ("withdrawal", "弄错了人")
    counter.qtbot.waitUntil(page.say.kinds.isHidden)
    assert any("撤回" in text for text in page.timeline.texts())


def test_escape_leaves_the_withdrawal_alone(counter: Counter) -> None:
    page = shown(counter, counter.submitted())
    page.say.show_kind(WITHDRAW)
    assert not page.say.hint.isHidden()
    QTest.keyClick(page.say, Qt.Key.Key_Escape)
    assert page.say.kinds.value() == FACT
    assert page.say.hint.isHidden()


def refused_line(counter: Counter) -> str:
    """A delivered alert with a first line refused and a second that went on by itself."""
    alert_id = counter.submitted()
    counter.deliver()
    counter.services.add_fact(alert_id, counter.context.session, "车牌 沪A")
    counter.services.add_fact(alert_id, counter.context.session, "人还在门口")
    counter.profile.station.failures = [NO]
    counter.deliver()
    assert last_letter(counter)["text"] == "人还在门口"
    return alert_id


def test_a_refused_line_says_which_and_why_and_goes_again_put_right(counter: Counter) -> None:
    alert_id = refused_line(counter)
    page = shown(counter, alert_id)
    (card,) = page.refused.cards.values()
    assert "车牌 沪A" in card.quote.text()
    assert card.why.text() == "「车牌」写得不完整。"
    assert any("车牌 沪A" in text and "没有被接收" in text for text in page.timeline.texts())
    card.edit.setText("车牌 沪A12345")
    QTest.keyClick(card.edit, Qt.Key.Key_Return)
    counter.qtbot.waitUntil(lambda: not page.refused.cards)
    counter.deliver()
    said = last_letter(counter)
    assert (said["kind"], said["corrects"], said["text"]) == ("correction", 1, "车牌 沪A12345")
    assert counter.services.outbox_status().refused == 0


def test_a_refused_line_can_be_left_unsent(counter: Counter) -> None:
    alert_id = refused_line(counter)
    page = shown(counter, alert_id)
    (card,) = page.refused.cards.values()
    card.drop.click()
    assert not page.refused.cards
    assert counter.navigator.undo is not None
    counter.navigator.undo()
    assert list(page.refused.cards) == [1]
    page.refused.cards[1].drop.click()
    assert counter.navigator.settled is not None
    counter.navigator.settled()
    counter.settle()
    assert line_of(counter, alert_id).refused_lines == ()
    texts = [json.loads(body).get("text") for _id, n, body in counter.profile.station.put if n == 1]
    assert texts == ["车牌 沪A", WORDS]
    assert counter.services.outbox_status().refused == 0


def test_a_refused_alert_is_put_right_as_a_new_one_and_leads_to_it(counter: Counter) -> None:
    alert_id = counter.submitted(urgent=True)
    counter.profile.station.failures = [StationRefused("invalid-alert", 422, "Wrong.", "「情况说明」太短。")]
    counter.deliver()
    page = shown(counter, alert_id)
    assert "「情况说明」太短。" in page.refused.whole.next_step.text()
    assert page.readout.isVisible()
    assert page.say.isHidden()
    page.refused.whole.retry.click()
    counter.settle()
    (route, args) = counter.navigator.went[-1]
    assert route == "review"
    counter.clock.advance(timedelta(minutes=1).total_seconds())
    # Until the new one is submitted nobody was told anything: the text to read out stays.
    assert line_of(counter, alert_id).call_110
    new_id = counter.services.submit_alert(str(args["draft_id"]), counter.context.session).value
    page.view_model.refresh()
    counter.settle()
    assert page.clock.truth.text() == "没有被接收，已改好重新上报，请看新的一条"
    assert not page.readout.isVisible()
    page.refused.whole.retry.click()
    assert counter.navigator.went[-1] == ("live", {"alert_id": new_id})
