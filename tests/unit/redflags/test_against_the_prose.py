"""The engine and the second, naive one (oracle.py) agree on random cases of every setting."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redflags import assess_case
from redflags.facts import PRESENCES, VALUE_STATUSES
from tests.unit.redflags.oracle import ITEMS, judge_by_prose
from tests.unit.redflags.support import definitions

AMOUNTS = st.sampled_from(
    [1, 4999.99, 5000, 19999.99, 20000, 49999.99, 50000, 79999.99, 80000, 99999.99, 100000, 260000]
)
LEG = st.fixed_dictionaries(
    {
        "method": st.sampled_from(["cash", "card", "qr", "transfer"]),
        "amount_cny": AMOUNTS,
        "payer": st.sampled_from(
            ["self", "companion_present", "company_matching", "other_name_absent", "remote_third"]
        ),
        "ok": st.sampled_from([True, True, False]),
    }
)
SHIP = st.fixed_dictionaries(
    {}, optional={key: st.booleans() for key in ("requested", "recipient_is_buyer", "other_prefecture", "insured")}
)
TX = st.fixed_dictionaries(
    {},
    optional={
        "amount_cny": AMOUNTS,
        "weight_g": st.sampled_from([1, 29.9, 30, 49, 50, 99.9, 100]),
        "item_kind": st.sampled_from(["bar", "coin", "jewellery", "mixed"]),
        "payments": st.lists(LEG, max_size=5),
        "same_day_count": st.integers(0, 2),
        "same_day_prior_cash_cny": st.sampled_from([0, 30000, 99999]),
        "linked_same_day_cash_cny": st.lists(st.sampled_from([40000, 100000]), max_size=2),
        "last7d_count": st.integers(0, 3),
        "days7_cash_50_100k": st.integers(0, 4),
        "ship_out": SHIP,
        "cash": st.booleans(),
    },
)
CTX = st.fixed_dictionaries(
    {}, optional={"person_present": st.sampled_from(PRESENCES), "value_status": st.sampled_from(VALUE_STATUSES)}
)


@st.composite
def cases(draw: st.DrawFn, setting: str) -> dict[str, Any]:
    """Random facts with a handful of yes answers: with many, every score hits its caps and shows nothing."""
    definition = definitions()[setting]
    ids = sorted({*definition.questions, *definition.mitigators})
    yes = draw(st.lists(st.sampled_from(ids), max_size=8, unique=True))
    parents = [parent for key in yes for parent in ITEMS[key][3] if parent in definition.questions]
    opened = [parent for parent in parents if draw(st.booleans())]
    no = draw(st.lists(st.sampled_from(ids), max_size=8, unique=True))
    facts: dict[str, Any] = dict.fromkeys(no, "no") | dict.fromkeys([*yes, *opened], "yes")
    return facts | {"tx": draw(TX), "ctx": draw(CTX)}


def same(setting: str, facts: dict[str, Any]) -> None:
    """Both engines give the same scores, track, level and duties."""
    ours = assess_case({"id": 1, "setting": setting, "facts": facts}, definitions())
    theirs = judge_by_prose(setting, facts)
    assert {key: ours[key] for key in theirs} == theirs


@pytest.mark.parametrize("setting", ["gold_shop", "courier_acceptance", "courier_delivery", "courier_inquiry"])
@settings(max_examples=400)
@given(data=st.data())
def test_agree_at_the_shop_and_the_depot(setting: str, data: st.DataObject) -> None:
    same(setting, data.draw(cases(setting)))


@pytest.mark.parametrize("setting", ["bank_counter", "sighting"])
@settings(max_examples=400)
@given(data=st.data())
def test_agree_at_the_bank_and_on_the_street(setting: str, data: st.DataObject) -> None:
    same(setting, data.draw(cases(setting)))


def test_every_item_of_the_tables_is_in_the_checklists_with_its_weight_tracks_group_and_parents() -> None:
    shipped: dict[str, tuple[int, str, str, list[str]]] = {}
    for definition in definitions().values():
        for question in definition.questions.values():
            tracks = "".join(track[0].upper() for track in question.tracks)
            shipped[question.id] = (question.weight, tracks, question.group, list(question.parents) or ["-"])
        for item in definition.mitigators.values():
            tracks = "".join(track[0].upper() for track in item.tracks)
            shipped[item.id] = (item.weight, tracks, "mitigator", ["-"])
    assert shipped == ITEMS
