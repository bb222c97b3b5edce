"""A clerk signs in with their PIN."""

from __future__ import annotations

import functools

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput, MemberLocked, MemberNotActive, WrongPin
from desktop.application.ports import Begin, Clock, Keys
from desktop.application.session import Session
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.member.member import (
    Member,
    after_right_pin,
    after_wrong_pin,
    is_locked,
    pin_is_acceptable,
    tries_left,
)


class SignIn:
    """Unlock a member's key with the PIN; the fifth wrong one locks for 5 minutes, doubling up to an hour."""

    def __init__(self, *, begin: Begin, clock: Clock, keys: Keys) -> None:
        self._begin = begin
        self._clock = clock
        self._keys = keys

    def __call__(self, member_id: str, pin: str) -> Outcome[Session]:
        """Return the session; InvalidInput, WrongPin, MemberLocked, MemberNotActive, NotFound."""
        if not pin_is_acceptable(pin):
            raise InvalidInput(
                (
                    FieldProblem(
                        "pin",
                        "bad-pin",
                        "PIN 是 4 到 8 位数字，请重新输入。",
                        "A PIN has 4 to 8 digits: type it again.",
                    ),
                )
            )
        # The key is unlocked inside the transaction: two windows cannot try the same attempt twice.
        with self._begin() as work:
            member = work.members.get(member_id)
            if not member.active or member.wrapped_key is None:
                raise MemberNotActive
            now = self._clock.now()
            if is_locked(member, now) and member.locked_until is not None:
                raise MemberLocked(member.locked_until)
            private = self._keys.unwrap(member.wrapped_key, pin)
            after = after_right_pin(member) if private is not None else after_wrong_pin(member, now)
            if after != member:
                work.members.put(after)
                work.commit()
        if private is None:
            raise _wrong(after)
        signer = functools.partial(self._keys.detached_jws, private)
        return Outcome(Session(member.member_id, member.name, member.role, signer), changed(Kind.MEMBERS))


def _wrong(after: Member) -> WrongPin | MemberLocked:
    if after.wrong_tries == 0 and after.locked_until is not None:
        return MemberLocked(after.locked_until)
    return WrongPin(tries_left(after))
