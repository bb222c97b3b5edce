"""A member claims a reward they were notified of."""

from datetime import datetime
from typing import Any

from station.application import auditing, feed, timeline
from station.application.case_records import Reward
from station.application.context import Station
from station.application.errors import Refused, invalid
from station.application.member_proof import signed_by_member
from station.application.ports import Unit
from station.application.records import Terminal
from station.application.reward_view import member_reward
from station.domain.lead import IllegalMove
from station.domain.reward import RewardState, RewardStep, take_step


def claim_reward(station: Station, terminal: Terminal, reward_id: str, body: dict[str, Any]) -> dict[str, Any]:
    """Move a notified reward to claimed and return it; the same claim again gets the same answer.

    Raises Refused unknown-reward, member-assertion, illegal-transition, invalid-request.
    """
    errors = station.contract.errors("claim", body)
    if errors:
        raise invalid("invalid-request", *errors)
    jws = body["claim"]

    def job(unit: Unit) -> dict[str, Any]:
        now = station.clock.now()
        reward = unit.rewards.get(reward_id)
        if reward is None or reward.merchant_id != terminal.merchant_id:
            raise Refused("unknown-reward")
        member = unit.members.get(reward.member_id)
        assert member is not None
        claims = signed_by_member(station, member, jws)
        if claims.get("reward_id") != reward_id or claims.get("member_id") != reward.member_id:
            raise Refused("member-assertion")
        if reward.claim == jws and reward.state == RewardState.CLAIMED:
            return member_reward(reward)
        _claim(unit, reward, jws, now)
        changed = unit.rewards.get(reward_id)
        assert changed is not None
        return _tell(unit, reward, changed, now)

    return station.store.write(job)


def _claim(unit: Unit, reward: Reward, jws: str, now: datetime) -> None:
    too_late = reward.claim_by is not None and now > reward.claim_by
    try:
        state = take_step(RewardState(reward.state), RewardStep.CLAIM, reward.kind)
    except IllegalMove as error:
        raise Refused("illegal-transition", {"state": error.state, "allowed": error.allowed}) from None
    if too_late:
        raise Refused("illegal-transition", {"state": reward.state, "allowed": [RewardStep.EXPIRE.value]})
    unit.rewards.change(
        reward.reward_id,
        state=state,
        revision=reward.revision + 1,
        updated_at=now,
        claim=jws,
        history=[*reward.history, {"state": state.value, "at": now.isoformat()}],
    )


def _tell(unit: Unit, reward: Reward, changed: Reward, now: datetime) -> dict[str, Any]:
    shown = member_reward(changed)
    feed.emit(unit, "reward.step", {"reward": shown}, at=now, merchant_id=reward.merchant_id, alert_id=reward.alert_id)
    timeline.add_step(
        unit,
        reward.alert_id,
        at=now,
        kind="reward.claimed",
        actor=f"member:{reward.member_id}",
        data={"reward_id": reward.reward_id},
    )
    auditing.record(
        unit,
        at=now,
        actor=f"member:{reward.member_id}",
        action="reward.claim",
        subject=f"reward:{reward.reward_id}",
        before=reward.revision,
        after=changed.revision,
    )
    lead = unit.leads.get(reward.alert_id)
    assert lead is not None
    feed.tell_desk(unit, "reward.changed", lead.alert_id, lead.revision, lead.urgency)
    return shown
