"""Every floor of DOMAIN 0.1 with a case where it holds and one where it just does not."""

from __future__ import annotations

import pytest

from redflags import Level, Track
from tests.unit.redflags.support import definitions, judge

DECISIVE = {
    "gold_shop": "g-screen-share g-purpose-platform g-purpose-official g-pickup-wrong g-split-ask",
    "courier_acceptance": "c-found-hidden c-cards-sims c-same-recipient c-bulk-lure c-cs-police c-purpose-platform",
    "courier_delivery": "",
    "courier_inquiry": "q-screen q-code-card q-pay-first",
    "bank_counter": "b-insider b-official b-boss-online b-handover",
    "sighting": "s-official-door s-device-room s-ride-two-stories s-ride-cash-told",
}
CALMING = {
    "gold_shop": "m-known-customer m-occasion m-business",
    "courier_acceptance": "cm-family-recipient cm-known-business",
    "courier_inquiry": "qm-official qm-self-noticed",
    "bank_counter": "bm-consistent bm-callback",
    "sighting": "sm-known-family sm-everyday-item",
}


@pytest.mark.parametrize(("setting", "ids"), DECISIVE.items())
def test_each_decisive_item_keeps_the_case_at_watch_however_calm_the_rest_is(setting: str, ids: str) -> None:
    for key in ids.split():
        parents = definitions()[setting].questions[key].parents
        result = judge(" ".join((key, *parents[:1], CALMING[setting])), setting=setting)
        assert result.level.rank >= Level.WATCH.rank, key
        assert "decisive" in result.floors, key


@pytest.mark.parametrize("setting", DECISIVE)
def test_no_other_item_alone_is_decisive(setting: str) -> None:
    definition = definitions()[setting]
    for question in definition.questions.values():
        alone = not question.parents and question.id not in DECISIVE[setting].split()
        assert not alone or "decisive" not in judge(question.id, setting=setting).floors, question.id


ALERTS = [
    ("c-found-hidden cm-open-willing cm-family-recipient", "c-content-mismatch cm-open-willing cm-family-recipient"),
    ("q-screen qm-official qm-self-noticed", "q-on-call qm-official qm-self-noticed"),
    (
        "g-guided-live g-screen-share m-known-customer m-occasion",
        "g-guided-live g-camera-told m-known-customer m-occasion",
    ),
    ("s-card-buy", "s-scan-gift"),
    ("s-official-door sm-known-family", "s-secret sm-known-family"),
    ("s-device-room", "s-short-let"),
    ("c-bulk-lure c-bulk-list cm-known-business", "c-bulk-lure cm-known-business"),
    ("d-many-names d-multi-senders", "d-many-names d-no-code"),
]


@pytest.mark.parametrize(("holds", "misses"), ALERTS)
def test_floors_that_make_an_alert(holds: str, misses: str) -> None:
    assert judge(holds).level is Level.ALERT
    assert judge(misses).level.rank < Level.ALERT.rank


def test_a_list_without_the_prize_cards_is_a_follow_up_that_was_never_shown() -> None:
    assert judge("c-bulk-list").level is Level.NONE


@pytest.mark.parametrize(("amount", "level"), [(20_000, Level.WATCH), (19_999.99, Level.NONE), (None, Level.NONE)])
def test_elder_alone_whose_family_does_not_know_from_twenty_thousand(amount: float | None, level: Level) -> None:
    result = judge("g-elder-alone g-family-unaware m-known-customer m-keeps-self", tx={"amount_cny": amount})
    assert result.level is level
    assert ("elder-alone-unaware" in result.floors) is (level is Level.WATCH)


def test_elder_alone_needs_the_unaware_family() -> None:
    assert judge("g-elder-alone m-known-customer", tx={"amount_cny": 50_000}).level is Level.NONE


URGENT = [
    ("g-handover-third g-purpose-platform m-known-customer", "g-handover-third g-purpose-vague m-known-customer"),
    ("g-handover-third g-purpose-official m-known-customer", "g-purpose-official g-purpose-platform m-known-customer"),
    ("g-handover-third g-guided-live g-screen-share", "g-handover-third g-guided-live"),
    ("b-handover b-coached bm-consistent bm-callback", "b-handover b-purpose-vague bm-consistent bm-callback"),
    ("b-handover b-profile-off", "b-profile-off b-coached"),
    ("d-sender-recall", "d-roadside"),
    ("q-paid-already qm-official", "q-entered qm-official"),
    ("s-stranger-collect sm-known-family sm-everyday-item", "s-isolated-call sm-known-family"),
]


@pytest.mark.parametrize(("holds", "misses"), URGENT)
def test_floors_that_make_it_urgent(holds: str, misses: str) -> None:
    assert judge(holds).level is Level.URGENT
    assert judge(misses).level.rank < Level.URGENT.rank


def test_the_other_item_of_a_cash_handover_is_taken_by_its_own_weight() -> None:
    """DOMAIN 0.3 step 7: an explained item still counts with its own weight; a mitigator or a rule never does."""
    assert judge("b-handover b-early-term b-rush").level is Level.ALERT
    alone = judge("b-handover", tx={"amount_cny": 980_000, "cash": True})
    assert alone.level is Level.WATCH
    assert alone.scores[Track.VICTIM] == 7


def test_a_floor_never_lowers() -> None:
    result = judge(
        "g-price-indifferent g-weight-only g-guided-live g-screen-share g-purpose-official g-secrecy g-mail-out"
    )
    assert result.level is Level.URGENT
    assert "decisive" in result.floors


def test_an_explained_decisive_item_stays_in_force_above_one_point() -> None:
    explained = judge("c-cards-sims cm-papers cm-known-business")
    assert explained.scores[Track.MULE] == 0
    assert explained.level is Level.WATCH
    assert (explained.reasons[0].id, explained.reasons[0].track) == ("c-cards-sims", Track.MULE)
