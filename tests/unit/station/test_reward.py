"""The reward's state machine and bounds (DOMAIN 5.6)."""

import itertools

import pytest

from station.domain.lead import IllegalMove
from station.domain.reward import RewardState, RewardStep, steps_from, take_step, within_bounds

LEGAL = {
    ("proposed", "review"): "reviewing",
    ("reviewing", "approve"): "approved",
    ("approved", "notify"): "notified",
    ("notified", "claim"): "claimed",
    ("notified", "expire"): "expired",
    ("claimed", "pay"): "paid",
    **{(state, "revoke"): "revoked" for state in ("proposed", "reviewing", "approved", "notified", "claimed")},
}


@pytest.mark.parametrize(("state", "step"), list(itertools.product(RewardState, RewardStep)))
def test_every_step_is_legal_or_refused(state: RewardState, step: RewardStep) -> None:
    wanted = LEGAL.get((state.value, step.value))
    if wanted:
        assert take_step(state, step, "cash") == wanted
        return
    with pytest.raises(IllegalMove) as caught:
        take_step(state, step, "cash")
    assert caught.value.allowed == [item.value for item in steps_from(state)]


@pytest.mark.parametrize("kind", ["letter", "banner"])
def test_letters_and_banners_are_awarded_not_paid(kind: str) -> None:
    assert take_step(RewardState.CLAIMED, RewardStep.PAY, kind) is RewardState.AWARDED


@pytest.mark.parametrize(
    ("kind", "fen", "fits"),
    [
        ("cash", 49_999, False),
        ("cash", 50_000, True),
        ("cash", 500_000, True),
        ("cash", 500_001, False),
        ("letter", 0, True),
        ("letter", 50_000, False),
    ],
)
def test_bounds(kind: str, fen: int, fits: bool) -> None:
    assert within_bounds(kind, fen) is fits
