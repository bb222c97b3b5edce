"""Proposing a reward for the member who signed a valid lead."""

from typing import Any

from station.application import auditing
from station.application.case_records import Alert, Lead, Reward
from station.application.context import Station
from station.application.desk_access import Actor
from station.application.desk_form import DeskForm
from station.application.errors import Refused
from station.application.feed import emit, tell_desk
from station.application.ports import Unit
from station.application.reward_view import member_reward
from station.application.rewards_view import officer_names, reward_view
from station.application.timeline import add_step
from station.domain.lead import LeadState
from station.domain.reward import RewardState, within_bounds
from station.domain.reward_ladder import suggest

KINDS = ("cash", "letter", "banner")
_TITLES = {"cash": "线索奖励", "letter": "表扬信", "banner": "锦旗"}
_REWARDABLE = frozenset({LeadState.VALID, LeadState.CASE_FILED, LeadState.CLOSED})
_DEAD = frozenset({RewardState.REVOKED, RewardState.EXPIRED})


def suggestion(station: Station, actor: Actor, alert_id: str) -> dict[str, Any]:
    """Return what the ladder gives for a lead's effects; fen."""
    actor.require("duty", "approver")
    lead = station.store.read(lambda unit: unit.leads.get(alert_id))
    if lead is None:
        raise Refused("unknown-alert")
    found = suggest(lead.effects)
    return {"amount_fen": found.amount_fen, "why": {"zh": found.zh, "en": found.en}}


def propose(station: Station, actor: Actor, body: dict[str, Any]) -> dict[str, Any]:
    """Store a proposed reward and return it.

    Raises Refused forbidden, unknown-alert, lead-not-valid, not-the-signer, reward-exists, officer-beneficiary,
    reward-out-of-bounds or invalid-request.
    """
    actor.require("duty")
    form = DeskForm(body)
    alert_id = form.text("alert_id", "线索", most=36)
    member_id = form.text("member_id", "上报人", most=40)
    kind = form.choice("kind", "形式", KINDS)
    title = form.text("title", "名称", most=60, default=_TITLES[kind])
    text = form.text("text", "写给上报人的话", most=300, default="感谢您的细心。")
    amount = form.get("amount_fen") if kind == "cash" else 0
    if not isinstance(amount, int) or isinstance(amount, bool):
        form.wrong("amount_fen", "required", "Give the amount in fen.", "请填写金额。")
        amount = 0
    form.done()
    if not within_bounds(kind, amount):
        _out_of_bounds()

    def job(unit: Unit) -> dict[str, Any]:
        lead, alert = unit.leads.get(alert_id), unit.alerts.get(alert_id)
        if lead is None or alert is None:
            raise Refused("unknown-alert")
        _check(unit, actor, lead, alert, member_id, kind)
        now = station.clock.now()
        reward = Reward(
            reward_id=station.ids.new("rew"),
            alert_id=alert_id,
            member_id=member_id,
            merchant_id=alert.merchant_id,
            kind=kind,
            state=RewardState.PROPOSED,
            amount_fen=amount,
            title=title,
            text=text,
            revision=1,
            proposed_by=actor.officer_id,
            created_at=now,
            updated_at=now,
            history=[{"state": RewardState.PROPOSED.value, "at": now.isoformat()}],
        )
        unit.rewards.add(reward)
        tell_reward(station, unit, actor, lead, reward, "propose")
        return reward_view(unit, reward, officer_names(unit))

    return station.store.write(job)


def tell_reward(station: Station, unit: Unit, actor: Actor, lead: Lead, reward: Reward, step: str) -> None:
    """Write down one step of a reward: timeline, feed event, audit row, wake-up of the desk."""
    now = station.clock.now()
    add_step(
        unit,
        reward.alert_id,
        at=now,
        kind="reward",
        actor=actor.unit,
        data={"reward_id": reward.reward_id, "step": step, "reward_state": reward.state},
    )
    emit(
        unit,
        "reward.step",
        {"reward": member_reward(reward)},
        at=now,
        merchant_id=reward.merchant_id,
        alert_id=reward.alert_id,
    )
    auditing.record(
        unit,
        at=now,
        actor=actor.label,
        action=f"reward.{step}",
        subject=f"reward:{reward.reward_id}",
        before=reward.revision - 1 or None,
        after=reward.revision,
        detail={"state": reward.state, "alert_id": reward.alert_id, "amount_fen": reward.amount_fen},
    )
    tell_desk(unit, "reward.changed", reward.alert_id, lead.revision, lead.urgency)


def check_not_self(unit: Unit, actor: Actor, member_id: str) -> None:
    """An officer is never the beneficiary: nobody handles a reward for a member of the officer's own name."""
    member = unit.members.get(member_id)
    if member is not None and member.name.strip() == actor.name.strip():
        raise Refused("officer-beneficiary")


def _check(unit: Unit, actor: Actor, lead: Lead, alert: Alert, member_id: str, kind: str) -> None:
    if lead.outcome != LeadState.VALID or LeadState(lead.state) not in _REWARDABLE:
        raise Refused("lead-not-valid", {"state": lead.state})
    if not alert.signed or alert.member_id != member_id or unit.members.get(member_id) is None:
        raise Refused("not-the-signer")
    check_not_self(unit, actor, member_id)
    if kind != "cash":
        return
    earlier = unit.rewards.find(alert_id=lead.alert_id, kind="cash")
    if [one for one in earlier if one.state not in _DEAD]:
        raise Refused("reward-exists")


def _out_of_bounds() -> None:
    form = DeskForm({})
    form.wrong("amount_fen", "bounds", "Cash is 500 to 5,000 CNY.", "现金奖励应为 500 元至 5,000 元。")
    raise Refused("reward-out-of-bounds", errors=form.errors)
