"""The courier depot: a recipient asks about a claim, money is asked for, the police answer, the clerk is rewarded."""

from __future__ import annotations

from desktop.tour.guide import UNIT, Guide

ANSWERS = {
    "q-contacted": "yes",
    "q-system-normal": "yes",
    "q-link": "yes",
    "q-add-contact": "yes",
    "q-screen": "yes",
    "q-on-call": "yes",
}
FIELDS = {
    "subject_desc": "男，三十多岁，约一米七五，蓝色外卖服",
    "narrative": "来问理赔，说是接到电话，正和对方共享屏幕，被要求下载会议软件。",
    "waybill_no": "YT1234567890123",
}


def inquiry_case(guide: Guide) -> None:
    """Play the case with the network up all the time; raises TourStuck when any part of the road does not hold."""
    stage, clerk = guide.stage, guide.clerk()
    member_id = guide.sign_in_first()
    guide.shoot("courier-counter")
    page = clerk.begin("courier_inquiry")
    clerk.answer(page, ANSWERS)
    clerk.state_facts(page, {}, {"person_present": "yes", "value_status": "none"})
    guide.shoot("inquiry-answered")
    live = clerk.send(clerk.review(page, FIELDS))
    alert_id = live.view_model.alert_id
    stage.wait(
        "the delivery", lambda: live.view_model.line is not None and live.view_model.line.delivery == "delivered"
    )
    guide.say(f"8. 快递查询上报，直接送达 the inquiry was delivered at once: {alert_id}")
    with guide.officer("duty") as duty:
        duty.act(alert_id, "acknowledge")
        duty.act(alert_id, "instruct", text="请客人先挂断，用官方 App 查单。", replies=["ok", "left"])
        stage.wait("the instruction", lambda: bool(live.instructions.cards))
        clerk.reply(live, "ok")
        duty.act(alert_id, "assign", unit=UNIT)
        duty.act(alert_id, "verify")
        duty.act(alert_id, "outcome", result="valid", effects=[{"code": "dissuaded"}], text="客人没有转账。谢谢您。")
    stage.wait("the outcome", lambda: live.view_model.line is not None and live.view_model.line.case_state == "valid")
    guide.shoot("inquiry-outcome")
    guide.say("9. 指示、回复、结论 instructed, answered, a valid lead")
    guide.reward(alert_id, member_id, "courier")
    guide.facts["courier_alert"] = alert_id
