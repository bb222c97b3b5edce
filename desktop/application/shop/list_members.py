"""Who may sign in on this PC."""

from __future__ import annotations

from desktop.application.ports import Clock, ReadSide
from desktop.application.read_models import MemberTile
from desktop.domain.member.member import is_locked


class ListMembers:
    """Return the sign-in tiles of the members the station lists."""

    def __init__(self, *, reads: ReadSide, clock: Clock) -> None:
        self._reads = reads
        self._clock = clock

    def __call__(self) -> tuple[MemberTile, ...]:
        """Read them in the station's order."""
        now = self._clock.now()
        return tuple(
            MemberTile(
                member_id=member.member_id,
                name=member.name,
                role=member.role,
                active=member.active,
                locked_until=member.locked_until if is_locked(member, now) else None,
            )
            for member in self._reads.members()
            if member.listed
        )
