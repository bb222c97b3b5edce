"""Members in the settings, another PIN, and joining again after the terminal was revoked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.application.care_models import Contacts
from desktop.application.errors import (
    AlreadyEnrolled,
    ForeignStation,
    InvalidInput,
    MemberLocked,
    MemberNotActive,
    OtherShop,
    StationUnreachable,
    WrongPin,
)
from desktop.domain.delivery.outbox import State
from desktop.domain.member.fingerprint import fingerprint_of
from desktop.domain.member.member import Member
from tests.unit.desktop_care.conftest import Kept
from tests.unit.desktop_sending.profile import ENROLMENT, JWKS

PIN = "2468"
URL = "http://127.0.0.1:8443"


@pytest.fixture
def active(kept: Kept) -> Kept:
    """The first member has a key."""
    kept.services.activate_member("mem_1", "AAAABBBB", PIN)
    return kept


def revoke(kept: Kept) -> None:
    with kept.profile.storage.begin() as work:
        shop = work.members.shop()
        assert shop is not None
        work.members.put_shop(replace(shop, revoked="lost"))
        work.outbox.hold("terminal-revoked")
        work.commit()


def test_each_state_is_shown(active: Kept) -> None:
    with active.profile.storage.begin() as work:
        work.members.put(Member("mem_0", "王芳", "营业员", listed=False))
        work.commit()
    clerks = active.services.care.joining.clerks
    assert [(row.member_id, row.state) for row in clerks()] == [
        ("mem_1", "active"),
        ("mem_2", "waiting"),
        ("mem_0", "revoked"),
    ]
    for _ in range(5):
        with pytest.raises((WrongPin, MemberLocked)):
            active.services.sign_in("mem_1", "0000")
    locked = clerks()[0]
    assert locked.state == "locked"
    assert locked.locked_until is not None


def test_another_pin_for_the_same_key(active: Kept) -> None:
    before = active.services.sign_in("mem_1", PIN).value.sign(b"x")
    active.services.care.joining.change_pin("mem_1", PIN, "13579")
    with pytest.raises(WrongPin):
        active.services.sign_in("mem_1", PIN)
    assert active.services.sign_in("mem_1", "13579").value.sign(b"x") == before


def test_wrong_old_pins_lock_as_in_signing_in(active: Kept) -> None:
    change = active.services.care.joining.change_pin
    for left in (4, 3, 2, 1):
        with pytest.raises(WrongPin) as wrong:
            change("mem_1", "0000", "13579")
        assert wrong.value.tries_left == left
    with pytest.raises(MemberLocked):
        change("mem_1", "0000", "13579")
    with pytest.raises(MemberLocked):
        change("mem_1", PIN, "13579")
    with pytest.raises(MemberLocked):
        active.services.sign_in("mem_1", PIN)


@pytest.mark.parametrize("new", ["12", "123456789", "12a4", "１２３４", PIN])
def test_a_pin_that_is_none_changes_nothing(active: Kept, new: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        active.services.care.joining.change_pin("mem_1", PIN, new)
    assert refused.value.problems[0].field == "new_pin"
    assert active.services.sign_in("mem_1", PIN).value.member_id == "mem_1"


def test_who_has_no_key_has_no_pin_to_change(active: Kept) -> None:
    with pytest.raises(MemberNotActive):
        active.services.care.joining.change_pin("mem_2", PIN, "13579")


def test_a_revoked_pc_joins_again_and_sends_what_waited(active: Kept) -> None:
    alert = active.profile.queue()
    revoke(active)
    facts = active.services.care.joining.facts()
    assert facts is not None
    assert facts.may_enrol_again
    assert active.services.deliver_due().value.sent == 0
    thumbprint = next(m.key_thumbprint for m in active.profile.storage.reads(active.profile.connectivity).members())
    members = (replace(ENROLMENT.members[0], active=True, key_thumbprint=thumbprint), ENROLMENT.members[1])
    active.profile.station.enrolment = replace(ENROLMENT, terminal_id="trm_2", members=members)
    shop = active.services.care.joining.enrol(URL, "ABCD2345", "一号柜台", fingerprint_of(JWKS)).value
    assert (shop.terminal_id, shop.revoked) == ("trm_2", False)
    assert active.services.outbox_status().held is None
    assert active.services.sign_in("mem_1", PIN).value.name == "林秋月"
    assert active.services.deliver_due().value.sent == 1
    assert active.profile.state(alert) is State.DELIVERED
    with pytest.raises(AlreadyEnrolled):
        active.services.care.joining.enrol(URL, "ABCD2345", "一号柜台")


def test_a_member_with_another_key_meanwhile_needs_a_new_code(active: Kept) -> None:
    revoke(active)
    members = (replace(ENROLMENT.members[0], active=True, key_thumbprint="another"),)
    active.profile.station.enrolment = replace(ENROLMENT, members=members)
    active.services.care.joining.enrol(URL, "ABCD2345", "一号柜台")
    states = {row.member_id: row.state for row in active.services.care.joining.clerks()}
    assert states == {"mem_1": "waiting", "mem_2": "revoked"}


def test_a_code_of_another_shop_changes_nothing(active: Kept) -> None:
    revoke(active)
    active.profile.station.enrolment = replace(ENROLMENT, merchant_id="mer_2")
    with pytest.raises(OtherShop):
        active.services.care.joining.enrol(URL, "ABCD2345", "一号柜台")
    shop = active.services.shop()
    assert shop is not None
    assert (shop.merchant_id, shop.revoked) == ("mer_1", True)


def test_other_keys_than_those_compared_are_not_trusted(active: Kept) -> None:
    revoke(active)
    with pytest.raises(ForeignStation):
        active.services.care.joining.enrol(URL, "ABCD2345", "一号柜台", "0000 0000")
    facts = active.services.care.joining.facts()
    assert facts is not None
    assert facts.may_enrol_again


def test_who_answers_is_shown_before_anything_is_told(kept: Kept) -> None:
    joining = kept.services.care.joining
    identity = joining.look_at_station(URL + "/")
    assert (identity.url, identity.name, identity.skew_s) == (URL, "n", 0.0)
    assert identity.fingerprint == fingerprint_of(JWKS)
    assert not kept.profile.station.enrolled_with


def test_an_enrolment_cut_short_is_remembered(kept: Kept) -> None:
    revoke(kept)
    joining = kept.services.care.joining
    assert joining.under_way() is None
    kept.profile.station.failures = [StationUnreachable("timeout")]
    with pytest.raises(StationUnreachable):
        joining.enrol(URL, "abcd-2345", "一号柜台")
    attempt = joining.under_way()
    assert attempt is not None
    assert (attempt.station_url, attempt.code, attempt.terminal_name) == (URL, "ABCD2345", "一号柜台")
    joining.enrol(attempt.station_url, attempt.code, attempt.terminal_name)
    assert joining.under_way() is None


def test_the_fingerprint_does_not_depend_on_the_order_of_keys() -> None:
    one, two = {"x": "AAA"}, {"x": "BBB"}
    assert fingerprint_of((one, two)) == fingerprint_of((two, one)) != fingerprint_of((one,))
    assert [len(group) for group in fingerprint_of((one,)).split(" ")] == [4] * 6


def test_contacts_are_kept_as_typed(kept: Kept) -> None:
    joining = kept.services.care.joining
    joining.save_contacts(Contacts(" 东园派出所 ", "工作群", "0597-1234567" + "9" * 200))
    facts = joining.facts()
    assert facts is not None
    assert facts.contacts.unit == "东园派出所"
    assert len(facts.contacts.phone) == 100
