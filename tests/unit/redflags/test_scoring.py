"""Caps, mitigators, ties, size: step 5 and 6 of DOMAIN 0.3, and properties that hold for any answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redflags import Assessment, Level, Track, assess, parse_facts
from tests.unit.redflags.support import definitions, judge, reason_points

SETTINGS = sorted(definitions())


@pytest.mark.parametrize(
    ("yes", "track", "score"),
    [
        ("g-price-indifferent g-weight-only g-nervous-rush", Track.VICTIM, 5),
        ("g-guided-live g-helper-who g-camera-told", Track.VICTIM, 8),
        ("g-remote-payer g-payer-relation g-photo-code-out", Track.MULE, 10),
        ("g-split-ask g-split-people g-cash-source g-buy-sell-cycle", Track.STRUCTURING, 10),
        ("c-same-recipient c-recipient-unknown c-alias", Track.MULE, 7),
        ("c-weight-off c-xray-dense", Track.VICTIM, 4),
        ("q-link q-add-contact q-code-card", Track.VICTIM, 12),
        ("b-profile-off b-inflow-strangers b-account-lent", Track.MULE, 6),
    ],
)
def test_each_group_is_capped(yes: str, track: Track, score: int) -> None:
    assert judge(yes).scores[track] == score


@pytest.mark.parametrize(("level", "yes"), [("none", "g-purpose-vague"), ("watch", "g-mail-out"),
                                            ("alert", "g-mail-out g-secrecy")])  # fmt: skip
def test_levels_begin_at_their_limits(level: str, yes: str) -> None:
    assert judge(yes).level.value == level


def test_seven_is_watch_thirteen_alert_fourteen_urgent() -> None:
    assert judge("g-mail-out g-purpose-vague").level is Level.WATCH
    thirteen = "g-guided-live g-secrecy g-price-indifferent g-weight-only"
    assert judge(thirteen).scores[Track.VICTIM] == 13
    assert judge(thirteen).level is Level.ALERT
    assert judge(thirteen.replace("g-price-indifferent", "g-style-indifferent g-lookout")).level is Level.URGENT


def test_mitigators_go_down_to_six_and_only_three_beside_a_five() -> None:
    calm = "m-known-customer m-occasion m-business"
    assert judge(f"g-mail-out g-secrecy {calm}").scores[Track.VICTIM] == 2
    assert judge(f"g-purpose-official g-mail-out {calm}").scores[Track.VICTIM] == 6
    assert judge(f"g-remote-payer g-agent-weak {calm}").scores[Track.MULE] == 6


def test_a_five_explained_away_frees_the_mitigators_again() -> None:
    result = judge("g-remote-payer g-agent-weak m-payer-confirmed m-known-customer")
    assert result.scores[Track.MULE] == 0


def test_a_five_of_one_track_does_not_bind_another() -> None:
    result = judge("g-card-name-mismatch g-purpose-vague g-guided-live m-known-customer m-occasion")
    assert result.scores == {Track.VICTIM: 1, Track.MULE: 9, Track.STRUCTURING: 0}


def test_own_card_and_own_id_lower_the_mule_only() -> None:
    result = judge("g-purpose-vague g-guided-live m-own-id-own-pay")
    assert result.scores == {Track.VICTIM: 7, Track.MULE: 4, Track.STRUCTURING: 0}


def test_ties_go_to_the_victim_then_the_mule() -> None:
    assert judge("g-purpose-vague g-weight-only").track is Track.VICTIM
    assert judge("g-split-people").track is Track.MULE
    assert judge("", "g-lookout").track is Track.VICTIM


def test_reasons_hold_mitigators_and_rules_of_the_leading_track() -> None:
    result = judge("g-remote-payer g-agent-weak g-nervous-rush m-own-id-own-pay", tx={"amount_cny": 50_000})
    assert reason_points(result) == {"g-remote-payer": 5, "g-agent-weak": 4, "t-size": 2, "m-own-id-own-pay": -3}
    assert {reason.track for reason in result.reasons} == {Track.MULE}


@st.composite
def answered(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """A setting with some answers of every kind."""
    setting = draw(st.sampled_from(SETTINGS))
    definition = definitions()[setting]
    ids = sorted({*definition.questions, *definition.mitigators})
    keys = draw(st.lists(st.sampled_from(ids), unique=True, max_size=20))
    given_answers: dict[str, object] = {key: draw(st.sampled_from(["yes", "yes", "no", "unknown"])) for key in keys}
    return setting, given_answers


def result_of(setting: str, raw: dict[str, object]) -> Assessment:
    """Judge raw answers."""
    return assess(definitions()[setting], parse_facts(raw, definitions()[setting]))


@given(answered())
def test_never_below_zero_never_twice_different_whatever_the_order(case: tuple[str, dict[str, object]]) -> None:
    setting, raw = case
    result = result_of(setting, raw)
    assert min(result.scores.values()) >= 0
    assert result == result_of(setting, dict(reversed(raw.items())))


@given(answered())
def test_unknown_is_the_same_as_missing(case: tuple[str, dict[str, object]]) -> None:
    setting, raw = case
    assert result_of(setting, raw) == result_of(
        setting, {key: value for key, value in raw.items() if value != "unknown"}
    )


@given(answered(), st.data())
def test_a_mitigator_never_raises_any_score(case: tuple[str, dict[str, object]], data: st.DataObject) -> None:
    setting, raw = case
    names = sorted(definitions()[setting].mitigators)
    if not names:
        return
    key = data.draw(st.sampled_from(names))
    without = result_of(setting, {**raw, key: "unknown"}).scores
    with_it = result_of(setting, {**raw, key: "yes"}).scores
    assert all(with_it[track] <= without[track] for track in Track)


def test_a_mitigator_that_would_only_turn_the_eye_to_the_mule_clears_nobody() -> None:
    """With the victim's score lowered the mule leads, and a mule still here is urgent: that is no way out."""
    signs = "g-remote-payer g-agent-weak g-mail-out g-secrecy g-nervous-rush"
    looked = "m-known-customer m-occasion m-price-aware m-tries-on m-family-present m-business"
    result = judge(signs, looked, present="yes")
    assert (result.level, result.track) == (Level.ALERT, Track.VICTIM)
    assert judge(f"{signs} m-keeps-self", present="yes").level is Level.URGENT
    assert "m-keeps-self" not in [entry.id for entry in result.clearing]


def test_the_best_way_out_comes_first() -> None:
    call = judge("g-guided-live g-weight-only g-price-indifferent")
    assert (call.level, call.clearing[0].id, call.clearing[0].would_be) == (Level.ALERT, "g-helper-who", Level.WATCH)
    assert judge("g-guided-live g-weight-only g-price-indifferent", "g-helper-who").level is Level.WATCH
    answered_no = judge("g-guided-live g-weight-only", "m-occasion m-known-customer")
    assert not {"m-occasion", "m-known-customer"} & {entry.id for entry in answered_no.clearing}
    assert judge("", "g-mail-out").clearing == ()


@given(answered())
def test_what_would_clear_really_would(case: tuple[str, dict[str, object]]) -> None:
    setting, raw = case
    result = result_of(setting, raw)
    assert len(result.clearing) <= 4
    ranks = [entry.would_be.rank for entry in result.clearing]
    assert ranks == sorted(ranks)
    for entry in result.clearing:
        answer = "yes" if entry.id in definitions()[setting].mitigators else "no"
        then = result_of(setting, {**raw, entry.id: answer})
        assert then.level is entry.would_be
        assert then.level.rank <= result.level.rank
