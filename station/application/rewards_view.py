"""A reward as the desk sees it: the sum, who proposed, who approved."""

from typing import Any

from station.application.case_records import Reward
from station.application.desk_items import merchant_view, when
from station.application.ports import Unit
from station.domain.reward import RewardState, steps_from


def officer_names(unit: Unit) -> dict[str, str]:
    """Return the names of all officers by id."""
    return {officer.officer_id: officer.name for officer in unit.officers.find()}


def reward_view(unit: Unit, reward: Reward, names: dict[str, str]) -> dict[str, Any]:
    """Return the desk's form of a reward; money in fen."""
    member = unit.members.get(reward.member_id)
    lead = unit.leads.get(reward.alert_id)
    return {
        "reward_id": reward.reward_id,
        "alert_id": reward.alert_id,
        "short_no": lead.short_no if lead else "",
        "member_id": reward.member_id,
        "member": {"id": reward.member_id, "name": member.name if member else reward.member_id},
        "merchant": merchant_view(unit.merchants.get(reward.merchant_id), reward.merchant_id),
        "kind": reward.kind,
        "state": reward.state,
        "amount_fen": reward.amount_fen,
        "title": reward.title,
        "text": reward.text,
        "revision": reward.revision,
        "at": when(reward.updated_at),
        "history": reward.history,
        "claim_by": when(reward.claim_by),
        "claimed": reward.claim is not None,
        "reason": reward.reason,
        "proposed_by": _officer(reward.proposed_by, names),
        "approved_by": _officer(reward.approved_by, names) if reward.approved_by else None,
        "allowed_steps": [step.value for step in steps_from(RewardState(reward.state)) if step != "claim"],
    }


def _officer(officer_id: str, names: dict[str, str]) -> dict[str, str]:
    return {"officer_id": officer_id, "name": names.get(officer_id, officer_id)}
