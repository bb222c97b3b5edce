"""Where a reward stands on its road 拟奖励→审核→审批→通知→领取→发放 (DOMAIN 5.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from desktop.application.read_models import RewardRow
from redflags import Text

CASH_STEPS: Final[tuple[tuple[str, Text], ...]] = (
    ("proposed", Text("拟奖励", "Proposed")),
    ("reviewing", Text("审核", "Review")),
    ("approved", Text("审批", "Approval")),
    ("notified", Text("通知", "Notice")),
    ("claimed", Text("领取", "Claim")),
    ("paid", Text("发放", "Payment")),
)
HONOUR_LAST: Final = ("awarded", Text("颁发", "Award"))
_ENDED: Final = frozenset({"expired", "revoked", "not_eligible"})
_DONE: Final = frozenset({"paid", "awarded"})
StepState = Literal["done", "now", "open", "stopped"]


@dataclass(frozen=True, slots=True)
class Step:
    """One dot of the road; `at` when it was reached."""

    code: str
    title: Text
    state: StepState
    at: datetime | None


def steps_of(reward: RewardRow) -> tuple[Step, ...]:
    """Return the road of one reward; where it was stopped, the first step not reached is marked `stopped`."""
    road = CASH_STEPS if reward.kind == "cash" else (*CASH_STEPS[:-1], HONOUR_LAST)
    when = dict(reward.history)
    reached = _position(reward, road, when)
    ended = reward.state in _ENDED
    steps = []
    for index, (code, title) in enumerate(road):
        state: StepState = "open"
        if index <= reached:
            last = index == reached and not ended and reward.state not in _DONE
            state = "now" if last else "done"
        elif ended and index == reached + 1:
            state = "stopped"
        steps.append(Step(code, title, state, when.get(code)))
    return tuple(steps)


def is_claimable(reward: RewardRow) -> bool:
    """Tell whether the member can claim it now."""
    return reward.state == "notified"


def is_finished(reward: RewardRow) -> bool:
    """Tell whether nothing more will happen to it."""
    return reward.state in _ENDED or reward.state in _DONE


def _position(reward: RewardRow, road: tuple[tuple[str, Text], ...], when: dict[str, datetime]) -> int:
    codes = [code for code, _ in road]
    if reward.state in _DONE:
        return len(codes) - 1
    if reward.state in codes:
        return codes.index(reward.state)
    seen = [codes.index(code) for code in when if code in codes]
    return max(seen, default=-1)
