"""Enrol, activate, reply, claim, move: what survives a lost answer, and what a wrong one changes (nothing)."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from desktop.application.alerts.add_fact import AddFact
from desktop.application.alerts.send_reply import SendReply
from desktop.application.delivery.move_station import MoveStation
from desktop.application.errors import (
    AlreadyEnrolled,
    ForeignStation,
    InvalidInput,
    NotEnrolled,
    NotFound,
    StationRefused,
    StationUnreachable,
)
from desktop.application.rewards.claim_reward import ClaimReward
from desktop.application.session import Session
from desktop.application.shop.activate_member import ActivateMember
from desktop.application.shop.enrol import Enrol
from desktop.domain.alert.canonical import canonical_json
from desktop.domain.alert.supplement import LONGEST_TEXT
from desktop.domain.delivery.outbox import State
from desktop.domain.reward.reward import Reward
from tests.support import OPENING
from tests.unit.desktop_sending.profile import Profile

URL = "http://127.0.0.1:8443"


def enrol(profile: Profile) -> Enrol:
    return Enrol(begin=profile.storage.begin, connect=profile.station, clock=profile.clock, keys=profile.keys)


def activate(profile: Profile) -> ActivateMember:
    return ActivateMember(begin=profile.storage.begin, connect=profile.station, keys=profile.keys)


def signed_in(profile: Profile) -> Session:
    return activate(profile)("mem_1", "AAAA-BBBB", "2468").value


def test_a_lost_answer_is_asked_for_with_the_same_key(fresh: Profile) -> None:
    fresh.station.failures = [StationUnreachable("timeout")]
    with pytest.raises(StationUnreachable):
        enrol(fresh)(URL, "abcd 2345", "一号柜台")
    shop = enrol(fresh)(URL + "/", "ABCD-2345", "一号柜台").value
    (first_key, first_code, _), (key, code, _) = fresh.station.enrolled_with
    assert (first_key, first_code) == (key, code)
    assert code == "ABCD2345"
    assert (shop.name, shop.station_url) == ("鑫福珠宝", URL)
    with fresh.storage.begin() as work:
        kept = work.members.shop()
        assert kept is not None
        assert kept.terminal_key == key
        assert work.members.attempt() is None
        assert [member.name for member in work.members.all()] == ["林秋月", "陈志远"]
    with pytest.raises(AlreadyEnrolled):
        enrol(fresh)(URL, "ABCD-2345", "一号柜台")


def test_after_a_no_the_next_try_has_a_new_key(fresh: Profile) -> None:
    fresh.station.failures = [StationRefused("unknown-code", 404)]
    with pytest.raises(StationRefused):
        enrol(fresh)(URL, "ABCD-2345", "柜台")
    enrol(fresh)(URL, "ABCD-2345", "柜台")
    assert fresh.station.enrolled_with[0][0] != fresh.station.enrolled_with[1][0]


@pytest.mark.parametrize(
    ("url", "code", "name", "field"),
    [
        ("", "ABCD2345", "n", "station_url"),
        (URL, "ABCD234", "n", "code"),
        (URL, "ABCD2340", "n", "code"),
        (URL, "ABCD2345", " ", "terminal_name"),
    ],
)
def test_every_wrong_field_is_named_before_anything_is_sent(
    fresh: Profile, url: str, code: str, name: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        enrol(fresh)(url, code, name)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert fresh.station.enrolled_with == []


def test_activation_survives_a_lost_answer_and_a_changed_pin(profile: Profile) -> None:
    profile.station.failures = [StationUnreachable("network")]
    with pytest.raises(StationUnreachable):
        activate(profile)("mem_1", "AAAA-BBBB", "1111")
    session = activate(profile)("mem_1", "AAAA-BBBB", "2468").value
    assert profile.station.activated[0][2] == profile.station.activated[1][2]
    assert (session.member_id, session.name) == ("mem_1", "林秋月")
    with profile.storage.begin() as work:
        member = work.members.get("mem_1")
    assert member.active
    assert member.pending_key is None
    assert member.wrapped_key is not None
    assert profile.keys.unwrap(member.wrapped_key, "1111") is None
    assert profile.keys.unwrap(member.wrapped_key, "2468") is not None


def test_a_wrong_activation_changes_nothing(profile: Profile) -> None:
    for pin, code in (("123", "AAAA"), ("123456789", "AAAA"), ("12a4", "AAAA"), ("١٢٣٤", "AAAA"), ("1234", " ")):
        with pytest.raises(InvalidInput):
            activate(profile)("mem_1", code, pin)
    profile.station.failures = [StationRefused("wrong-activation-code", 403)]
    with pytest.raises(StationRefused):
        activate(profile)("mem_1", "AAAA-BBBB", "1234")
    with pytest.raises(NotFound):
        activate(profile)("mem_404", "AAAA-BBBB", "1234")
    with profile.storage.begin() as work:
        assert not work.members.get("mem_1").active


def test_a_profile_of_no_shop_has_nobody_to_activate(fresh: Profile) -> None:
    with pytest.raises(NotEnrolled):
        activate(fresh)("mem_1", "AAAA-BBBB", "1234")


def test_a_reply_is_saved_signed_and_sent_in_order(profile: Profile) -> None:
    session = signed_in(profile)
    alert_id = profile.queue(urgent=True)
    reply = SendReply(begin=profile.storage.begin, clock=profile.clock)
    fact = AddFact(begin=profile.storage.begin, clock=profile.clock)
    assert reply(alert_id, session, reply_code="stalled").value == 1
    assert fact(alert_id, None, " 对方说要去寄快递 ").value == 2
    profile.deliver()()
    assert [n for _, n, _ in profile.station.put] == [0, 1, 2]
    said, later = (json.loads(body) for _, _, body in profile.station.put[1:])
    signature = said.pop("member_signature")
    assert signature == session.sign(canonical_json(said))
    assert (said["kind"], said["reply_code"], said["member_id"]) == ("fact", "stalled", "mem_1")
    assert (later["kind"], later["text"]) == ("fact", "对方说要去寄快递")
    assert "member_signature" not in later
    assert profile.entry(alert_id, 1).urgent
    assert profile.state(alert_id, 2) is State.DELIVERED


@pytest.mark.parametrize("text", ["", "  ", "长" * (LONGEST_TEXT + 1)])
def test_an_empty_or_endless_line_is_not_queued(profile: Profile, text: str) -> None:
    alert_id = profile.queue()
    with pytest.raises(InvalidInput):
        AddFact(begin=profile.storage.begin, clock=profile.clock)(alert_id, None, text)
    with pytest.raises(InvalidInput):
        SendReply(begin=profile.storage.begin, clock=profile.clock)(alert_id, None, text=text)
    with pytest.raises(InvalidInput):
        SendReply(begin=profile.storage.begin, clock=profile.clock)(alert_id, None, reply_code="dance")
    with pytest.raises(NotFound):
        AddFact(begin=profile.storage.begin, clock=profile.clock)("01940000-0000-7000-8000-00000000ffff", None, "x")


def test_only_the_member_claims_and_the_station_decides(profile: Profile) -> None:
    session = signed_in(profile)
    known = Reward("rwd_1", "a", "mem_1", "cash", "notified", 50_000, "奖励", "", 3, OPENING, ())
    with profile.storage.begin() as work:
        work.rewards.put(known)
        work.rewards.put(replace(known, reward_id="rwd_2", member_id="mem_2"))
        work.commit()
    claim = ClaimReward(begin=profile.storage.begin, connect=profile.station, clock=profile.clock)
    with pytest.raises(NotFound):
        claim("rwd_2", session)
    profile.station.failures = [StationRefused("illegal-transition", 409)]
    with pytest.raises(StationRefused):
        claim("rwd_1", session)
    profile.station.reward = replace(known, revision=4, state="claimed")
    claim("rwd_1", session)
    with profile.storage.begin() as work:
        kept = work.rewards.get("rwd_1")
    assert kept is not None
    assert kept.state == "claimed"
    assert all(jws.count(".") == 2 and ".." not in jws for _, jws in profile.station.claims)


def test_only_the_same_station_is_followed_to_a_new_address(profile: Profile) -> None:
    move = MoveStation(begin=profile.storage.begin, connect=profile.station)
    move("http://127.0.0.1:2")
    profile.station.station_id = "st_other"
    with pytest.raises(ForeignStation):
        move("http://127.0.0.1:3")
    with profile.storage.begin() as work:
        shop = work.members.shop()
    assert shop is not None
    assert shop.station_url == "http://127.0.0.1:2"
