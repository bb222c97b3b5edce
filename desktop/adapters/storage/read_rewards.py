"""One member's rewards with their totals."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from sqlalchemy import Connection, select

from desktop.adapters.storage.police_repositories import to_reward
from desktop.adapters.storage.tables import rewards
from desktop.application.read_models import RewardRow, RewardsPage
from desktop.domain.alert.alert import short_number
from desktop.domain.alert.times import month_key
from desktop.domain.reward.reward import CLAIMABLE, OVER, PAID, Reward


def read_rewards(connection: Connection, member_id: str, first_month: datetime) -> RewardsPage:
    """Return the member's rewards, the newest first; months from `first_month` on, in the county's time."""
    statement = select(rewards).where(rewards.c.member_id == member_id).order_by(rewards.c.at.desc())
    found = [to_reward(dict(row)) for row in connection.execute(statement).mappings()]
    by_month: Counter[str] = Counter()
    for reward in found:
        paid_at = _paid_at(reward)
        if reward.kind == "cash" and paid_at is not None and paid_at >= first_month:
            by_month[month_key(paid_at)] += reward.amount_fen
    cash = [reward for reward in found if reward.kind == "cash"]
    return RewardsPage(
        rows=tuple(_row(reward) for reward in found),
        paid_fen=sum(reward.amount_fen for reward in cash if reward.state in PAID),
        to_claim_fen=sum(reward.amount_fen for reward in cash if reward.state in CLAIMABLE),
        in_progress=sum(reward.state not in OVER for reward in found),
        by_month=dict(by_month),
    )


def _paid_at(reward: Reward) -> datetime | None:
    if reward.state not in PAID:
        return None
    return next((at for state, at in reversed(reward.history) if state in PAID), reward.at)


def _row(reward: Reward) -> RewardRow:
    return RewardRow(
        reward_id=reward.reward_id,
        alert_id=reward.alert_id,
        alert_no=short_number(reward.alert_id),
        kind=reward.kind,
        state=reward.state,
        amount_fen=reward.amount_fen,
        title=reward.title,
        text=reward.text,
        updated_at=reward.at,
        history=reward.history,
        claim_by=reward.claim_by,
    )
