"""The states of a reward, who may move it, and its bounds (DOMAIN 5.6)."""

from collections.abc import Mapping
from enum import StrEnum

from station.domain.lead import IllegalMove

LEAST_CASH_FEN = 500_00
MOST_CASH_FEN = 5_000_00
CLAIM_DAYS = 183
"""Days a member has to claim after being notified: six months in the written procedure used as model (DOMAIN 5.6)."""


class RewardState(StrEnum):
    """Where a reward stands; the value is what goes on the wire."""

    PROPOSED = "proposed"
    REVIEWING = "reviewing"
    APPROVED = "approved"
    NOTIFIED = "notified"
    CLAIMED = "claimed"
    PAID = "paid"
    AWARDED = "awarded"
    EXPIRED = "expired"
    REVOKED = "revoked"


class RewardStep(StrEnum):
    """What an officer (or, for `claim`, the member) does to a reward."""

    REVIEW = "review"
    APPROVE = "approve"
    NOTIFY = "notify"
    CLAIM = "claim"
    PAY = "pay"
    REVOKE = "revoke"
    EXPIRE = "expire"


_R = RewardState
_MOVES: Mapping[RewardState, Mapping[RewardStep, RewardState]] = {
    _R.PROPOSED: {RewardStep.REVIEW: _R.REVIEWING, RewardStep.REVOKE: _R.REVOKED},
    _R.REVIEWING: {RewardStep.APPROVE: _R.APPROVED, RewardStep.REVOKE: _R.REVOKED},
    _R.APPROVED: {RewardStep.NOTIFY: _R.NOTIFIED, RewardStep.REVOKE: _R.REVOKED},
    _R.NOTIFIED: {RewardStep.CLAIM: _R.CLAIMED, RewardStep.EXPIRE: _R.EXPIRED, RewardStep.REVOKE: _R.REVOKED},
    _R.CLAIMED: {RewardStep.PAY: _R.PAID, RewardStep.REVOKE: _R.REVOKED},
    _R.PAID: {},
    _R.AWARDED: {},
    _R.EXPIRED: {},
    _R.REVOKED: {},
}

SHOWN_TO_MEMBER = frozenset({_R.NOTIFIED, _R.CLAIMED, _R.PAID, _R.AWARDED, _R.EXPIRED})
"""States in which the member may read the amount and the title: nobody sees a sum the bureau has not approved."""


def steps_from(state: RewardState) -> list[RewardStep]:
    """Return the steps possible from `state`, in a stable order."""
    return sorted(_MOVES[state])


def take_step(state: RewardState, step: RewardStep, kind: str) -> RewardState:
    """Return the state after `step`; raises IllegalMove when the step is not possible.

    `kind` is cash, letter or banner: letters and banners end awarded, cash ends paid.
    """
    target = _MOVES[state].get(step)
    if target is None:
        raise IllegalMove(state.value, [item.value for item in steps_from(state)])
    if target is RewardState.PAID and kind != "cash":
        return RewardState.AWARDED
    return target


def within_bounds(kind: str, amount_fen: int) -> bool:
    """True when the amount suits the kind: 500 to 5,000 yuan in cash, nothing otherwise (county rule, DOMAIN 5.6)."""
    if kind != "cash":
        return amount_fen == 0
    return LEAST_CASH_FEN <= amount_fen <= MOST_CASH_FEN
