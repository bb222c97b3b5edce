"""What officers do with a lead: each action, its feed event, its audit row, and every refusal."""

from typing import Any

import pytest

from station.domain.lead import LeadState
from station.domain.lead_actions import ACTIONS, allowed_actions
from tests.fakes.county import County

BODIES: dict[str, dict[str, Any]] = {
    "instruct": {"text": "请先拖住。", "replies": ["stalled", "left"], "urgent": True},
    "assign": {"unit": "莲峰派出所"},
    "need_info": {"question": "人往哪边走了?"},
    "outcome": {"result": "valid"},
    "reopen": {"reason": "有新情况"},
}
# The shortest way to each state.
ROADS: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "received": [],
    "assigned": [("acknowledge", {})],
    "verifying": [("verify", {})],
    "need_info": [("need_info", BODIES["need_info"])],
    "dispatched": [("dispatch", {})],
    "on_scene": [("dispatch", {}), ("on_scene", {})],
    "valid": [("outcome", {"result": "valid"})],
    "invalid": [("outcome", {"result": "invalid"})],
    "transferred": [("outcome", {"result": "transferred"})],
    "case_filed": [("outcome", {"result": "valid"}), ("case_file", {})],
    "closed": [("outcome", {"result": "invalid"}), ("close", {})],
}


def walk(county: County, state: str) -> str:
    alert_id = county.alert()
    for action, body in ROADS[state]:
        assert county.desk("wang").act(alert_id, action, **body).status == 200
    assert county.desk("wang").get(f"/alerts/{alert_id}").json()["state"] == state
    return alert_id


@pytest.mark.parametrize("state", ROADS)
def test_every_action_a_state_does_not_allow_is_a_conflict(county: County, state: str) -> None:
    alert_id = walk(county, state)
    desk = county.desk("wang")
    before = desk.get(f"/alerts/{alert_id}").json()
    acked = before["acked_at"]
    allowed = allowed_actions(LeadState(state), acked_at=acked, was_valid=before["outcome"] == "valid")
    for action in set(ACTIONS) - set(allowed):
        refused = desk.act(alert_id, action, **BODIES.get(action, {}))
        assert (refused.status, refused.slug) == (409, "illegal-transition"), action
        assert refused.json()["state"] == state
        assert refused.json()["allowed"] == allowed
    assert desk.get(f"/alerts/{alert_id}").json()["revision"] == before["revision"]


@pytest.mark.parametrize("state", ROADS)
def test_every_action_a_state_allows_is_done(county: County, state: str) -> None:
    probe = county.desk("wang").get(f"/alerts/{walk(county, state)}").json()["allowed_actions"]
    for action in [name for name in probe if name in ACTIONS]:
        alert_id = walk(county, state)
        answer = county.desk("wang").act(alert_id, action, **BODIES.get(action, {}))
        assert answer.status == 200, (action, answer.content)


def test_acknowledging_tells_the_clerk(county: County) -> None:
    alert_id = county.alert()
    detail = county.desk("wang").act(alert_id, "acknowledge").json()
    assert detail["state"] == "assigned"
    assert detail["acked_at"]
    status = county.events("case.status")[-1]
    assert (status["state"], status["ack"], status["unit"], status["revision"]) == ("assigned", True, "反诈专班", 2)


def test_the_first_action_acknowledges(county: County) -> None:
    alert_id = county.alert()
    detail = county.desk("wang").act(alert_id, "instruct", **BODIES["instruct"]).json()
    assert detail["acked_at"]
    assert county.events("case.status")[-1]["ack"] is True


def test_an_instruction_reaches_the_counter_and_its_reply_the_desk(county: County) -> None:
    alert_id = county.alert()
    county.desk("wang").act(alert_id, "instruct", **BODIES["instruct"])
    sent = county.events("instruction")[-1]
    assert (sent["text"], sent["urgent"], sent["replies"]) == ("请先拖住。", True, ["stalled", "left"])
    listed = county.desk("wang").get(f"/alerts/{alert_id}").json()["instructions"]
    assert listed[0]["instruction_id"] == sent["instruction_id"]
    assert listed[0]["seen_at"] is None


def test_a_question_waits_for_the_clerk(county: County) -> None:
    alert_id = county.alert()
    assert county.desk("wang").act(alert_id, "need_info", **BODIES["need_info"]).json()["state"] == "need_info"
    assert county.events("question")[-1]["text"] == "人往哪边走了?"


def test_the_outcome_reaches_the_counter_with_its_effects(county: County) -> None:
    alert_id = county.valid_lead(code="loss_prevented", amount_fen=26_000_000)
    status = county.events("case.status")[-1]
    assert status["state"] == "valid"
    assert status["effects"] == [{"code": "loss_prevented", "amount_fen": 26_000_000}]
    assert county.desk("wang").get(f"/alerts/{alert_id}").json()["decided_at"]


def test_an_innocent_customer_is_answered_with_thanks(county: County) -> None:
    county.desk("wang").act(county.alert(), "outcome", result="invalid")
    text = county.events("case.status")[-1]["text"]
    assert "谢谢" in text


def test_a_case_may_be_filed_weeks_after_closing(county: County) -> None:
    alert_id = county.valid_lead()
    desk = county.desk("wang")
    assert desk.act(alert_id, "close").status == 200
    assert desk.act(alert_id, "case_file").json()["state"] == "case_filed"


def test_a_lost_race_is_told_and_changes_nothing(county: County) -> None:
    alert_id = county.alert()
    assert county.desk("wang").act(alert_id, "acknowledge").status == 200
    late = county.desk("li").post(f"/alerts/{alert_id}/actions", {"action": "verify"}, revision=1)
    assert (late.status, late.slug) == (412, "stale-revision")
    assert county.desk("li").get(f"/alerts/{alert_id}").json()["state"] == "assigned"


def test_an_action_names_the_revision_it_saw(county: County) -> None:
    answer = county.desk("wang").post(f"/alerts/{county.alert()}/actions", {"action": "acknowledge"})
    assert (answer.status, answer.slug) == (428, "revision-required")


def test_an_unknown_alert_or_action_is_refused(county: County) -> None:
    desk = county.desk("wang")
    assert desk.act("01a20612-8669-745a-809b-dafb87d1aa12", "acknowledge").slug == "unknown-alert"
    answer = desk.act(county.alert(), "arrest")
    assert answer.status == 422
    assert answer.json()["errors"][0]["pointer"] == "/action"


@pytest.mark.parametrize(
    ("action", "body", "pointer"),
    [
        ("instruct", {"text": "  "}, "/text"),
        ("instruct", {"text": "长" * 301}, "/text"),
        ("instruct", {"text": "好", "replies": ["bribe"]}, "/replies"),
        ("instruct", {"text": "好", "urgent": "yes"}, "/urgent"),
        ("need_info", {}, "/question"),
        ("assign", {"unit": ""}, "/unit"),
        ("assign", {"unit": "所", "officer_id": "off_nobody"}, "/officer_id"),
        ("outcome", {"result": "guilty"}, "/result"),
        ("outcome", {"result": "valid", "effects": [{"code": "loss_prevented"}]}, "/loss_prevented"),
        ("outcome", {"result": "valid", "effects": [{"code": "frozen", "amount_fen": True}]}, "/frozen"),
        ("outcome", {"result": "valid", "effects": [{"code": "frozen", "amount_fen": -1}]}, "/frozen"),
        ("outcome", {"result": "valid", "effects": [{"code": "suspects_caught", "count": 0}]}, "/suspects_caught"),
        ("outcome", {"result": "valid", "effects": [{"code": "dissuaded"}, {"code": "dissuaded"}]}, "/effects"),
        ("outcome", {"result": "valid", "effects": [{"code": "medal"}]}, "/effects"),
        ("outcome", {"result": "invalid", "effects": [{"code": "dissuaded"}]}, "/effects"),
        ("outcome", {"result": "valid", "flags": {"g-never-asked": "right"}}, "/flags"),
        ("outcome", {"result": "valid", "flags": {"g-mail-out": "maybe"}}, "/flags"),
        ("outcome", {"result": "duplicate"}, "/duplicate_of"),
    ],
)
def test_a_wrong_field_is_named(county: County, action: str, body: dict[str, Any], pointer: str) -> None:
    alert_id = county.alert()
    answer = county.desk("wang").act(alert_id, action, **body)
    assert answer.status == 422, answer.content
    problem = answer.json()["errors"][0]
    assert problem["pointer"] == pointer
    assert problem["detail"]
    assert problem["detail_zh"]
    assert county.desk("wang").get(f"/alerts/{alert_id}").json()["revision"] == 1


def test_a_duplicate_points_at_the_earlier_lead(county: County) -> None:
    first, second = county.alert(), county.alert()
    desk = county.desk("wang")
    detail = desk.act(second, "outcome", result="duplicate", duplicate_of=first).json()
    assert (detail["state"], detail["duplicate_of"]) == ("duplicate", first)
    chained = desk.act(first, "outcome", result="duplicate", duplicate_of=second)
    assert chained.status == 422


def test_every_action_is_one_audit_row(county: County) -> None:
    alert_id = county.alert()
    county.desk("wang").act(alert_id, "acknowledge")
    county.desk("wang").act(alert_id, "verify")
    rows = [row for row in county.desk("zhou").get("/audit").json()["rows"] if row["subject"] == f"lead:{alert_id}"]
    assert [(row["action"], row["before_revision"], row["after_revision"]) for row in rows] == [
        ("lead.verify", 2, 3),
        ("lead.acknowledge", 1, 2),
    ]
    assert {row["actor_name"] for row in rows} == {"王警官"}
