"""A member chooses another PIN."""

from __future__ import annotations

from dataclasses import replace

from desktop.application.changes import Kind, Outcome, changed
from desktop.application.errors import InvalidInput
from desktop.application.pin_tries import Change, unlock
from desktop.application.ports import Begin, Clock, Keys
from desktop.domain.alert.problems import FieldProblem
from desktop.domain.member.member import pin_is_acceptable

BAD_PIN = FieldProblem(
    "new_pin",
    "bad-pin",
    "「新口令」应为 4 到 8 位数字：请重新设置。",
    '"New PIN" must be 4 to 8 digits: choose another one.',
)
SAME_PIN = FieldProblem(
    "new_pin", "same-pin", "「新口令」和原来的一样：请换一个。", '"New PIN" is the old one: choose another one.'
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

        def under_the_new_one(private: bytes) -> Change:
            wrapped = self._keys.wrap(private, new)
            return lambda member: replace(member, wrapped_key=wrapped)

        unlock(self._begin, self._clock, self._keys, member_id, old, under_the_new_one)
        return Outcome(None, changed(Kind.MEMBERS))
