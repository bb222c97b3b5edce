"""One try of a PIN: the key is unlocked outside any transaction, for that takes up to a second, and the try is booked after it."""

from __future__ import annotations

from collections.abc import Callable

from desktop.application.errors import MemberLocked, MemberNotActive, WrongPin
from desktop.application.ports import Begin, Clock, Keys
from desktop.domain.member.member import Member, after_right_pin, after_wrong_pin, is_locked, tries_left

Change = Callable[[Member], Member]


def unlock(
    begin: Begin, clock: Clock, keys: Keys, member_id: str, pin: str, prepare: Callable[[bytes], Change] | None = None
) -> tuple[Member, bytes]:
    """Return the member as booked and their private key; `prepare` makes, outside too, what else is stored with a right PIN.

    Raises WrongPin, MemberLocked, MemberNotActive, NotFound. Tries made at the same time are booked one after the other, and none
    is answered before: who guesses in many windows at once learns no more than in one.
    """
    while True:
        with begin() as work:
            seen = work.members.get(member_id)
        wrapped = _wrapped_key(seen, clock)
        private = keys.unwrap(wrapped, pin)
        alter = prepare(private) if prepare is not None and private is not None else None
        with begin() as work:
            member = work.members.get(member_id)
            if _wrapped_key(member, clock) != wrapped:
                # Another PIN or another key meanwhile: what was found out is about the old one.
                continue
            after = after_wrong_pin(member, clock.now()) if private is None else after_right_pin(member)
            if alter is not None:
                after = alter(after)
            if after != member:
                work.members.put(after)
                work.commit()
        if private is None:
            raise _wrong(after)
        return after, private


def _wrapped_key(member: Member, clock: Clock) -> bytes:
    if not member.active or member.wrapped_key is None:
        raise MemberNotActive
    if is_locked(member, clock.now()) and member.locked_until is not None:
        raise MemberLocked(member.locked_until)
    return member.wrapped_key


def _wrong(after: Member) -> WrongPin | MemberLocked:
    if after.wrong_tries == 0 and after.locked_until is not None:
        return MemberLocked(after.locked_until)
    return WrongPin(tries_left(after))
