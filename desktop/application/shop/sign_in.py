"""A clerk signs in with their PIN."""

from __future__ import annotations

import functools

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput
from desktop.application.pin_tries import unlock
from desktop.application.ports import Begin, Clock, Keys
from desktop.application.session import Session
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.member.member import pin_is_acceptable


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
                        "口令是 4 到 8 位数字，请重新输入。",
                        "A PIN has 4 to 8 digits: type it again.",
                    ),
                )
            )
        member, private = unlock(self._begin, self._clock, self._keys, member_id, pin)
        signer = functools.partial(self._keys.detached_jws, private)
        return Outcome(Session(member.member_id, member.name, member.role, signer), changed(Kind.MEMBERS))
