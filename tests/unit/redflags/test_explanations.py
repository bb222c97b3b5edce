"""Every explanation of DOMAIN 0.2 and the two item conditions: what it lowers, and when it does not apply."""

from __future__ import annotations

import pytest

from tests.unit.redflags.support import judge, reason_points

SHIPPED: dict[str, object] = {
    "amount_cny": 4000,
    "ship_out": {"requested": True, "recipient_is_buyer": False, "other_prefecture": True},
}
REMOTE: dict[str, object] = {"payments": [{"method": "transfer", "amount_cny": 100, "payer": "remote_third"}]}

# yes, no, transaction, items with what they count (None: nothing)
Case = tuple[str, str, dict[str, object] | None, dict[str, int | None]]

EXPLAINED: list[Case] = [
    ("g-guided-live g-photo-report g-camera-told", "g-helper-who", None,
     {"g-guided-live": 1, "g-photo-report": 1, "g-camera-told": 1}),
    ("m-payer-confirmed g-remote-payer g-photo-code-out g-wait-for-funds g-online-order-pickup", "", None,
     {"g-remote-payer": 1, "g-photo-code-out": 1, "g-wait-for-funds": 1, "g-online-order-pickup": 1}),
    ("m-payer-confirmed g-agent-weak", "", REMOTE, {"t-pay-remote": 1}),
    ("m-business g-remote-payer g-wait-for-funds g-photo-code-out g-photo-report g-stock-first", "g-payer-relation", None,
     {"g-remote-payer": 1, "g-wait-for-funds": 1, "g-photo-code-out": 1, "g-photo-report": 1, "g-stock-first": 1}),
    ("g-mail-out", "g-recipient-unknown", SHIPPED, {"g-mail-out": 2, "t-ship-out": 2}),
    ("cm-open-willing c-weight-off c-xray-dense c-rush-city", "c-found-hidden", None,
     {"c-weight-off": None, "c-xray-dense": None, "c-rush-city": 2}),
    ("cm-family-recipient c-address-odd c-rush-city", "", None, {"c-address-odd": None, "c-rush-city": 2}),
    ("cm-papers cm-known-business c-cards-sims", "", None, {"c-cards-sims": 3}),
    ("qm-official q-contacted q-over-comp", "", None, {"q-contacted": None, "q-over-comp": 3}),
    ("bm-callback b-rush b-early-term", "", None, {"b-rush": 1, "b-early-term": 1}),
]  # fmt: skip
NOT_EXPLAINED: list[Case] = [
    ("g-guided-live g-photo-report", "", None, {"g-guided-live": 4, "g-photo-report": 3}),
    ("g-photo-report", "g-helper-who", None, {"g-photo-report": 3}),
    ("g-remote-payer g-wait-for-funds", "m-payer-confirmed", None, {"g-remote-payer": 5, "g-wait-for-funds": 4}),
    ("", "m-payer-confirmed", REMOTE, {"t-pay-remote": 4}),
    ("m-business g-remote-payer", "", None, {"g-remote-payer": 5}),
    ("m-business g-stock-first g-agent-weak", "g-payer-relation", None, {"g-stock-first": 3}),
    ("g-remote-payer", "g-payer-relation", None, {"g-remote-payer": 5}),
    ("g-mail-out", "", SHIPPED, {"g-mail-out": 4, "t-ship-out": 3}),
    ("g-plain-pack", "g-recipient-unknown", SHIPPED, {"t-ship-out": 3}),
    ("cm-open-willing c-weight-off", "", None, {"c-weight-off": 3}),
    ("c-weight-off c-xray-dense", "c-found-hidden", None, {"c-weight-off": 3, "c-xray-dense": 3}),
    ("c-address-odd c-alias", "cm-family-recipient", None, {"c-address-odd": 2}),
    ("cm-papers c-cards-sims", "", None, {"c-cards-sims": 5}),
    ("q-contacted", "qm-official", None, {"q-contacted": 2}),
    ("b-rush b-early-term", "bm-callback", None, {"b-rush": 2, "b-early-term": 2}),
]


@pytest.mark.parametrize(("yes", "no", "tx", "points"), EXPLAINED + NOT_EXPLAINED)
def test_explained_items_count_what_the_explanation_says(
    yes: str, no: str, tx: dict[str, object] | None, points: dict[str, int | None]
) -> None:
    found = reason_points(judge(yes, no, tx=tx))
    assert {key: found.get(key) for key in points} == points


def test_an_explanation_never_raises() -> None:
    """An item already below the explained value keeps its own."""
    assert reason_points(judge("g-mail-out g-handover-when", "g-recipient-unknown"))["g-handover-when"] == 2


@pytest.mark.parametrize(("kind", "points"), [("bar", None), ("coin", None), ("jewellery", 2), ("mixed", 2), (None, 2)])
def test_style_counts_only_where_style_matters(kind: str | None, points: int | None) -> None:
    result = judge("g-style-indifferent g-weight-only", tx={"item_kind": kind})
    assert reason_points(result).get("g-style-indifferent") == points


@pytest.mark.parametrize(("amount", "points"), [(20_000, 4), (19_999.99, None), (None, None)])
def test_refusing_to_register_counts_from_twenty_thousand(amount: float | None, points: int | None) -> None:
    result = judge("g-refuse-register g-agent-weak", tx={"amount_cny": amount})
    assert reason_points(result).get("g-refuse-register") == points
