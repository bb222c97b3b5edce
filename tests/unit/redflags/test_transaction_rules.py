"""The transaction rules of DOMAIN 1.4 and 3.1 at their borders; compliance stays apart from suspicion."""

from __future__ import annotations

from typing import Any

import pytest

from redflags import Assessment, Track, assess, parse_facts
from redflags.engine import fired_rules
from redflags.measures import measure
from tests.unit.redflags.support import cash, definitions, judge


def fired(tx: dict[str, Any], setting: str = "gold_shop") -> dict[str, int]:
    """Rules a transaction fulfils, with points."""
    definition = definitions()[setting]
    return fired_rules(definition.program, measure(parse_facts({"tx": tx}, definition).tx))


def legs(*payers: str, **more: object) -> list[dict[str, object]]:
    """Card payments of 1,000 CNY, one per payer."""
    return [{"method": "card", "amount_cny": 1000, "payer": payer, **more} for payer in payers]


def ship(**more: object) -> dict[str, object]:
    """A shipment asked of the shop, to someone else in another prefecture."""
    return {"requested": True, "recipient_is_buyer": False, "other_prefecture": True, **more}


BAD = {"method": "card", "amount_cny": 1000, "ok": False}
GOOD = {"method": "card", "amount_cny": 1000}
CASES: list[tuple[str, dict[str, Any], int | None]] = [
    ("t-size", {"amount_cny": 19_999.99}, None),
    ("t-size", {"amount_cny": 20_000}, 1),
    ("t-size", {"amount_cny": 50_000}, 2),
    ("t-size", {"amount_cny": 100_000, "weight_g": 1}, 3),
    ("t-size", {"weight_g": 29.999}, None),
    ("t-size", {"weight_g": 30, "amount_cny": 100}, 1),
    ("t-size", {"weight_g": 50}, 2),
    ("t-size", {"weight_g": 100}, 3),
    ("t-bars", {"item_kind": "bar"}, 1),
    ("t-bars", {"item_kind": "coin"}, 1),
    ("t-bars", {"item_kind": "mixed"}, None),
    ("t-bars", {"item_kind": "jewellery"}, None),
    ("t-repeat-day", {"same_day_count": 1}, 2),
    ("t-repeat-day", {"same_day_count": 0}, None),
    ("t-repeat-7d", {"last7d_count": 2}, 2),
    ("t-repeat-7d", {"last7d_count": 1}, None),
    ("t-ship-out", {"ship_out": ship()}, 3),
    ("t-ship-out", {"ship_out": ship(recipient_is_buyer=True)}, None),
    ("t-ship-out", {"ship_out": ship(other_prefecture=False)}, None),
    ("t-ship-out", {"ship_out": ship(requested=False)}, None),
    ("t-ship-out", {"ship_out": {"requested": True, "other_prefecture": True}}, None),
    ("t-ship-uninsured", {"amount_cny": 5000, "ship_out": ship(insured=False)}, 2),
    ("t-ship-uninsured", {"amount_cny": 4999, "ship_out": ship(insured=False)}, None),
    ("t-ship-uninsured", {"amount_cny": 5000, "ship_out": ship(insured=True)}, None),
    ("t-ship-uninsured", {"amount_cny": 5000, "ship_out": ship(insured=2499)}, 2),
    ("t-ship-uninsured", {"amount_cny": 5000, "ship_out": ship(insured=2500)}, None),
    ("t-ship-uninsured", {"amount_cny": 5000, "ship_out": ship()}, None),
    ("t-ship-uninsured", {"amount_cny": 5000, "ship_out": ship(requested=False, insured=False)}, None),
    ("t-pay-remote", {"payments": legs("remote_third")}, 4),
    ("t-pay-remote", {"payments": legs("self", "other_name_absent")}, 4),
    ("t-pay-remote", {"payments": legs("self", "companion_present", "company_matching")}, None),
    ("t-pay-split", {"payments": legs("self", "self", "self")}, 3),
    ("t-pay-split", {"payments": legs("self", "self")}, None),
    ("t-pay-split", {"payments": [*legs("self", "self"), BAD]}, None),
    ("t-pay-failed", {"payments": [BAD, BAD, GOOD]}, 1),
    ("t-pay-failed", {"payments": [BAD, GOOD]}, None),
    ("t-pay-failed", {"payments": [GOOD, BAD, BAD]}, None),
    ("t-cash-near", cash(80_000), 2),
    ("t-cash-near", cash(79_999.99), None),
    ("t-cash-near", cash(99_999.99), 2),
    ("t-cash-near", cash(100_000), None),
    ("t-cash-near", cash(30_000, same_day_prior_cash_cny=50_000), 2),
    ("t-cash-split", cash(60_000, 40_000), 4),
    ("t-cash-split", cash(60_000, 39_999.99), None),
    ("t-cash-split", cash(100_000, 10_000), None),
    ("t-cash-split", cash(50_000, same_day_prior_cash_cny=50_000), 4),
    ("t-cash-split", cash(40_000, linked_same_day_cash_cny=[30_000, 30_000]), 4),
    ("t-cash-split", cash(40_000, linked_same_day_cash_cny=[100_000]), None),
    ("t-cash-split", {"same_day_prior_cash_cny": 60_000, "linked_same_day_cash_cny": [60_000]}, None),
    ("t-cash-multi-day", cash(50_000, days7_cash_50_100k=3), 3),
    ("t-cash-multi-day", cash(50_000, days7_cash_50_100k=2), None),
    ("t-cash-multi-day", {"days7_cash_50_100k": 7}, None),
    ("t-cash-100k", cash(100_000), 0),
    ("t-cash-100k", cash(99_999.99), None),
    ("t-cash-100k", cash(49_999.99, 50_000.01), 0),
    ("t-cash-100k", cash(1, same_day_prior_cash_cny=99_999), 0),
    ("t-cash-100k", {"same_day_prior_cash_cny": 200_000}, None),
    ("t-cash-100k", {"payments": [{"method": "card", "amount_cny": 500_000}]}, None),
    ("t-cash-100k", {"payments": [{"method": "cash", "amount_cny": 150_000, "ok": False}]}, None),
    ("t-cash-100k", {"amount_cny": 120_000, "payments": [{"method": "cash"}]}, 0),
]


@pytest.mark.parametrize(("rule", "tx", "points"), CASES)
def test_each_rule_at_its_border(rule: str, tx: dict[str, Any], points: int | None) -> None:
    assert fired(tx).get(rule) == points


@pytest.mark.parametrize(
    ("tx", "points"),
    [
        ({"amount_cny": 49_999, "cash": True}, None),
        ({"amount_cny": 50_000, "cash": True}, 1),
        ({"amount_cny": 100_000, "cash": True}, 2),
        ({"amount_cny": 100_000, "cash": False}, None),
        ({"amount_cny": 100_000}, None),
    ],
)
def test_cash_withdrawal_at_the_bank(tx: dict[str, Any], points: int | None) -> None:
    assert fired(tx, "bank_counter").get("t-cash-out") == points


def test_a_large_cash_sale_to_a_cooperative_customer_is_no_suspicion() -> None:
    result = judge("m-own-id-own-pay", tx=cash(150_000, amount_cny=150_000))
    assert result.level.value == "none"
    assert result.compliance == ("t-cash-100k",)
    assert "t-cash-100k" not in [reason.id for reason in result.reasons]


def test_the_bank_has_no_gold_shop_duty() -> None:
    assert judge("bm-consistent", tx={"amount_cny": 500_000, "cash": True}).compliance == ()


def paid_remotely(*yes: str, **answers: str) -> Assessment:
    """A sale whose payer is not in the shop."""
    definition = definitions()["gold_shop"]
    raw: dict[str, object] = dict.fromkeys(yes, "yes") | answers | {"tx": {"payments": legs("remote_third")}}
    return assess(definition, parse_facts(raw, definition))


def test_the_computed_twin_is_counted_once() -> None:
    assert paid_remotely().scores[Track.MULE] == 4
    assert paid_remotely("g-remote-payer").scores[Track.MULE] == 5
    assert paid_remotely("g-card-name-mismatch").scores[Track.MULE] == 5
    assert paid_remotely("g-multi-card").scores[Track.MULE] == 8
    assert paid_remotely(**{"g-remote-payer": "no"}).scores[Track.MULE] == 4


def test_size_alone_never_reaches_watch() -> None:
    everything = {"amount_cny": 900_000, "item_kind": "bar", "same_day_count": 3, "last7d_count": 6}
    result = judge("g-nervous-rush", tx=everything)
    assert result.scores == {Track.VICTIM: 6, Track.MULE: 3, Track.STRUCTURING: 2}
    assert judge("", "g-mail-out", tx=everything).level.value == "none"
