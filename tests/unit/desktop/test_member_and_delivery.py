"""PIN lock-outs, outbox steps, back-off, case revisions, the phone rule."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.domain.alert.alert import short_number
from desktop.domain.alert.canonical import canonical_json
from desktop.domain.alert.draft import Draft, discard, restore, to_wipe
from desktop.domain.alert.numbers import Unreadable
from desktop.domain.alert.times import month_start, parse_time, wire_time
from desktop.domain.case.case import CaseStep, Effect, advance, loss_prevented_fen
from desktop.domain.delivery.backoff import wait_s
from desktop.domain.delivery.call_110 import must_call_110
from desktop.domain.delivery.outbox import IllegalStep, OutboxEntry, State, delivered, put_back, refused, take
from desktop.domain.member.member import Member, after_right_pin, after_wrong_pin, is_locked, pin_is_acceptable
from desktop.domain.member.shop import settings_of_trade
from desktop.domain.reward.reward import Reward, newer
from tests.support import OPENING as NOW

ENTRY = OutboxEntry("a-1", 0, False, NOW, NOW)


def test_pins() -> None:
    assert all(pin_is_acceptable(pin) for pin in ("1234", "12345678"))
    assert not any(pin_is_acceptable(pin) for pin in ("123", "123456789", "12a4", "１２３４", "", "12 4"))


def test_lock_outs_double_up_to_an_hour() -> None:
    member, now, pauses = Member("u-1", "小林", "clerk"), NOW, []
    for _lock in range(6):
        for _try in range(5):
            member = after_wrong_pin(member, now)
        assert member.locked_until is not None
        assert is_locked(member, now)
        pauses.append((member.locked_until - now) // timedelta(minutes=1))
        now = member.locked_until
        assert not is_locked(member, now)
    assert pauses == [5, 10, 20, 40, 60, 60]
    assert after_right_pin(member) == Member("u-1", "小林", "clerk")


def test_an_entry_goes_only_the_allowed_ways() -> None:
    taken = take(ENTRY, "me", NOW)
    assert (taken.state, taken.attempts, taken.lease_owner) == (State.SENDING, 1, "me")
    with pytest.raises(IllegalStep):
        take(taken, "other", NOW)
    with pytest.raises(IllegalStep):
        put_back(ENTRY, NOW)
    with pytest.raises(IllegalStep):
        refused(ENTRY, "x", "", "")
    with pytest.raises(IllegalStep):
        delivered(refused(taken, "x", "", ""))
    with pytest.raises(IllegalStep):
        take(delivered(taken), "me", NOW + timedelta(days=1))
    held = put_back(taken, NOW, count_try=False)
    assert (held.state, held.attempts, held.lease_owner) == (State.QUEUED, 0, None)


def test_back_off_stays_in_its_bounds(rng: random.Random) -> None:
    for attempts in range(1, 60):
        wait = wait_s(attempts, rng.random())
        assert 1 <= wait <= min(300, 2**attempts)
    assert wait_s(50, 0.999999) > 299
    assert wait_s(1, 0.5, retry_after_s=7) == 7
    assert wait_s(1, 0.5, retry_after_s=86400) == 900
    assert wait_s(1, 0.5, retry_after_s=-3) == 1


def test_an_older_revision_never_wins() -> None:
    new = CaseStep("a-1", 3, "valid", "专班", "有效", NOW, True, (Effect("loss_prevented_cny", 500),))
    old = CaseStep("a-1", 2, "verifying", "专班", "核查", NOW - timedelta(hours=1), True)
    case = advance(advance(None, new), old)
    assert (case.state, case.revision, case.accepted) == ("valid", 3, True)
    assert case.acked_at == old.at
    closed = advance(case, CaseStep("a-1", 4, "closed", "专班", "办结", NOW, True))
    assert closed.accepted
    assert loss_prevented_fen(closed) == 500
    assert advance(case, replace(new, text="别的")) == case


def test_received_is_not_yet_seen_by_an_officer() -> None:
    assert advance(None, CaseStep("a-1", 1, "received", "", "", NOW)).acked_at is None
    assert advance(None, CaseStep("a-1", 1, "received", "", "", NOW, ack=True)).acked_at == NOW


@pytest.mark.parametrize(
    ("urgent", "delivery", "acked", "online", "age_s", "phone"),
    [
        (True, "queued", False, False, 0, True),
        (True, "queued", False, True, 59, False),
        (True, "queued", False, None, 60, True),
        (True, "delivered", False, True, 59, False),
        (True, "delivered", False, True, 60, True),
        (True, "delivered", False, False, 10, False),
        (True, "delivered", True, False, 600, False),
        (True, "refused", False, True, 0, True),
        (False, "queued", False, False, 600, False),
    ],
)
def test_when_to_phone(urgent: bool, delivery: str, acked: bool, online: bool | None, age_s: int, phone: bool) -> None:
    now = NOW + timedelta(seconds=age_s)
    acked_at = NOW if acked else None
    said = must_call_110(urgent=urgent, delivery=delivery, created_at=NOW, acked_at=acked_at, online=online, now=now)
    assert said is phone


def test_a_discarded_draft_can_come_back_for_ten_minutes() -> None:
    draft = Draft("d-1", "a-1", "gold_shop", 2, None, NOW, NOW)
    gone = discard(draft, NOW)
    assert not to_wipe(gone, NOW + timedelta(minutes=9, seconds=59))
    assert to_wipe(gone, NOW + timedelta(minutes=10))
    assert restore(gone) == draft


def test_canonical_json_has_one_form_and_no_floats() -> None:
    assert canonical_json({"b": 1, "a": ["金", None, True]}) == '{"a":["金",null,true],"b":1}'.encode()
    with pytest.raises(TypeError):
        canonical_json({"a": [{"b": 1.0}]})


def test_times_as_typed() -> None:
    assert wire_time(parse_time("9:58", NOW)) == "2026-11-17T09:58:00+08:00"
    assert wire_time(parse_time("23点10分", NOW)) == "2026-11-16T23:10:00+08:00"
    assert wire_time(parse_time("2026-11-16 08:00", NOW)) == "2026-11-16T08:00:00+08:00"
    assert wire_time(parse_time("2026-11-16T08:00:00Z", NOW)) == "2026-11-16T16:00:00+08:00"
    for wrong in ("25:00", "昨天", "2026-13-01"):
        with pytest.raises(Unreadable):
            parse_time(wrong, NOW)
    assert wire_time(month_start(NOW)) == "2026-11-01T00:00:00+08:00"


def test_rewards() -> None:
    reward = Reward("r-1", "a-1", "u-1", "cash", "notified", 50000, "奖励", "", 3, NOW, (), NOW)
    assert newer(reward, replace(reward, revision=2, state="approved")) == reward
    assert newer(None, reward) == reward


def test_short_numbers_and_trades() -> None:
    assert short_number("0199f0c0-0000-7000-8000-0000000000ff") == "0000-007Z"
    assert settings_of_trade("courier")[0] == "courier_acceptance"
    assert settings_of_trade("property") == ("sighting",)
