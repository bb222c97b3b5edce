"""While a PIN is being tried nobody waits for it, and whatever else happens meanwhile counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.adapters.member_keys import Ed25519Keys
from desktop.application.errors import MemberLocked, WrongPin
from desktop.application.hardening import MADE_UP
from desktop.application.shop.change_pin import ChangePin
from desktop.application.shop.sign_in import SignIn
from tests.unit.desktop_care.conftest import Kept

PIN = "2468"


class Meanwhile(Ed25519Keys):
    """Real keys; something else happens once while each of the first derivations runs."""

    def __init__(self, *events: Callable[[], object]) -> None:
        super().__init__(MADE_UP)
        self._events = list(events)

    def unwrap(self, wrapped: bytes, pin: str) -> bytes | None:
        """Let the next thing happen, then unlock."""
        if self._events:
            self._events.pop(0)()
        return super().unwrap(wrapped, pin)

    def wrap(self, private: bytes, pin: str) -> bytes:
        """Let the next thing happen, then lock."""
        if self._events:
            self._events.pop(0)()
        return super().wrap(private, pin)


@pytest.fixture
def active(kept: Kept) -> Kept:
    """The first member has a key."""
    kept.services.activate_member("mem_1", "AAAABBBB", PIN)
    return kept


def changing(kept: Kept, *events: Callable[[], object]) -> ChangePin:
    return ChangePin(begin=kept.profile.storage.begin, clock=kept.clock, keys=Meanwhile(*events))


def signing_in(kept: Kept, *events: Callable[[], object]) -> SignIn:
    return SignIn(begin=kept.profile.storage.begin, clock=kept.clock, keys=Meanwhile(*events))


def test_others_write_while_a_pin_is_derived(active: Kept) -> None:
    saved = []

    def save() -> None:
        saved.append(active.services.start_draft("gold_shop", "mem_1").value.draft_id)

    changing(active, save, save)("mem_1", PIN, "13579")
    signing_in(active, save)("mem_1", "13579")
    assert len(set(saved)) == 3
    assert len(active.services.open_drafts()) == 3


def test_a_pin_that_was_changed_meanwhile_is_asked_for_again(active: Kept) -> None:
    first = changing(active, lambda: active.services.care.joining.change_pin("mem_1", PIN, "13579"))
    with pytest.raises(WrongPin) as wrong:
        first("mem_1", PIN, "24680")
    assert wrong.value.tries_left == 4
    assert active.services.sign_in("mem_1", "13579").value.member_id == "mem_1"


def test_what_the_station_said_meanwhile_stays(active: Kept) -> None:
    def rename() -> None:
        with active.profile.storage.begin() as work:
            work.members.put(replace(work.members.get("mem_1"), name="林秋"))
            work.commit()

    changing(active, rename)("mem_1", PIN, "13579")
    assert active.services.sign_in("mem_1", "13579").value.name == "林秋"


def test_many_tries_at_once_count_each_and_the_right_one_is_too_late(active: Kept) -> None:
    def wrong() -> None:
        with pytest.raises((WrongPin, MemberLocked)):
            active.services.sign_in("mem_1", "0000")

    def five() -> None:
        for _ in range(5):
            wrong()

    with pytest.raises(MemberLocked):
        signing_in(active, five)("mem_1", PIN)
    active.clock.advance(301)
    with pytest.raises(WrongPin) as one:
        signing_in(active, wrong)("mem_1", "1111")
    assert one.value.tries_left == 3
