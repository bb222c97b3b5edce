"""Facts are read strictly: every fault at once, each with its place, a code and a sentence in both languages."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redflags import Answer, FactsError, assess, parse_facts
from redflags.facts import TX_FIELDS
from tests.unit.redflags.support import definitions

GOLD = definitions()["gold_shop"]


def problems(raw: dict[str, Any]) -> dict[str, str]:
    """Code by path of every fault."""
    with pytest.raises(FactsError) as caught:
        parse_facts(raw, GOLD)
    for problem in caught.value.problems:
        assert problem.path in problem.zh
        assert problem.path in problem.en
        assert problem.zh.endswith("。")
    return {problem.path: problem.code for problem in caught.value.problems}


def tx(**fields: object) -> dict[str, Any]:
    """Facts with a transaction only."""
    return {"tx": fields}


FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"g-nothing": "yes"}, "facts.g-nothing", "unknown-id"),
    ({"c-on-phone": "yes"}, "facts.c-on-phone", "unknown-id"),
    ({"t-bars": "yes"}, "facts.t-bars", "unknown-id"),
    ({"g-lookout": "maybe"}, "facts.g-lookout", "bad-answer"),
    ({"g-lookout": True}, "facts.g-lookout", "bad-answer"),
    ({"g-lookout": "Yes"}, "facts.g-lookout", "bad-answer"),
    ({"m-business": ["yes"]}, "facts.m-business", "bad-answer"),
    ({"tx": []}, "facts.tx", "wrong-type"),
    ({"ctx": "yes"}, "facts.ctx", "wrong-type"),
    (tx(price=3), "facts.tx.price", "unknown-field"),
    (tx(amount_cny=0), "facts.tx.amount_cny", "out-of-range"),
    (tx(amount_cny=-5), "facts.tx.amount_cny", "out-of-range"),
    (tx(amount_cny=100_000_001), "facts.tx.amount_cny", "out-of-range"),
    (tx(amount_cny=10**400), "facts.tx.amount_cny", "out-of-range"),
    (tx(amount_cny=math.nan), "facts.tx.amount_cny", "not-finite"),
    (tx(amount_cny=math.inf), "facts.tx.amount_cny", "not-finite"),
    (tx(amount_cny=True), "facts.tx.amount_cny", "wrong-type"),
    (tx(amount_cny="26万"), "facts.tx.amount_cny", "wrong-type"),
    (tx(amount_cny="260000"), "facts.tx.amount_cny", "wrong-type"),
    (tx(weight_g=0), "facts.tx.weight_g", "out-of-range"),
    (tx(weight_g=100_000.5), "facts.tx.weight_g", "out-of-range"),
    (tx(item_kind="necklace"), "facts.tx.item_kind", "unknown-value"),
    (tx(item_kind=3), "facts.tx.item_kind", "unknown-value"),
    (tx(purity="Au12"), "facts.tx.purity", "unknown-value"),
    (tx(same_day_count=1.5), "facts.tx.same_day_count", "wrong-type"),
    (tx(same_day_count=-1), "facts.tx.same_day_count", "out-of-range"),
    (tx(last7d_count=True), "facts.tx.last7d_count", "wrong-type"),
    (tx(days7_cash_50_100k=8), "facts.tx.days7_cash_50_100k", "out-of-range"),
    (tx(same_day_prior_cash_cny=-1), "facts.tx.same_day_prior_cash_cny", "out-of-range"),
    (tx(linked_same_day_cash_cny=5), "facts.tx.linked_same_day_cash_cny", "wrong-type"),
    (tx(linked_same_day_cash_cny=[1, "2"]), "facts.tx.linked_same_day_cash_cny[1]", "wrong-type"),
    (tx(linked_same_day_cash_cny=[1] * 201), "facts.tx.linked_same_day_cash_cny", "out-of-range"),
    (tx(payments={}), "facts.tx.payments", "wrong-type"),
    (tx(payments=[7]), "facts.tx.payments[0]", "wrong-type"),
    (tx(payments=[{"method": "barter"}]), "facts.tx.payments[0].method", "unknown-value"),
    (tx(payments=[{}, {"payer": "aunt"}]), "facts.tx.payments[1].payer", "unknown-value"),
    (tx(payments=[{"amount_cny": 0}]), "facts.tx.payments[0].amount_cny", "out-of-range"),
    (tx(payments=[{"ok": "no"}]), "facts.tx.payments[0].ok", "wrong-type"),
    (tx(payments=[{"card": 1}]), "facts.tx.payments[0].card", "unknown-field"),
    (tx(ship_out=True), "facts.tx.ship_out", "wrong-type"),
    (tx(ship_out={"requested": 1}), "facts.tx.ship_out.requested", "wrong-type"),
    (tx(ship_out={"insured": "full"}), "facts.tx.ship_out.insured", "wrong-type"),
    (tx(cash="yes"), "facts.tx.cash", "wrong-type"),
    (tx(declared=5), "facts.tx.declared", "wrong-type"),
    (tx(declared="茶" * 201), "facts.tx.declared", "out-of-range"),
    ({"ctx": {"person_present": "maybe"}}, "facts.ctx.person_present", "unknown-value"),
    ({"ctx": {"value_status": "gone"}}, "facts.ctx.value_status", "unknown-value"),
    ({"ctx": {"weather": "rain"}}, "facts.ctx.weather", "unknown-field"),
]


@pytest.mark.parametrize(("raw", "path", "code"), FAULTS)
def test_each_fault_has_its_place_and_code(raw: dict[str, Any], path: str, code: str) -> None:
    assert problems(raw) == {path: code}


def test_all_faults_come_at_once() -> None:
    raw = {"g-x": "yes", "g-lookout": 1, "tx": {"amount_cny": -1, "weight_g": "a"}, "ctx": {"person_present": 0}}
    assert len(problems(raw)) == 5


def test_a_name_typed_as_a_key_is_shortened_and_a_value_never_repeated() -> None:
    long = "张三" * 60 + "\n"
    with pytest.raises(FactsError) as caught:
        parse_facts({long: "yes", "tx": {"item_kind": "李四"}, "g-lookout": "王五"}, GOLD)
    said = str(caught.value) + "".join(problem.zh + problem.en for problem in caught.value.problems)
    assert "李四" not in said
    assert "王五" not in said
    assert "\n" not in said
    assert len(caught.value.problems[0].path) <= len("facts.") + 60


def test_null_and_unknown_mean_not_known() -> None:
    raw: dict[str, Any] = {"g-lookout": None, "g-recon": "unknown", "tx": dict.fromkeys(TX_FIELDS)}
    raw["ctx"] = {"person_present": "unknown", "value_status": None}
    facts = parse_facts(raw, GOLD)
    assert set(facts.answers.values()) == {Answer.UNKNOWN}
    assert facts.tx == parse_facts({}, GOLD).tx
    assert facts.ctx == parse_facts({"ctx": {}}, GOLD).ctx
    assert parse_facts({"tx": None, "ctx": None}, GOLD).tx == facts.tx


def test_borders_are_inside() -> None:
    raw = {
        "amount_cny": 100_000_000,
        "weight_g": 0.001,
        "purity": 999.9,
        "payments": [{"account": 1234, "amount_cny": 0.01}],
    }
    facts = parse_facts({"tx": raw}, GOLD)
    assert facts.tx.purity == "999.9"
    assert facts.tx.payments[0].account == "1234"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
SHAPED = st.dictionaries(
    st.sampled_from(["tx", "ctx", *GOLD.questions, *GOLD.mitigators]) | st.text(max_size=5),
    JSON | st.dictionaries(st.sampled_from([*TX_FIELDS, "person_present", "value_status"]), JSON, max_size=6),
    max_size=5,
)


@given(raw=SHAPED)
def test_anything_is_either_read_or_refused(raw: dict[str, Any]) -> None:
    try:
        facts = parse_facts(raw, GOLD)
    except FactsError:
        return
    json.dumps(assess(GOLD, facts).to_json())
