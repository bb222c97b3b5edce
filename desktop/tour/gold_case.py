"""The gold shop: reported without network, the app started anew, delivered once, instructed, verified, rewarded."""

from __future__ import annotations

from desktop.application.read_models import RecordFilter
from desktop.tour.guide import UNIT, Guide
from desktop.tour.stage import TourStuck
from desktop.ui.pages.live_line.page import LiveLinePage
from desktop.ui.pages.records.page import RecordsPage

# The published Yangzhou case (calibration case K01), with the customer on the phone all the time.
ANSWERS = {
    "g-price-indifferent": "yes",
    "g-weight-only": "yes",
    "g-guided-live": "yes",
    "g-helper-who": "yes",
    "g-mail-out": "yes",
    "g-recipient-unknown": "yes",
    "g-remote-payer": "no",
    "g-refuse-register": "no",
}
TYPED = {"amount_cny": "26万", "weight_g": "250"}
CHOSEN = {"item_kind": "bar", "person_present": "yes", "value_status": "not_paid"}
FIELDS = {
    "place_detail": "2号柜台",
    "subject_desc": "女，六十多岁，约一米六，灰外套，黑色布包",
    "narrative": "独自来买金条，通话一直没断，说不出收货人是谁，要店里寄到外省。",
    "handover_when": "今天下午",
    "handover_how": "要店里代寄",
}


def gold_case(guide: Guide) -> None:
    """Play the case; raises TourStuck when any part of the road does not hold."""
    stage, clerk = guide.stage, guide.clerk()
    member_id = guide.sign_in_first()
    guide.shoot("counter")
    page = clerk.begin("gold_shop")
    guide.shoot("checklist-empty")
    clerk.answer(page, ANSWERS)
    clerk.state_facts(page, TYPED, CHOSEN)
    page.left.verticalScrollBar().setValue(0)
    guide.shoot("checklist-answered")
    level = page.model.assessment.level if page.model.assessment else None
    guide.say(f"1. 核对完成，判断 assessed: {level}")

    guide.host.lose_station()
    guide.say("2. 网络断开，照样填写 the station is gone; the report goes on")
    review = clerk.review(page, FIELDS)
    guide.shoot("review")
    live = clerk.send(review)
    alert_id = live.view_model.alert_id
    stage.wait("the read-out text", live.readout.isVisible)
    guide.shoot("saved-offline")
    guide.say(f"3. 已存在本机，警方还没有收到 saved, not received yet: {alert_id}")

    stage.close()
    stage.open()
    guide.sign_in_first()
    records = stage.go(RecordsPage, "records")
    stage.wait("the record", lambda: _state(guide, alert_id) in ("queued", "sending"))
    stage.wait("the row", lambda: records.view_model.model.rowCount() > 0)
    guide.shoot("records-after-restart")
    guide.say("4. 软件重新打开，记录还在 the app was started anew, the alert is still there")

    guide.host.find_station()
    live = stage.go(LiveLinePage, "live", alert_id=alert_id)
    stage.wait("the delivery", lambda: _state(guide, alert_id) == "delivered", 360_000)
    _instruct(guide, live, alert_id)
    _conclude(guide, live, alert_id)
    guide.reward(alert_id, member_id, "gold")
    guide.facts |= {"gold_alert": alert_id, "gold_level": str(level), "gold_keys": clerk.keys}


def _instruct(guide: Guide, live: LiveLinePage, alert_id: str) -> None:
    stage = guide.stage
    with guide.officer("duty") as duty:
        received = [item["alert_id"] for item in duty.queue()]
        if received.count(alert_id) != 1:
            raise TourStuck(f"the desk has the alert {received.count(alert_id)} times")
        guide.say("5. 网络恢复，值班台收到一次，只有一次 reconnected: at the desk once, exactly once")
        duty.act(alert_id, "acknowledge")
        duty.act(alert_id, "instruct", text="请拖住客人十分钟，便衣马上到。", urgent=True, replies=["stalled", "left"])
        stage.wait("the instruction", lambda: bool(live.instructions.cards))
        guide.shoot("instruction")
        guide.clerk().reply(live, "stalled")
        guide.shoot("replied")
        stage.wait("the reply at the desk", lambda: bool(duty.case(alert_id)["supplements"]))
    guide.say("6. 指示到店，店员一键回复 instructed, answered by one key")


def _conclude(guide: Guide, live: LiveLinePage, alert_id: str) -> None:
    with guide.officer("duty") as duty:
        duty.act(alert_id, "assign", unit=UNIT)
        duty.act(alert_id, "verify")
        duty.act(alert_id, "dispatch")
        duty.act(alert_id, "on_scene")
        duty.act(
            alert_id,
            "outcome",
            result="valid",
            effects=[{"code": "dissuaded"}, {"code": "loss_prevented", "amount_fen": 26_000_000}],
            text="已当面劝住，钱没有付出去。谢谢您。",
        )
    guide.stage.wait(
        "the outcome", lambda: live.view_model.line is not None and live.view_model.line.case_state == "valid"
    )
    guide.shoot("outcome")
    guide.say("7. 民警到场，劝阻成功，结论：有效线索 on the scene, dissuaded: a valid lead")


def _state(guide: Guide, alert_id: str) -> str:
    context = guide.stage.window.context
    if context is None:
        return ""
    rows = context.services.records(RecordFilter(), 0, 50).rows
    return next((row.delivery for row in rows if row.alert_id == alert_id), "")
