"""Which pattern is named first decides which script the clerk is shown."""

from __future__ import annotations

import pytest

from tests.unit.redflags.support import judge


@pytest.mark.parametrize(
    ("yes", "first"),
    [
        ("g-purpose-official g-secrecy g-guided-live", "fake-police"),
        ("g-purpose-platform g-photo-report g-funds-strained", "task-rebate"),
        ("g-mail-out g-recipient-unknown g-price-indifferent", "gold-cash-transfer"),
        ("g-remote-payer g-payer-relation", "gold-cash-mule"),
        ("g-split-ask g-cash-source", "cash-structuring"),
        ("c-bulk-lure c-bulk-list", "lure-parcel"),
        ("c-cards-sims c-refuse-open", "card-trade"),
        ("c-found-hidden c-content-mismatch", "gold-cash-transfer"),
        ("q-pay-first q-contacted", "fake-cs"),
        ("q-link q-add-contact q-system-normal", "parcel-claim"),
        ("q-unordered q-lure-card", "lure-parcel"),
        ("b-insider b-profile-off", "stock-guru"),
        ("b-boss-online b-rush", "fake-boss"),
        ("b-loan-fee b-early-term", "fake-loan"),
        ("s-official-door", "fake-police"),
        ("s-lecture s-scan-gift", "wellness-elder"),
        ("s-device-room", "card-trade"),
    ],
)
def test_the_leading_pattern(yes: str, first: str) -> None:
    assert judge(yes).scam_types[0] == first


def test_at_most_three_and_none_without_a_level() -> None:
    many = judge("g-guided-live g-purpose-platform g-purpose-official g-mail-out g-elder-alone g-funds-strained")
    assert len(many.scam_types) == 3
    assert judge("g-nervous-rush").scam_types == ()


def test_a_victim_is_never_called_a_mule() -> None:
    result = judge("g-price-indifferent g-weight-only g-guided-live g-purpose-vague")
    assert result.track.value == "victim"
    assert "gold-cash-mule" not in result.scam_types


def test_a_suspect_is_never_called_a_victim_of_the_police_trick() -> None:
    result = judge("g-card-name-mismatch g-multi-card g-guided-live")
    assert result.track.value == "mule"
    assert result.scam_types[0] == "gold-cash-mule"
    assert "fake-police" not in result.scam_types


def test_an_explained_item_points_less() -> None:
    """With the call explained by the family, what remains speaks louder."""
    yes = "g-guided-live g-online-friend g-purpose-vague"
    assert judge(yes).scam_types.index("gold-cash-transfer") <= 1
    explained = judge(yes, "g-helper-who").scam_types
    assert explained.index("romance") < (explained.index("fake-police") if "fake-police" in explained else 3)
