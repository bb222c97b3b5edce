"""A reward from the proposal to the money, by two officers at least, for the member who signed."""

from typing import Any

import pytest

from tests.fakes.county import County
from tests.fakes.desk import hire

CASH = {"kind": "cash", "amount_fen": 100_000, "title": "线索奖励", "text": "谢谢您。"}


def proposal(county: County, alert_id: str, **changes: Any) -> dict[str, Any]:
    return {"alert_id": alert_id, "member_id": county.member_id, **CASH, **changes}


def proposed(county: County, **changes: Any) -> str:
    answer = county.desk("wang").post("/rewards", proposal(county, county.valid_lead(), **changes))
    assert answer.status == 201, answer.content
    return str(answer.json()["reward_id"])


def walk(county: County, reward_id: str, state: str) -> None:
    road = [("li", "review"), ("zhao", "approve"), ("li", "notify"), (None, "claim"), ("qian", "pay")]
    states = ["reviewing", "approved", "notified", "claimed", "paid"]
    for (username, step), reached in zip(road, states, strict=True):
        if username:
            assert county.desk(username).step(reward_id, step).status == 200, step
        else:
            assert county.terminal.claim(reward_id, county.member_id, county.clerk).status == 201
        if reached == state:
            return


def test_the_whole_way_and_the_member_never_sees_an_unapproved_sum(county: County) -> None:
    reward_id = proposed(county)
    walk(county, reward_id, "approved")
    assert {event["reward"]["amount_fen"] for event in county.events("reward.step")} == {0}
    county.desk("li").step(reward_id, "notify")
    told = county.events("reward.step")[-1]["reward"]
    assert (told["amount_fen"], told["title"], told["state"]) == (100_000, "线索奖励", "notified")
    assert told["claim_by"]
    assert county.terminal.claim(reward_id, county.member_id, county.clerk).status == 201
    paid = county.desk("qian").step(reward_id, "pay").json()
    assert paid["state"] == "paid"
    assert paid["approved_by"]["name"] == "赵主任"
    assert [one["state"] for one in paid["history"]][-1] == "paid"
    assert county.events("reward.step")[-1]["reward"]["state"] == "paid"


def test_the_proposer_never_approves(county: County) -> None:
    alert_id = county.valid_lead()
    reward = county.desk("li").post("/rewards", proposal(county, alert_id)).json()
    county.desk("zhao").step(reward["reward_id"], "review")
    refused = county.desk("li").step(reward["reward_id"], "approve")
    assert (refused.status, refused.slug) == (403, "same-officer")
    assert county.desk("zhao").step(reward["reward_id"], "approve").status == 200


def test_a_duty_officer_does_not_review_the_own_proposal(county: County) -> None:
    assert county.desk("wang").step(proposed(county), "review").slug == "same-officer"


def test_who_approved_does_not_pay(county: County) -> None:
    hire(county.running.station, "feng", "冯主任", "approver", "finance")
    reward_id = proposed(county)
    assert county.desk("li").step(reward_id, "review").status == 200
    assert county.desk("feng").step(reward_id, "approve").status == 200
    assert county.desk("li").step(reward_id, "notify").status == 200
    assert county.terminal.claim(reward_id, county.member_id, county.clerk).status == 201
    refused = county.desk("feng").step(reward_id, "pay")
    assert (refused.status, refused.slug) == (403, "same-officer")
    assert county.desk("qian").step(reward_id, "pay").status == 200


def test_nobody_handles_a_reward_for_the_own_name(county: County) -> None:
    hire(county.running.station, "chen", "陈小妹", "duty", "approver", "finance")
    alert_id = county.valid_lead()
    assert county.desk("chen").post("/rewards", proposal(county, alert_id)).slug == "officer-beneficiary"
    reward_id = proposed(county)
    assert county.desk("chen").step(reward_id, "review").slug == "officer-beneficiary"
    county.desk("li").step(reward_id, "review")
    assert county.desk("chen").step(reward_id, "approve").slug == "officer-beneficiary"


@pytest.mark.parametrize("amount", [0, 1, 49_999, 500_001, 10**12, -100_000])
def test_cash_outside_the_bounds_is_refused(county: County, amount: int) -> None:
    answer = county.desk("wang").post("/rewards", proposal(county, county.valid_lead(), amount_fen=amount))
    assert (answer.status, answer.slug) == (422, "reward-out-of-bounds")
    assert answer.json()["errors"][0]["pointer"] == "/amount_fen"


@pytest.mark.parametrize("amount", [50_000, 500_000])
def test_the_bounds_themselves_are_allowed(county: County, amount: int) -> None:
    assert proposed(county, amount_fen=amount)


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [({"amount_fen": "500"}, "/amount_fen"), ({"kind": "gold"}, "/kind"), ({"title": "长" * 61}, "/title")],
)
def test_a_wrong_field_is_named(county: County, changes: dict[str, Any], pointer: str) -> None:
    answer = county.desk("wang").post("/rewards", proposal(county, county.valid_lead(), **changes))
    assert (answer.status, answer.json()["errors"][0]["pointer"]) == (422, pointer)


def test_only_a_valid_lead_is_rewarded(county: County) -> None:
    desk = county.desk("wang")
    open_lead, cleared = county.alert(), county.alert()
    desk.act(cleared, "outcome", result="invalid")
    desk.act(cleared, "close")
    for alert_id in (open_lead, cleared):
        answer = desk.post("/rewards", proposal(county, alert_id))
        assert (answer.status, answer.slug) == (422, "lead-not-valid")


def test_only_the_signer_is_rewarded(county: County) -> None:
    desk = county.desk("wang")
    unsigned = county.alert(signed=False)
    desk.act(unsigned, "outcome", result="valid")
    assert desk.post("/rewards", proposal(county, unsigned)).slug == "not-the-signer"
    other = proposal(county, county.valid_lead(), member_id="mem_somebodyelse")
    assert desk.post("/rewards", other).slug == "not-the-signer"


def test_one_cash_reward_an_alert_until_it_is_revoked(county: County) -> None:
    reward_id = proposed(county)
    alert_id = county.desk("wang").get("/rewards").json()["rewards"][0]["alert_id"]
    again = county.desk("wang").post("/rewards", proposal(county, alert_id))
    assert (again.status, again.slug) == (409, "reward-exists")
    assert county.desk("wang").post("/rewards", proposal(county, alert_id, kind="letter")).status == 201
    assert county.desk("zhao").step(reward_id, "revoke", reason="金额填错").status == 200
    assert county.desk("wang").post("/rewards", proposal(county, alert_id)).status == 201


@pytest.mark.parametrize("kind", ["letter", "banner"])
def test_letters_and_banners_are_awarded(county: County, kind: str) -> None:
    reward_id = proposed(county, kind=kind)
    walk(county, reward_id, "paid")
    reward = county.desk("qian").get("/rewards").json()["rewards"][0]
    assert (reward["state"], reward["amount_fen"]) == ("awarded", 0)


def test_revoking_needs_a_reason_and_stops_at_paid(county: County) -> None:
    reward_id = proposed(county)
    without = county.desk("zhao").step(reward_id, "revoke")
    assert (without.status, without.json()["errors"][0]["pointer"]) == (422, "/reason")
    walk(county, reward_id, "paid")
    refused = county.desk("zhao").step(reward_id, "revoke", reason="太晚")
    assert (refused.status, refused.slug) == (409, "illegal-transition")


STEPS = {"review": "li", "approve": "zhao", "notify": "li", "pay": "qian", "expire": "qian"}
LEGAL = {"proposed": "review", "reviewing": "approve", "approved": "notify", "notified": "expire", "claimed": "pay"}


@pytest.mark.parametrize("state", ["proposed", "reviewing", "approved", "notified", "claimed", "paid"])
def test_every_illegal_step_is_a_conflict(county: County, state: str) -> None:
    reward_id = proposed(county)
    if state != "proposed":
        walk(county, reward_id, state)
    for step, username in STEPS.items():
        if LEGAL.get(state) == step:
            continue
        refused = county.desk(username).step(reward_id, step)
        assert (refused.status, refused.slug) == (409, "illegal-transition"), step
        assert refused.json()["state"] == state


def test_a_claim_does_not_expire_before_its_day(county: County) -> None:
    reward_id = proposed(county)
    walk(county, reward_id, "notified")
    assert county.desk("qian").step(reward_id, "expire").slug == "claim-still-open"


def test_a_lost_race_is_told(county: County) -> None:
    reward_id = proposed(county)
    county.desk("li").step(reward_id, "review")
    stale = county.desk("zhao").post(f"/rewards/{reward_id}/steps", {"step": "approve"}, revision=1)
    assert (stale.status, stale.slug) == (412, "stale-revision")


def test_a_rewarded_lead_is_not_reopened(county: County) -> None:
    reward_id = proposed(county)
    alert_id = county.desk("wang").get("/rewards").json()["rewards"][0]["alert_id"]
    assert county.desk("wang").act(alert_id, "reopen", reason="再看").slug == "reward-open"
    county.desk("zhao").step(reward_id, "revoke", reason="重新核查")
    assert county.desk("wang").act(alert_id, "reopen", reason="再看").status == 200


def test_the_ladder_suggests(county: County) -> None:
    alert_id = county.valid_lead(code="loss_prevented", amount_fen=26_000_000)
    found = county.desk("wang").get(f"/rewards/suggestion?alert_id={alert_id}").json()
    assert found["amount_fen"] == 300_000
    assert "260,000" in found["why"]["zh"]
