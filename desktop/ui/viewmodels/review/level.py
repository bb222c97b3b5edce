"""Raising and lowering the computed level: up freely, down by one step with a reason (DOMAIN 5.2)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from redflags import Level

Before = tuple[str, str]
"""(level chosen, reason); both empty when nothing was chosen."""
NOT_CHOSEN: Before = ("", "")


@dataclass(frozen=True, slots=True)
class LevelChoice:
    """The level as computed and as chosen by the clerk; `chosen` None keeps the computed one."""

    computed: Level
    chosen: Level | None = None
    reason: str = ""

    @property
    def level(self) -> Level:
        """Return the level that will be sent."""
        return self.computed if self.chosen is None else self.chosen

    @property
    def lowered(self) -> bool:
        """Tell whether the clerk went below the computed level."""
        return self.level.rank < self.computed.rank

    @property
    def raised(self) -> bool:
        """Tell whether the clerk went above the computed level."""
        return self.level.rank > self.computed.rank

    @property
    def reason_missing(self) -> bool:
        """Tell whether lowering still lacks its reason."""
        return self.lowered and not self.reason.strip()

    @property
    def override(self) -> str | None:
        """Return what to submit as `level_override`."""
        return None if self.level is self.computed else self.level.value

    def as_before(self, before: Before) -> LevelChoice:
        """Return the choice of a page that was made anew, where it still is one."""
        chosen, reason = before
        if chosen not in [level.value for level in self.allowed()]:
            return self
        return replace(self, chosen=Level(chosen), reason=reason)

    def allowed(self) -> tuple[Level, ...]:
        """Return the levels the clerk may choose, lowest first; `none` is never sent."""
        lowest = max(self.computed.rank - 1, Level.WATCH.rank)
        return tuple(level for level in Level if level.rank >= lowest)
