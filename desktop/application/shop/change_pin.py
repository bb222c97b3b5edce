"""A member chooses another PIN."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput, MemberLocked, MemberNotActive, WrongPin
from desktop.application.ports import Begin, Clock, Keys
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.member.member import after_right_pin, after_wrong_pin, is_locked, pin_is_acceptable, tries_left

BAD_PIN = FieldProblem(
    "new_pin",
    "bad-pin",
    "「新口令」应为 4 到 8 位数字：请重新设置。",
    "“New PIN” must be 4 to 8 digits: choose another one.",
)
SAME_PIN = FieldProblem(
    "new_pin", "same-pin", "「新口令」和原来的一样：请换一个。", "“New PIN” is the old one: choose another one."
)


class ChangePin:
    """Wrap the member's key anew under another PIN; key, drafts and sign-in stay as they are."""

    def __init__(self, *, begin: Begin, clock: Clock, keys: Keys) -> None:
        self._begin = begin
        self._clock = clock
        self._keys = keys

    def __call__(self, member_id: str, old: str, new: str) -> Outcome[None]:
        """Change it. InvalidInput, WrongPin, MemberLocked, MemberNotActive, NotFound; a wrong old PIN counts as in signing in."""
        problem = BAD_PIN if not pin_is_acceptable(new) else SAME_PIN if new == old else None
        if problem is not None:
            raise InvalidInput((problem,))
        with self._begin() as work:
            member = work.members.get(member_id)
            if not member.active or member.wrapped_key is None:
                raise MemberNotActive
            now = self._clock.now()
            if is_locked(member, now) and member.locked_until is not None:
                raise MemberLocked(member.locked_until)
            private = self._keys.unwrap(member.wrapped_key, old)
            if private is None:
                after = after_wrong_pin(member, now)
            else:
                after = replace(after_right_pin(member), wrapped_key=self._keys.wrap(private, new))
            work.members.put(after)
            work.commit()
        if private is None:
            if after.wrong_tries == 0 and after.locked_until is not None:
                raise MemberLocked(after.locked_until)
            raise WrongPin(tries_left(after))
        return Outcome(None, changed(Kind.MEMBERS))
