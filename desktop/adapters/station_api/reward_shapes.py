"""Rewards as the station writes them, in the feed and in the answers of the reward calls."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from desktop.adapters.station_api.answers import Line, Prose, Shape, When, Whole
from desktop.domain.reward.reward import Reward


class _HistoryStep(Shape):
    state: Line
    at: When


class RewardShape(Shape):
    """One reward."""

    reward_id: Annotated[str, Field(min_length=1, max_length=100)]
    alert_id: Line
    member_id: Line
    kind: Literal["cash", "letter", "banner"]
    state: Line
    amount_fen: Whole = 0
    title: Line = ""
    text: Prose = ""
    revision: Whole
    at: When
    history: list[_HistoryStep] = Field(default_factory=list)
    claim_by: When | None = None

    def plain(self) -> Reward:
        """Return the reward this shape tells of."""
        return Reward(
            reward_id=self.reward_id,
            alert_id=self.alert_id,
            member_id=self.member_id,
            kind=self.kind,
            state=self.state,
            amount_fen=self.amount_fen,
            title=self.title,
            text=self.text,
            revision=self.revision,
            at=self.at,
            history=tuple((step.state, step.at) for step in self.history),
            claim_by=self.claim_by,
        )


class RewardList(Shape):
    """GET /rewards."""

    rewards: Annotated[list[RewardShape], Field(max_length=10_000)]


class RewardAnswer(Shape):
    """The answer of a claim, where the station wraps the reward as the feed does."""

    reward: RewardShape
