"""Rewards to show, each valid by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from desktop.application.read_models import RewardRow
from tests.support import OPENING

ROAD = ("proposed", "reviewing", "approved", "notified", "claimed", "paid")


def reward(upto: str = "notified", **changes: Any) -> RewardRow:
    """A cash reward with the history of a straight road up to its state, a day a step."""
    reached = ROAD[: ROAD.index(upto) + 1] if upto in ROAD else ROAD[:1]
    told = upto in ("notified", "claimed", "paid")
    row = RewardRow(
        reward_id=f"reward-{upto}",
        alert_id="0193-000001",
        alert_no="7K2M-0001",
        kind="cash",
        state=upto,
        amount_fen=80_000 if told else 0,
        title="有效线索奖励" if told else "",
        text="",
        updated_at=OPENING,
        history=tuple((step, OPENING + timedelta(days=day - 6)) for day, step in enumerate(reached)),
        claim_by=OPENING + timedelta(days=180) if upto == "notified" else None,
    )
    return replace(row, **changes)
