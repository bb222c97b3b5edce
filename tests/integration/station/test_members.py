"""Members' own keys, and what only they may do."""

from dataclasses import replace
from typing import Any

from station.application.case_records import Reward
from station.application.create_member import create_member
from station.application.ports import Unit
from tests.fakes.alerts import gold_alert, member_signed
from tests.fakes.terminal import Key
from tests.integration.station.conftest import World


def add_member(world: World) -> tuple[str, str]:
    """Return a new member's id and activation code."""
    member, code = create_member(world.running.station, merchant_id=world.merchant_id, name="陈店员", role="店员")
    return member.member_id, code


def test_activation_again_with_the_same_key_is_the_same_answer(world: World) -> None:
    member_id, code = add_member(world)
    key = Key()
    first = world.terminal.activate(member_id, code, key)
    second = world.terminal.activate(member_id, code, key)
    assert (first.status, second.status) == (201, 201)
    assert first.json() == second.json()
    assert first.json()["key_thumbprint"] == key.thumbprint
    assert world.terminal.activate(member_id, code, Key()).slug == "already-activated"


def test_five_wrong_activation_codes_end_it(world: World) -> None:
    member_id, code = add_member(world)
    slugs = [world.terminal.activate(member_id, "AAAAAAAA", Key()).slug for _ in range(5)]
    assert slugs == ["wrong-activation-code"] * 4 + ["expired-code"]
    assert world.terminal.activate(member_id, code, Key()).slug == "expired-code"


def test_another_shops_member_is_unknown(world: World) -> None:
    member_id, code = add_member(world)
    assert world.other_shop().activate(member_id, code, Key()).slug == "unknown-member"
    assert world.terminal.activate("mem_nobody", code, Key()).slug == "unknown-member"


def give_reward(world: World, state: str) -> str:
    """Store a signed alert and a reward for it, as the desk would."""
    body = member_signed(gold_alert(world.terminal.enrolment, at=world.clock.now()), world.member_id, world.member)
    assert world.terminal.put_alert(body).status == 201
    now = world.clock.now()
    history: list[dict[str, Any]] = [{"state": state, "at": now.isoformat()}]
    reward = Reward(
        "rew_1",
        body["alert_id"],
        world.member_id,
        world.merchant_id,
        "cash",
        state,
        100_000,
        "奖励",
        "感谢",
        3,
        "off_1",
        now,
        now,
        history,
    )

    def job(unit: Unit) -> None:
        unit.rewards.add(reward)

    world.running.store.write(job)
    return reward.reward_id


def test_no_sum_is_seen_before_it_is_notified(world: World) -> None:
    give_reward(world, "approved")
    (reward,) = world.terminal.rewards(world.member_id, world.member).json()["rewards"]
    assert (reward["state"], reward["amount_fen"], reward["title"]) == ("approved", 0, "")


def test_only_the_member_reads_and_claims(world: World) -> None:
    reward_id = give_reward(world, "notified")
    manager = Key()
    assert world.terminal.rewards(world.member_id, manager).slug == "member-assertion"
    assert world.terminal.call("GET", f"/api/v1/rewards?member_id={world.member_id}").slug == "member-assertion"
    wrongs: list[dict[str, object]] = [
        {"aud": "sta_other"},
        {"htu": "/api/v1/other"},
        {"iat": 0},
        {"iat": "now"},
        {"member_id": "mem_x"},
    ]
    for wrong in wrongs:
        assert world.terminal.rewards(world.member_id, world.member, wrong).slug == "member-assertion"
    assert world.terminal.claim(reward_id, world.member_id, manager).slug == "member-assertion"
    claimed = world.terminal.claim(reward_id, world.member_id, world.member)
    assert (claimed.status, claimed.json()["state"], claimed.json()["amount_fen"]) == (201, "claimed", 100_000)
    world.clock.advance(1)
    assert world.terminal.claim(reward_id, world.member_id, world.member).slug == "illegal-transition"
    events = world.terminal.feed().json()["events"]
    assert events[-1]["type"] == "reward.step"
    assert events[-1]["data"]["reward"]["state"] == "claimed"


def test_the_same_claim_again_gets_the_same_answer(world: World) -> None:
    reward_id = give_reward(world, "notified")
    answers = [world.terminal.claim(reward_id, world.member_id, world.member) for _ in range(2)]
    assert [answer.status for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()


def test_a_reward_past_its_day_cannot_be_claimed(world: World) -> None:
    reward_id = give_reward(world, "notified")
    due = world.clock.now()

    def set_due(unit: Unit) -> None:
        found = unit.rewards.get(reward_id)
        assert found is not None
        assert replace(found, claim_by=due).claim_by == due
        unit.rewards.change(reward_id, claim_by=due)

    world.running.store.write(set_due)
    world.clock.advance(1)
    assert world.terminal.claim(reward_id, world.member_id, world.member).slug == "illegal-transition"
