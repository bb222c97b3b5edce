"""The default ladder (DOMAIN 5.6): every step, at its border and just above."""

import pytest

from station.domain.reward import LEAST_CASH_FEN, MOST_CASH_FEN
from station.domain.reward_ladder import suggest

YUAN = 100


@pytest.mark.parametrize(
    ("loss_yuan", "reward_yuan"),
    [
        (1, 500),
        (20_000, 500),
        (20_001, 1_000),
        (100_000, 1_000),
        (100_001, 2_000),
        (200_000, 2_000),
        (300_000, 3_000),
        (400_000, 4_000),
        (400_001, 5_000),
        (500_000, 5_000),
        (9_000_000, 5_000),
    ],
)
def test_loss_decides_the_step(loss_yuan: int, reward_yuan: int) -> None:
    found = suggest([{"code": "loss_prevented", "amount_fen": loss_yuan * YUAN}])
    assert found.amount_fen == reward_yuan * YUAN


@pytest.mark.parametrize(("suspects", "extra"), [(1, 0), (2, 500), (3, 800), (4, 800), (5, 1_000), (9, 1_000)])
def test_suspects_add_to_the_step(suspects: int, extra: int) -> None:
    effects = [{"code": "payment_stopped", "amount_fen": 50_000 * YUAN}, {"code": "suspects_caught", "count": suspects}]
    assert suggest(effects).amount_fen == (1_000 + extra) * YUAN


def test_loss_prevented_and_payment_stopped_are_never_added() -> None:
    effects = [
        {"code": "loss_prevented", "amount_fen": 90_000 * YUAN},
        {"code": "payment_stopped", "amount_fen": 90_000 * YUAN},
    ]
    assert suggest(effects).amount_fen == 1_000 * YUAN


def test_a_valid_lead_without_a_figure_gets_the_least() -> None:
    assert suggest([{"code": "dissuaded"}]).amount_fen == LEAST_CASH_FEN


def test_never_above_the_county_bound_and_says_so() -> None:
    found = suggest([{"code": "loss_prevented", "amount_fen": 450_000 * YUAN}, {"code": "suspects_caught", "count": 6}])
    assert found.amount_fen == MOST_CASH_FEN
    assert "5,000" in found.zh
    assert "capped" in found.en


def test_beyond_the_ladder_asks_for_separate_approval() -> None:
    assert "另行审批" in suggest([{"code": "loss_prevented", "amount_fen": 600_000 * YUAN}]).zh
