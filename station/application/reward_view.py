"""A reward as its member may see it: no sum and no title before the bureau has approved and notified."""

from typing import Any

from station.application.case_records import Reward
from station.domain.reward import SHOWN_TO_MEMBER, RewardState


def member_reward(reward: Reward) -> dict[str, Any]:
    """Return the wire form of a reward for the member's own terminal."""
    told = any(item["state"] == RewardState.NOTIFIED for item in reward.history)
    shown = told or reward.state in SHOWN_TO_MEMBER
    body: dict[str, Any] = {
        "reward_id": reward.reward_id,
        "alert_id": reward.alert_id,
        "member_id": reward.member_id,
        "kind": reward.kind,
        "state": reward.state,
        "amount_fen": reward.amount_fen if shown else 0,
        "title": reward.title if shown else "",
        "text": reward.text if shown else "",
        "revision": reward.revision,
        "at": reward.updated_at.isoformat(),
        "history": reward.history,
    }
    if reward.claim_by is not None and shown:
        body["claim_by"] = reward.claim_by.isoformat()
    return body
