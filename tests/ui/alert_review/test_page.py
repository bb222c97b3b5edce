"""The review page on real storage: edited in place, saved as typed, sent once, nothing lost when it fails."""

from __future__ import annotations

from typing import NoReturn

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.application.errors import StorageFailed
from desktop.ui.pages.review.page import AlertReviewPage
from redflags import Level
from tests.ui.live_line.counter import ANSWERS, Counter


def shown(counter: Counter, draft_id: str) -> AlertReviewPage:
    page = AlertReviewPage(counter.context)
    counter.show(page, draft_id=draft_id)
    counter.qtbot.waitUntil(lambda: page.complete)
    return page


def send(counter: Counter, page: AlertReviewPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    counter.settle()


def test_a_complete_draft_goes_out_with_ctrl_enter_and_opens_the_live_line(counter: Counter) -> None:
    draft_id = counter.draft()
    alert_id = counter.services.load_draft(draft_id).alert_id
    page = shown(counter, draft_id)
    assert page.footer.saved.text() == "已保存，可以提交"
    send(counter, page)
    assert counter.navigator.went == [("live", {"alert_id": alert_id, "sent": True})]
    assert counter.services.outbox_status().waiting == 1
    assert counter.services.open_drafts() == ()


def test_pressing_send_twice_sends_once(counter: Counter) -> None:
    page = shown(counter, counter.draft())
    QTest.mouseClick(page.footer.send, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.footer.send, Qt.MouseButton.LeftButton)
    page.view_model.submit()
    counter.settle()
    assert [route for route, _ in counter.navigator.went] == ["live"]
    assert counter.services.outbox_status().waiting == 1


def test_what_is_missing_is_said_beside_the_field_and_send_goes_there(counter: Counter) -> None:
    page = shown(counter, counter.draft(narrative="老人", subject_desc=""))
    assert "至少 10 个字" in page.rows["narrative"].problem()
    assert page.rows["subject_desc"].problem()
    assert page.footer.saved.text() == "还有 2 项要填或要改：用一两句话说明、样子"
    send(counter, page)
    assert counter.navigator.went == []
    assert QApplication.focusWidget() in (page.rows["narrative"].text, page.rows["subject_desc"].line.edit)  # type: ignore[union-attr] # a line row has its line
    assert len(counter.services.open_drafts()) == 1


def test_the_footer_names_what_is_missing_and_leads_to_the_first(counter: Counter) -> None:
    page = shown(counter, counter.draft(narrative="老人", subject_desc=""))
    page.footer.send.setFocus()
    page.footer.first.click()
    assert QApplication.focusWidget() is page.rows["narrative"].text


def test_typing_saves_the_draft_and_takes_the_problem_away(counter: Counter) -> None:
    draft_id = counter.draft(narrative="老人")
    page = shown(counter, draft_id)
    text = page.rows["narrative"].text
    assert text is not None
    text.setPlainText("老人一直听电话里的人指挥买金条")
    assert page.footer.saved.text() != "已保存，可以提交"
    counter.qtbot.waitUntil(lambda: page.view_model.saving == "saved")
    counter.settle()
    assert counter.services.load_draft(draft_id).details["narrative"].startswith("老人一直")
    assert counter.services.load_draft(draft_id).answers == ANSWERS
    assert page.rows["narrative"].problem() == ""
    assert page.footer.saved.text() == "已保存，可以提交"


def test_someone_who_left_opens_the_follow_up_fields(counter: Counter) -> None:
    page = shown(counter, counter.draft())
    assert not page.rows["left_at"].isVisible()
    chips = page.rows["person_present"].chips
    assert chips is not None
    QTest.mouseClick(chips.button("left"), Qt.MouseButton.LeftButton)
    assert page.rows["left_at"].isVisible()
    counter.qtbot.waitUntil(lambda: bool(page.rows["left_at"].problem()))
    counter.settle()


def test_seldom_used_fields_open_on_demand(counter: Counter) -> None:
    page = shown(counter, counter.draft())
    assert not page.rows["vehicle_plate"].isVisible()
    QTest.mouseClick(page.cards["intercept"].more, Qt.MouseButton.LeftButton)
    plate = page.rows["vehicle_plate"]
    assert plate.isVisible()
    assert plate.line is not None
    assert QApplication.focusWidget() is plate.line.edit
    plate.line.edit.setText("")
    QTest.keyClicks(plate.line.edit, "FI2345")
    counter.qtbot.waitUntil(lambda: "车牌" in plate.problem())
    counter.settle()


def test_an_amount_is_shown_as_understood_and_an_unclear_weight_blocks(counter: Counter) -> None:
    page = shown(counter, counter.draft())
    amount, weight = page.rows["amount_cny"].line, page.rows["weight_g"].line
    assert amount is not None
    assert weight is not None
    amount.edit.selectAll()
    QTest.keyClicks(amount.edit, "1.5")
    assert amount.note.text() == "¥ 1.50"
    weight.edit.setText("3钱")
    weight.edited.emit("3钱")
    send(counter, page)
    assert counter.navigator.went == []
    assert "钱" in page.rows["weight_g"].problem()


def test_urgent_needs_only_five_things(counter: Counter) -> None:
    page = shown(counter, counter.draft(narrative="快来", subject_desc="", handover_when=""))
    assert len(page.view_model.blocking()) == 3
    QTest.mouseClick(page.side.levels.button("urgent"), Qt.MouseButton.LeftButton)
    assert page.view_model.blocking() == ()
    assert all(done for _, done in page.view_model.fast_path())
    send(counter, page)
    ((route, args),) = counter.navigator.went
    assert route == "live"
    assert counter.services.live_line(str(args["alert_id"])).level == "urgent"


def test_lowering_asks_for_a_reason_and_then_goes_out(counter: Counter) -> None:
    page = shown(counter, counter.draft())
    computed = page.view_model.level.computed
    lower = page.view_model.level.allowed()[0]
    assert lower.rank == computed.rank - 1
    QTest.mouseClick(page.side.levels.button(lower.value), Qt.MouseButton.LeftButton)
    send(counter, page)
    assert counter.navigator.went == []
    assert QApplication.focusWidget() is page.side.reason.edit
    page.side.reason.edit.setText("家人到场")
    page.side.reason.edited.emit("家人到场")
    send(counter, page)
    ((_, args),) = counter.navigator.went
    assert counter.services.live_line(str(args["alert_id"])).level == lower.value


def test_nothing_is_lost_when_storing_fails(counter: Counter) -> None:
    draft_id = counter.draft()
    page = shown(counter, draft_id)

    def full(*_args: object, **_named: object) -> NoReturn:
        raise StorageFailed("full")

    real = counter.services
    counter.use(save_draft=full)
    text = page.rows["narrative"].text
    assert text is not None
    text.setPlainText("老人一直听电话里的人指挥买金条")
    send(counter, page)
    assert "磁盘满了" in page.footer.saved.text()
    assert "未保存" in page.footer.saved.text()
    assert page.footer.send.isEnabled()
    assert text.toPlainText() == "老人一直听电话里的人指挥买金条"
    counter.context.services = real
    send(counter, page)
    assert [route for route, _ in counter.navigator.went] == ["live"]


def test_leaving_the_page_stores_what_was_typed_last(counter: Counter) -> None:
    draft_id = counter.draft()
    page = shown(counter, draft_id)
    line = page.rows["place_detail"].line
    assert line is not None
    QTest.keyClicks(line.edit, "door 2")
    page.on_hidden()
    counter.settle()
    assert counter.services.load_draft(draft_id).details["place_detail"] == "door 2"


def test_coming_back_keeps_the_level_another_draft_has_its_own(counter: Counter) -> None:
    first, second = counter.draft(), counter.draft()
    page = shown(counter, first)
    chosen = [page.view_model.level.level]
    QTest.mouseClick(page.side.levels.button("urgent"), Qt.MouseButton.LeftButton)
    page.on_hidden()
    page.on_shown(draft_id=first)
    counter.settle()
    chosen.append(page.view_model.level.level)
    page.on_shown(draft_id=second)
    counter.settle()
    chosen.append(page.view_model.level.level)
    assert chosen == [Level.ALERT, Level.URGENT, Level.ALERT]


def test_another_language_or_text_size_keeps_the_level_and_its_reason(counter: Counter) -> None:
    draft = counter.draft()
    page = shown(counter, draft)
    page.view_model.choose_level(Level.WATCH)
    page.view_model.give_reason("家人到场，用途清楚")
    anew = AlertReviewPage(counter.context)
    counter.show(anew, **page.arguments())
    chosen = [anew.view_model.level.level]
    assert anew.side.reason.text() == "家人到场，用途清楚"
    assert not anew.view_model.level.reason_missing
    anew.on_shown(draft_id=counter.draft())
    counter.settle()
    chosen.append(anew.view_model.level.level)
    assert chosen == [Level.WATCH, Level.ALERT]


def test_what_is_filled_in_beside_the_questions_is_gone_back_to(counter: Counter) -> None:
    draft_id = counter.draft()
    draft = counter.services.load_draft(draft_id)
    counter.services.save_draft(draft_id, draft.answers, {"amount_cny": 260_000}, draft.ctx, draft.details)
    page = shown(counter, draft_id)
    assert page.other.isVisible()
    page.other.retried.emit()
    route, args = counter.navigator.went[-1]
    assert (route, args) == ("checklist", {"draft_id": draft_id, "fact": "item_kind"})
