"""Moving a reward on: review, approve, notify, pay, expire, revoke; two officers at least."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from station.application.case_records import Reward
from station.application.context import Station
from station.application.desk_access import Actor
from station.application.desk_form import DeskForm
from station.application.errors import Refused
from station.application.ports import Unit
from station.application.rewards_propose import check_not_self, tell_reward
from station.application.rewards_view import officer_names, reward_view
from station.domain.lead import IllegalMove
from station.domain.reward import CLAIM_DAYS, RewardState, RewardStep, take_step

READERS = ("duty", "approver", "finance", "admin", "auditor")
_ROLES: dict[RewardStep, tuple[str, ...]] = {
    RewardStep.REVIEW: ("approver", "duty"),
    RewardStep.APPROVE: ("approver",),
    RewardStep.NOTIFY: ("duty", "approver"),
    RewardStep.PAY: ("finance",),
    RewardStep.EXPIRE: ("approver", "finance"),
    RewardStep.REVOKE: ("approver",),
}


def list_rewards(station: Station, actor: Actor, state: str | None) -> dict[str, Any]:
    """Return rewards, newest first; `state` picks one state."""
    actor.require(*READERS)

    def job(unit: Unit) -> dict[str, Any]:
        names = officer_names(unit)
        tests = [("state", "=", state)] if state else []
        found = unit.rewards.find(*tests, order=["-updated_at", "reward_id"], limit=500)
        return {"rewards": [reward_view(unit, reward, names) for reward in found]}

    return station.store.read(job)


def take(station: Station, actor: Actor, reward_id: str, revision: int, body: dict[str, Any]) -> dict[str, Any]:
    """Take one step of a reward as it was at `revision`; returns the reward.

    Raises Refused forbidden {needed}, unknown-reward, stale-revision, same-officer, officer-beneficiary,
    illegal-transition {state, allowed} or invalid-request (revoking without a reason).
    """
    form = DeskForm(body)
    step = RewardStep(form.choice("step", "步骤", [item.value for item in _ROLES]))
    reason = form.text("reason", "撤销原因", most=300, default=None if step is RewardStep.REVOKE else "")
    form.done()
    actor.require(*_ROLES[step])

    def job(unit: Unit) -> dict[str, Any]:
        reward = unit.rewards.get(reward_id)
        if reward is None:
            raise Refused("unknown-reward")
        if reward.revision != revision:
            raise Refused("stale-revision", {"revision": reward.revision})
        moved = _moved(station, unit, actor, reward, step, reason)
        lead = unit.leads.get(reward.alert_id)
        assert lead is not None
        columns = {name: getattr(moved, name) for name in _CHANGED}
        if not unit.rewards.change(reward_id, expect={"revision": revision}, **columns):
            raise Refused("stale-revision")
        tell_reward(station, unit, actor, lead, moved, step.value)
        return reward_view(unit, moved, officer_names(unit))

    return station.store.write(job)


_CHANGED = ("state", "revision", "updated_at", "history", "approved_by", "claim_by", "reason")


def _moved(station: Station, unit: Unit, actor: Actor, reward: Reward, step: RewardStep, reason: str) -> Reward:
    try:
        state = take_step(RewardState(reward.state), step, reward.kind)
    except IllegalMove as error:
        raise Refused("illegal-transition", {"state": error.state, "allowed": error.allowed}) from None
    _two_people(unit, actor, reward, step)
    now = station.clock.now()
    moved = replace(
        reward,
        state=state.value,
        revision=reward.revision + 1,
        updated_at=now,
        history=[*reward.history, {"state": state.value, "at": now.isoformat()}],
    )
    if step is RewardStep.APPROVE:
        moved = replace(moved, approved_by=actor.officer_id)
    elif step is RewardStep.NOTIFY:
        moved = replace(moved, claim_by=now + timedelta(days=CLAIM_DAYS))
    elif step is RewardStep.REVOKE:
        moved = replace(moved, reason=reason)
    elif step is RewardStep.EXPIRE and (reward.claim_by is None or now < reward.claim_by):
        raise Refused("claim-still-open", {"claim_by": reward.claim_by.isoformat() if reward.claim_by else None})
    return moved


def _two_people(unit: Unit, actor: Actor, reward: Reward, step: RewardStep) -> None:
    if step in {RewardStep.REVOKE, RewardStep.EXPIRE, RewardStep.NOTIFY}:
        return
    check_not_self(unit, actor, reward.member_id)
    if step is RewardStep.APPROVE and actor.officer_id == reward.proposed_by:
        raise Refused("same-officer")
    # Who releases money must not be who decided on it, also when one officer holds both roles.
    if step is RewardStep.PAY and actor.officer_id == reward.approved_by:
        raise Refused("same-officer")
    if step is RewardStep.REVIEW and actor.officer_id == reward.proposed_by and not actor.is_any("approver"):
        raise Refused("same-officer")
