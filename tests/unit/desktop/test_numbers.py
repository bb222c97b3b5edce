"""Amounts, weights and purities as people type them."""

from __future__ import annotations

import random

import pytest

from desktop.domain.alert.numbers import Unreadable, density_is_odd, fen_of, parse_amount, parse_purity, parse_weight


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("15万", 15_000_000),
        ("1.5万", 1_500_000),
        ("1.5万元", 1_500_000),
        ("１５０００", 1_500_000),
        ("¥12,345.60", 1_234_560),
        ("12，345元整", 1_234_500),
        ("3千", 300_000),
        (" 2 6 万 ", 26_000_000),
        ("0.01", 1),
        ("100000000", 10_000_000_000),
    ],
)
def test_amounts(typed: str, fen: int) -> None:
    assert parse_amount(typed) == fen


@pytest.mark.parametrize(
    "typed", ["", "万", "-5", "0", "0.001", "1e5", "一万", "100000000.01", "2亿", "12.3.4", "∞", "🙂"]
)
def test_amounts_refused(typed: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_amount(typed)
    assert caught.value.zh.endswith("。")
    assert caught.value.en.endswith(".")


@pytest.mark.parametrize(
    ("typed", "mg"),
    [
        ("1斤", 500000),
        ("2两", 100000),
        ("50", 50000),
        ("５０克", 50000),
        ("1.2公斤", 1200000),
        ("1.2KG", 1200000),
        ("187.5g", 187500),
        ("0.001", 1),
        ("100kg", 100000000),
        ("5mg", 5),
    ],
)
def test_weights(typed: str, mg: int) -> None:
    assert parse_weight(typed) == mg


def test_qian_is_ambiguous() -> None:
    with pytest.raises(Unreadable) as caught:
        parse_weight("3钱")
    assert caught.value.code == "ambiguous-weight"


@pytest.mark.parametrize("typed", ["0", "0.0001", "101公斤", "很重", "斤", "1斤2两"])
def test_weights_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        parse_weight(typed)


def test_old_words_for_purity() -> None:
    words = {"千足金": "Au999", "万足金": "Au999.9", "9999": "Au999.9", "足金": "Au990", "18k": "750", "au999": "Au999"}
    assert {word: parse_purity(word) for word in words} == words
    with pytest.raises(Unreadable):
        parse_purity("24K金")


def test_density_finds_a_typing_error() -> None:
    assert not density_is_odd(100_000, 5180)
    assert density_is_odd(100_000, 6000)


def test_every_amount_of_fen_survives_being_typed(rng: random.Random) -> None:
    for _ in range(500):
        fen = rng.randint(1, 10_000_000_000)
        assert parse_amount(f"{fen // 100}.{fen % 100:02d}") == fen
        assert fen_of(fen / 100) == fen
