"""The depot's aids on a real encrypted profile: the number, the recipient's senders, the duties, the scales."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.courier.duties import DUTY_OUTCOMES
from tests.ui.live_line.counter import Counter
from tests.ui.pages.courier import CourierScreen

NUMBER = "SF1234567890123"
RECIPIENT = "13912345678"


def earlier(depot: Counter, sender: str, days: int = 0) -> None:
    """Another sender's parcel to the same recipient, so many days ago."""
    depot.clock.advance(-days * 86_400)
    draft = depot.services.start_draft("courier_acceptance", "mem_2").value
    details = {"recipient_phone": RECIPIENT, "subject_phone": sender, "waybill_no": f"YT{sender}00"}
    depot.services.save_draft(draft.draft_id, {}, {}, {}, details)
    depot.services.close_draft(draft.draft_id, None, "released", "放心")
    depot.clock.advance(days * 86_400)


def test_a_scanned_number_begins_the_draft_and_says_whose_it_may_be(depot: Counter) -> None:
    screen = CourierScreen(depot, setting="courier_acceptance", waybill="sf1234567890123")
    screen.looked_up()
    assert screen.parcel.lines["waybill_no"].note.text() == "看单号是顺丰"
    assert {"waybill_no": NUMBER, "courier_code": "SF"}.items() <= screen.kept().items()
    assert depot.navigator.said == ["运单号已填入"]


def test_an_unsure_carrier_is_said_and_not_filled_in(depot: Counter) -> None:
    screen = CourierScreen(depot)
    screen.type("waybill_no", "75123456789012")
    screen.looked_up()
    assert screen.parcel.lines["waybill_no"].note.text() == "可能是中通，请看面单"
    assert "courier_code" not in screen.kept()
    screen.type("waybill_no", "431234567890123")
    screen.looked_up()
    assert screen.parcel.lines["waybill_no"].note.text() == "申通、韵达都用这种单号，请看面单"


def test_a_number_seen_before_is_warned_of_and_another_scan_can_be_undone(depot: Counter) -> None:
    first = CourierScreen(depot)
    assert first.page.courier.take_waybill(NUMBER)
    first.looked_up()
    assert "已经登过" not in first.parcel.lines["waybill_no"].note.text()
    first.kept()
    second = CourierScreen(depot, setting="courier_inquiry", waybill=NUMBER)
    second.looked_up()
    note = second.parcel.lines["waybill_no"].note
    assert "已经登过这个单号，请核对。" in note.text()
    assert note.property("tone") == "warn"
    second.page.courier.take_waybill("YT1234567890123")
    assert depot.navigator.said[-1] == "已换成刚扫的运单号"


OTHER = "YT1234567890123"


def _replaced(depot: Counter) -> CourierScreen:
    screen = CourierScreen(depot, setting="courier_inquiry", waybill=NUMBER)
    screen.looked_up()
    screen.page.courier.take_waybill(OTHER)
    assert depot.navigator.undo is not None
    return screen


def test_a_replaced_number_is_put_back_into_its_own_parcel(depot: Counter) -> None:
    screen = _replaced(depot)
    assert depot.navigator.undo is not None
    depot.navigator.undo()
    assert screen.kept()["waybill_no"] == NUMBER


def test_the_undo_leaves_another_parcel_alone_and_leads_to_its_own(depot: Counter) -> None:
    screen = _replaced(depot)
    undo, first = depot.navigator.undo, screen.kept()
    assert undo is not None
    assert first["waybill_no"] == OTHER
    draft = screen.page.model.draft
    assert draft is not None
    screen.page.on_shown(setting="courier_inquiry", waybill="JT1234567890123")
    screen.settle()
    screen.looked_up()
    undo()
    assert screen.kept()["waybill_no"] == "JT1234567890123"
    assert depot.navigator.went[-1] == ("checklist", {"draft_id": draft.draft_id, "waybill": NUMBER})


def test_several_senders_to_one_recipient_are_counted_and_offered(depot: Counter) -> None:
    earlier(depot, "13800000001", days=3)
    earlier(depot, "13800000002", days=1)
    earlier(depot, "13800000009", days=8)
    screen = CourierScreen(depot)
    screen.type("recipient_phone", RECIPIENT)
    screen.type("subject_phone", "13800000003")
    screen.looked_up()
    assert screen.parcel.seen.text() == "近 7 天同一收件人另有 2 件（11月16日、11月14日），连这一件共 3 个寄件人。"
    assert screen.page.model.tx["recipient_seen_senders_7d"] == 3
    assert screen.parcel.agree.isVisible()
    # Nothing is answered for the clerk; pressing the offer answers the matching question and no other.
    assert screen.page.model.answers == {}
    screen.parcel.agree.click()
    assert screen.saved_answers() == {"c-same-recipient": "yes"}
    assert RECIPIENT not in screen.parcel.seen.text()


def test_at_delivery_nobody_is_asked_for_the_sender(depot: Counter) -> None:
    earlier(depot, "13800000001", days=2)
    earlier(depot, "13800000002", days=1)
    screen = CourierScreen(depot, setting="courier_delivery")
    assert set(screen.parcel.lines) == {"waybill_no", "recipient_phone", "recipient_address"}
    screen.type("recipient_phone", RECIPIENT)
    screen.looked_up()
    assert "共 3 个寄件人" in screen.parcel.seen.text()
    screen.parcel.agree.click()
    assert screen.saved_answers() == {"d-multi-senders": "yes"}


def test_one_more_parcel_of_the_same_sender_offers_nothing(depot: Counter) -> None:
    earlier(depot, "13800000003", days=1)
    screen = CourierScreen(depot)
    screen.type("recipient_phone", RECIPIENT)
    screen.type("subject_phone", "13800000003")
    screen.looked_up()
    assert "共 1 个寄件人" in screen.parcel.seen.text()
    assert not screen.parcel.agree.isVisible()


def test_the_duties_are_kept_with_the_draft_and_the_law_speaks_up(depot: Counter) -> None:
    screen = CourierScreen(depot)
    assert "三项都做完" in screen.end.advice.text()
    assert not screen.duties.advice.isVisible()
    screen.duties.chips["local.duty.real_name"].button("done").click()
    screen.duties.chips["local.duty.inspection"].button("refused").click()
    assert "依法不得收寄" in screen.duties.advice.text()
    screen.end.chips.button("accepted").click()
    assert "停止分拣" in screen.duties.advice.text()
    screen.end.chips.button("refused").click()
    kept = screen.kept()
    draft = screen.page.model.draft
    assert draft is not None
    assert kept["local.acceptance"] == "refused"
    record = depot.services.courier.acceptance(draft.alert_id)
    assert (record.duties, record.acceptance) == ({"real_name": "done", "inspection": "refused"}, "refused")
    again = CourierScreen(depot, draft_id=draft.draft_id)
    assert again.duties.chips["local.duty.inspection"].value() == "refused"


def test_the_acceptance_stays_with_the_alert_and_travels_nowhere(depot: Counter) -> None:
    screen = CourierScreen(depot)
    screen.duties.chips["local.duty.scan"].button("done").click()
    screen.end.chips.button("held").click()
    screen.page.model.set_detail("narrative", "茶叶罐里有硬块，收件人说不清")
    screen.page.model.set_detail("subject_desc", "男，五十岁上下")
    screen.page.model.set_ctx("person_present", "yes")
    screen.page.model.set_ctx("value_status", "accepting")
    screen.page.model.answer_text("c-found-hidden", "yes")
    screen.kept()
    draft = screen.page.model.draft
    assert draft is not None
    review = depot.services.review_alert(draft.draft_id)
    assert not [problem for problem in review.problems if problem.field.startswith("local.")]
    alert_id = depot.services.submit_alert(draft.draft_id, depot.context.session, urgent_by_clerk=True).value
    with depot.profile.storage.begin() as work:
        assert b"local." not in work.alerts.get(alert_id).body
    assert depot.services.courier.acceptance(alert_id).acceptance == "held"


def test_the_scales_fill_the_fact_and_answer_their_question(depot: Counter) -> None:
    screen = CourierScreen(depot)
    screen.weigh("10", "8", "8", "0.6", "tea")
    text = screen.density.result.text()
    assert "密度 0.94：不像茶叶干货，请当面打开看看。" in text
    assert "多出约 344 克，相当于黄金 18 立方厘米" in text
    assert "经验密度" in text
    assert screen.page.model.tx["measured_weight_g"] == 600
    screen.density.agree.click()
    screen.kept()
    assert screen.saved_answers() == {"c-weight-off": "yes"}
    screen.weigh("10", "8", "8", "0.2")
    assert "与茶叶干货对得上" in screen.density.result.text()


def test_a_large_box_says_nothing_and_nonsense_is_said_at_the_field(depot: Counter) -> None:
    screen = CourierScreen(depot)
    screen.weigh("40", "30", "20", "9", "clothes")
    assert "超过 3 升" in screen.density.result.text()
    assert not screen.density.agree.isVisible()
    screen.weigh("-1", "8", "8", "x")
    assert screen.density.lines["mass"].note.text() == "请填大于 0 的数"
    assert not screen.density.result.isVisible()
    assert "measured_weight_g" not in screen.page.model.tx


def test_what_was_typed_comes_back(depot: Counter) -> None:
    screen = CourierScreen(depot)
    screen.weigh("10", "8", "8", "0.6", "tea")
    screen.type("recipient_phone", RECIPIENT)
    screen.looked_up()
    screen.kept()
    draft = screen.page.model.draft
    assert draft is not None
    again = CourierScreen(depot, draft_id=draft.draft_id)
    assert again.density.result.text() == screen.density.result.text()
    assert again.parcel.lines["recipient_phone"].text() == RECIPIENT


def test_a_gold_shop_has_none_of_it(counter: Counter) -> None:
    screen = CourierScreen(counter, setting="gold_shop")
    assert screen.page.courier.card is None
    assert not screen.page.courier.take_waybill(NUMBER)


@pytest.mark.parametrize("width", [420, 640, 1100])
def test_the_choices_of_a_duty_stand_on_one_line(depot: Counter, width: int) -> None:
    duties = CourierScreen(depot).duties
    alone = QWidget()
    depot.qtbot.addWidget(alone)
    alone.resize(width, 300)
    QVBoxLayout(alone).addWidget(duties)
    alone.show()

    def one_line() -> bool:
        chips = [duties.chips[key] for key in duties.chips]
        return all(len({part.button(how).y() for how in DUTY_OUTCOMES}) == 1 for part in chips)

    depot.qtbot.waitUntil(one_line)
    assert all(chips.rect().contains(chips.button("impossible").geometry()) for chips in duties.chips.values())
