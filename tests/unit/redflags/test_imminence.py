"""The imminence rules of DOMAIN 0.1: only an exact alert becomes urgent, each rule tried in order."""

from __future__ import annotations

import pytest

from redflags import Level
from tests.unit.redflags.support import judge

GONE = ("handed_over", "in_transit", "cash_withdrawn")
NOT_GONE = ("not_paid", "accepting", "not_withdrawn")
ALERT_WITH = {
    "g-mail-out": "g-mail-out g-purpose-vague g-price-indifferent",
    "g-handover-third": "g-handover-third g-purpose-vague",
    "g-lookout": "g-lookout g-purpose-vague g-price-indifferent",
    "c-found-hidden": "c-found-hidden",
    "b-handover": "b-handover b-cash-insist b-rush",
    "s-ride-goods-only": "s-ride-goods-only s-ride-qr s-ride-sealed",
}


@pytest.mark.parametrize("value", GONE)
@pytest.mark.parametrize("sign", ALERT_WITH)
def test_value_already_out_with_an_outgoing_sign(sign: str, value: str) -> None:
    result = judge(ALERT_WITH[sign], present="no", value=value)
    assert judge(ALERT_WITH[sign]).level is Level.ALERT
    assert (result.level, result.floors[-1]) == (Level.URGENT, "value-out")


@pytest.mark.parametrize("value", ["none", "delivered", "accepted", *NOT_GONE, None])
def test_value_not_out_leaves_the_alert(value: str | None) -> None:
    assert judge(ALERT_WITH["g-mail-out"], present="no", value=value).level is Level.ALERT


def test_value_out_without_an_outgoing_sign_leaves_the_alert() -> None:
    assert judge("g-purpose-platform g-weight-only", value="handed_over").level is Level.ALERT


def test_only_an_exact_alert_is_looked_at() -> None:
    watch = judge("g-mail-out", value="handed_over", present="yes")
    assert watch.level is Level.WATCH
    assert watch.floors == ()


PAID = [
    ("g-card-name-mismatch g-mask-camera g-multi-card", "mule"),
    ("g-mail-out g-purpose-vague g-price-indifferent", "victim"),
    ("g-guided-live g-purpose-vague g-nervous-rush", "victim"),
]


@pytest.mark.parametrize(("yes", "track"), PAID)
def test_paid_but_not_handed_over(yes: str, track: str) -> None:
    result = judge(yes, present="no", value="paid_not_handed")
    assert (result.level, result.track.value, result.floors[-1]) == (Level.URGENT, track, "paid-not-handed")


def test_paid_but_not_handed_over_needs_one_of_the_three() -> None:
    assert judge("g-purpose-platform g-weight-only", value="paid_not_handed").level is Level.ALERT
    assert judge("g-split-ask g-cash-source", value="paid_not_handed").level is Level.ALERT


LIVE = {
    "g-guided-live": "g-guided-live g-purpose-vague g-nervous-rush",
    "g-screen-share": "g-guided-live g-screen-share m-known-customer",
    "c-on-phone": "c-on-phone c-recipient-unknown",
    "q-on-call": "q-on-call q-link",
    "b-live": "b-live b-coached",
}


@pytest.mark.parametrize("value", NOT_GONE)
@pytest.mark.parametrize("sign", LIVE)
def test_live_control_over_a_person_still_here(sign: str, value: str) -> None:
    result = judge(LIVE[sign], present="yes", value=value)
    assert (result.level, result.floors[-1]) == (Level.URGENT, "live-control")
    assert judge(LIVE[sign], present="left", value=value).level is Level.ALERT


@pytest.mark.parametrize("value", ["none", "accepted", None])
def test_live_control_needs_value_that_can_still_be_kept(value: str | None) -> None:
    assert judge(LIVE["c-on-phone"], present="yes", value=value).level is Level.ALERT


def test_an_explained_call_is_no_live_control() -> None:
    yes = "g-guided-live g-purpose-vague g-purpose-platform"
    assert judge(yes, "g-helper-who", present="yes", value="not_paid").level is Level.ALERT
    assert judge(yes, present="yes", value="not_paid").level is Level.URGENT


SUSPECT = {
    "g-remote-payer": "g-remote-payer g-agent-weak",
    "g-card-name-mismatch": "g-card-name-mismatch g-agent-weak",
    "g-pickup-wrong": "g-online-order-pickup g-pickup-wrong",
    "b-inflow-strangers": "b-inflow-strangers b-account-lent b-escort",
    "d-many-names": "d-many-names d-multi-senders",
}


@pytest.mark.parametrize("sign", SUSPECT)
def test_a_suspect_with_criminal_money_or_goods_is_still_here(sign: str) -> None:
    result = judge(SUSPECT[sign], present="yes")
    assert (result.level, result.track.value, result.floors[-1]) == (Level.URGENT, "mule", "suspect-here")
    assert judge(SUSPECT[sign], present="no").level is Level.ALERT


def test_hidden_gold_with_the_sender_still_here() -> None:
    assert judge("c-found-hidden", present="yes", value="accepted").level is Level.URGENT
    assert judge("c-found-hidden", present="left", value="accepted").level is Level.ALERT


def test_the_same_sign_on_the_victim_track_is_not_a_suspect() -> None:
    result = judge("g-remote-payer g-purpose-official g-secrecy m-own-id-own-pay", present="yes")
    assert (result.level, result.track.value) == (Level.ALERT, "victim")


def test_a_mule_without_criminal_money_in_hand_stays_an_alert() -> None:
    assert (
        judge("g-stock-first g-cash-out-ask g-refuse-register", tx={"amount_cny": 30_000}, present="yes").level
        is Level.ALERT
    )
