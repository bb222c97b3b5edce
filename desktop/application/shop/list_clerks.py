"""Everybody this PC has ever known as a member of the shop."""

from __future__ import annotations

from desktop.application.care_models import ClerkRow, ClerkState
from desktop.application.ports import Clock, ReadSide
from desktop.domain.member.member import Member, is_locked


class ListClerks:
    """Return the members with what they can do here, those the station no longer lists last."""

    def __init__(self, *, reads: ReadSide, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def __call__(self) -> tuple[ClerkRow, ...]:
        """Read them. StorageFailed."""
        members = sorted(self._reads.members(), key=lambda member: not member.listed)
        return tuple(self._row(member) for member in members)

    def _row(self, member: Member) -> ClerkRow:
        locked = is_locked(member, self._clock.now())
        state: ClerkState = "active"
        if not member.listed:
            state = "revoked"
        elif member.wrapped_key is None:
            state = "waiting"
        elif locked:
            state = "locked"
        return ClerkRow(member.member_id, member.name, member.role, state, member.locked_until if locked else None)
