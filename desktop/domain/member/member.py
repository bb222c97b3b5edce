"""A clerk of the shop and the state of their PIN on this PC."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

TRIES_BEFORE_LOCK = 5
FIRST_LOCK = timedelta(minutes=5)
LONGEST_LOCK = timedelta(hours=1)
PIN_LENGTHS = range(4, 9)


@dataclass(frozen=True, slots=True)
class Member:
    """One member as the station lists them, with this PC's own key and PIN state.

    `wrapped_key` is the member's private key under the PIN (None until activated here); `pending_key` is the key
    of an activation whose answer has not arrived, not wrapped yet: any PIN may ask again. `locks` counts lock-outs in a row, which double in length.
    """

    member_id: str
    name: str
    role: str
    position: int = 0
    station_active: bool = False
    listed: bool = True
    key_thumbprint: str | None = None
    wrapped_key: bytes | None = field(default=None, repr=False)
    pending_key: bytes | None = field(default=None, repr=False)
    wrong_tries: int = 0
    locks: int = 0
    locked_until: datetime | None = None

    @property
    def active(self) -> bool:
        """Whether this member can sign in on this PC."""
        return self.wrapped_key is not None and self.listed


def pin_is_acceptable(pin: str) -> bool:
    """Whether a PIN is 4 to 8 ASCII digits."""
    return len(pin) in PIN_LENGTHS and pin.isascii() and pin.isdigit()


def is_locked(member: Member, now: datetime) -> bool:
    """Whether wrong PINs still keep this member out at `now`."""
    return member.locked_until is not None and now < member.locked_until


def tries_left(member: Member) -> int:
    """Return how many wrong PINs are left before the next lock-out."""
    return TRIES_BEFORE_LOCK - member.wrong_tries


def after_wrong_pin(member: Member, now: datetime) -> Member:
    """Count one wrong PIN; the fifth locks for 5 minutes, doubling with each lock-out up to one hour."""
    tries = member.wrong_tries + 1
    if tries < TRIES_BEFORE_LOCK:
        return replace(member, wrong_tries=tries)
    pause = min(FIRST_LOCK * 2 ** min(member.locks, 10), LONGEST_LOCK)
    return replace(member, wrong_tries=0, locks=member.locks + 1, locked_until=now + pause)


def after_right_pin(member: Member) -> Member:
    """Forget wrong tries and lock-outs after a correct PIN."""
    return replace(member, wrong_tries=0, locks=0, locked_until=None)
