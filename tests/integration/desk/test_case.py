"""What an officer sees: the queue in order, the case masked, the way back from the counter, links across shops."""

from typing import Any

from tests.fakes.alerts import gold_alert, silent_alarm, supplement
from tests.fakes.county import County
from tests.support import FixedClock

PEOPLE: dict[str, Any] = {
    "recipient": {"name": "刘建国", "phone": "13712345678", "address": "广东省佛山市南海区桂城街道"},
    "subject": {"desc": "灰外套", "name": "吴桂英", "phone": "13612345678"},
    "payee": {"account": "6222021234567890123", "name": "吴桂英"},
}


def test_urgent_first_then_oldest(county: County, clock: FixedClock) -> None:
    ids: list[str] = []
    for level in ("watch", "alert", "urgent", "alert", "urgent"):
        ids.append(county.alert(level=level, computed_level=level))
        clock.advance(10)
    items = county.desk("wang").get("/queue").json()["items"]
    assert [item["alert_id"] for item in items] == [ids[2], ids[4], ids[1], ids[3], ids[0]]
    assert [item["urgency"] for item in items] == ["P1", "P1", "P2", "P2", "P3"]


def test_a_silent_alarm_is_urgent_and_shown(county: County) -> None:
    body = silent_alarm(county.terminal.enrolment, at=county.running.station.clock.now())
    assert county.terminal.put_alert(body).status == 201
    item = county.desk("wang").get("/queue").json()["items"][0]
    assert (item["urgency"], item["silent"], item["signed"], item["member"]) == ("P1", True, False, None)
    assert county.desk("wang").get(f"/alerts/{body['alert_id']}").status == 200


def test_what_was_answered_after_a_silent_alarm_counts_as_if_sent_with_it(county: County, clock: FixedClock) -> None:
    body = silent_alarm(county.terminal.enrolment, at=clock.now())
    assert county.terminal.put_alert(body).status == 201
    desk = county.desk("wang")
    assert desk.get("/queue").json()["items"][0]["top_reasons"] == []
    told = gold_alert(county.terminal.enrolment, at=clock.now())
    fields = {name: told[name] for name in ("evidence", "score_detail", "scam_types", "amount_fen")}
    later = supplement(body["alert_id"], 1, at=clock.now(), fields=fields, text=None)
    assert county.terminal.put_supplement(later).status == 201
    item = desk.get("/queue").json()["items"][0]
    assert item["top_reasons"][0].startswith("要店里代寄")
    detail = desk.get(f"/alerts/{body['alert_id']}").json()
    assert [one["points"] for one in detail["reasons"]] == [4, 3]
    assert [one["id"] for one in detail["scam_names"]] == ["gold-cash-transfer"]
    desk.act(body["alert_id"], "acknowledge")
    done = desk.act(body["alert_id"], "outcome", result="valid", text="有效。", flags={"g-mail-out": "right"})
    assert done.json()["flags"] == {"g-mail-out": "right"}


def test_concluded_leads_leave_the_open_queue(county: County) -> None:
    alert_id = county.valid_lead()
    desk = county.desk("wang")
    assert desk.get("/queue").json()["items"] == []
    assert [item["alert_id"] for item in desk.get("/queue?state=all").json()["items"]] == [alert_id]


def test_all_can_be_paged(county: County, clock: FixedClock) -> None:
    ids: list[str] = []
    for _ in range(5):
        ids.insert(0, county.alert())
        clock.advance(60)
    desk = county.desk("wang")
    first = desk.get("/queue?state=all&limit=2").json()["items"]
    before = first[-1]["received_at"].replace("+", "%2B")
    rest = desk.get(f"/queue?state=all&limit=9&before={before}").json()["items"]
    assert [item["alert_id"] for item in first + rest] == ids


def test_bad_queue_parameters_are_named(county: County) -> None:
    answer = county.desk("wang").get("/queue?state=some&limit=x&before=yesterday")
    assert answer.status == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == ["/state", "/before", "/limit"]


def test_the_queue_holds_reasons_in_words_and_targets(county: County, clock: FixedClock) -> None:
    county.alert(level="urgent", computed_level="urgent")
    item = county.desk("wang").get("/queue").json()["items"][0]
    assert item["top_reasons"][0].startswith("要店里代寄")
    assert item["targets"]["ack_by"] > item["received_at"]
    assert item["callback_at"] is None


def test_people_are_masked_until_a_purpose_is_stated(county: County) -> None:
    alert_id = county.alert(**PEOPLE)
    desk = county.desk("wang")
    detail = desk.get(f"/alerts/{alert_id}")
    assert detail.json()["masked"] is True
    for hidden in ("刘建国", "13712345678", "吴桂英", "13612345678", "6222021234567890123", "桂城街道"):
        assert hidden not in detail.content.decode()
        assert hidden not in desk.get("/queue").content.decode()
    assert detail.json()["alert"]["subject"]["desc"] == "灰外套"
    assert "member_signature" not in detail.json()["alert"]
    assert desk.post(f"/alerts/{alert_id}/unmask", {}).status == 422
    full = desk.post(f"/alerts/{alert_id}/unmask", {"purpose": "联系收件人"}).json()
    assert full["alert"]["recipient"]["phone"] == "13712345678"
    rows = [row for row in county.desk("zhou").get("/audit").json()["rows"] if row["action"] == "lead.unmask"]
    assert [(row["subject"], row["detail"]) for row in rows] == [(f"lead:{alert_id}", {"purpose": "联系收件人"})]


def test_a_supplement_and_a_reply_come_back(county: County, clock: FixedClock) -> None:
    alert_id = county.alert()
    desk = county.desk("wang")
    desk.act(alert_id, "instruct", text="请先拖住。", replies=["stalled"])
    event = [one for one in county.terminal.feed().json()["events"] if one["type"] == "instruction"][-1]
    shown = {"shown_at": clock.now().isoformat(), "member_id": county.member_id}
    assert county.terminal.call("PUT", f"/api/v1/feed/receipts/{event['seq']}", shown).status == 204
    reply = supplement(
        alert_id,
        1,
        at=clock.now(),
        kind="reply",
        in_reply_to=event["data"]["instruction_id"],
        reply_code="stalled",
        text=None,
    )
    assert county.terminal.put_supplement(reply).status == 201
    fact = supplement(alert_id, 2, at=clock.now(), fields={"recipient": {"name": "刘建国", "phone": "13712345678"}})
    assert county.terminal.put_supplement(fact).status == 201
    detail = desk.get(f"/alerts/{alert_id}").json()
    instruction = detail["instructions"][0]
    assert instruction["seen_at"] == clock.now().isoformat()
    assert [one["reply_code"] for one in instruction["replies"]] == ["stalled"]
    assert [one["kind"] for one in detail["supplements"]] == ["reply", "fact"]
    assert detail["supplements"][1]["fields"]["recipient"]["name"] == "刘**"
    assert detail["masked"] is True
    assert detail["supplements"][0]["reply_code"] == "stalled"


def test_the_same_recipient_is_linked_across_alerts(county: County) -> None:
    first = county.alert(**PEOPLE)
    other: dict[str, Any] = {"recipient": {"name": "刘先生", "phone": "+86 137-1234-5678"}}
    second, unrelated = county.alert(**other), county.alert()
    desk = county.desk("wang")
    links = desk.get(f"/alerts/{second}").json()["links"]
    assert [(link["alert_id"], link["why"], link["merchant_name"]) for link in links] == [(first, "phone", "鑫福珠宝")]
    assert desk.get(f"/alerts/{unrelated}").json()["links"] == []


def test_what_an_officer_may_do_is_said(county: County) -> None:
    alert_id = county.valid_lead()
    assert county.desk("wang").get(f"/alerts/{alert_id}").json()["allowed_actions"] == [
        "unmask",
        "case_file",
        "close",
        "reopen",
        "reward",
    ]
    assert county.desk("zhao").get(f"/alerts/{alert_id}").json()["allowed_actions"] == ["unmask"]
