"""What is new since a person last looked: an instruction, a notice, a step of one's own reward; counted, never told in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Changes, Kind, changed
from desktop.ui.runtime.context import UiContext

TOUCHES: Final = changed(Kind.INSTRUCTIONS, Kind.BULLETINS, Kind.REWARDS)


@dataclass(frozen=True, slots=True)
class News:
    """One look: the unseen instruction's id, ids of unread notices, and (id, state) of the signed-in member's own rewards."""

    instruction: str
    bulletins: frozenset[str]
    rewards: frozenset[tuple[str, str]]
    member_id: str | None


class NewsWatch(QObject):
    """Looks again when such records were touched; `arrived(kind)` for what was not there at the look before.

    The first look after opening, and each member's first at their own rewards, are not news. Another member's reward is none
    at all; what moved while one was away is told when one is back.
    """

    arrived = Signal(str)  # instruction | bulletin | reward
    counted = Signal(int)  # unread notices

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context: UiContext | None = None
        self._known: News | None = None
        self._own: dict[str, frozenset[tuple[str, str]]] = {}
        self._fresh: dict[str, frozenset[str]] = {}
        self._busy = self._again = False

    @property
    def fresh(self) -> frozenset[str]:
        """Return the signed-in member's rewards that moved since they last looked."""
        who = self._context.member_id if self._context is not None else None
        return self._fresh.get(who, frozenset()) if who is not None else frozenset()

    def looked_at_rewards(self) -> None:
        """The signed-in member has them on the screen."""
        if self._context is not None and self._context.member_id is not None:
            self._fresh.pop(self._context.member_id, None)

    @property
    def unread(self) -> int:
        """Return how many notices nobody here has read."""
        return len(self._known.bulletins) if self._known else 0

    @property
    def waiting(self) -> bool:
        """Tell whether something is there that nobody here has looked at."""
        return self._known is not None and bool(self._known.instruction or self._known.bulletins)

    def follow(self, context: UiContext) -> None:
        """Watch an open profile from now on."""
        self._context, self._known = context, None
        self._own, self._fresh = {}, {}
        self._busy = self._again = False
        context.tasks.changed.connect(self._on_changed)
        self.look()

    def forget(self) -> None:
        """The profile is closed."""
        self._context, self._known = None, None
        self._own, self._fresh = {}, {}

    def look(self) -> None:
        """Look now, off the UI thread; one look at a time."""
        context = self._context
        if context is None:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        context.tasks.run(lambda: _read(context), self._on_read, self._on_failed, owner=self)

    def _on_changed(self, kinds: Changes) -> None:
        if kinds & TOUCHES:
            self.look()

    def _on_read(self, news: News) -> None:
        before, self._known = self._known, news
        moved = self._moved(news)
        self.counted.emit(len(news.bulletins))
        if before is not None:
            if news.instruction not in ("", before.instruction):
                self.arrived.emit("instruction")
            if news.bulletins - before.bulletins:
                self.arrived.emit("bulletin")
        if moved:
            self.arrived.emit("reward")
        self._next()

    def _moved(self, news: News) -> bool:
        who = news.member_id
        if who is None:
            return False
        before, self._own[who] = self._own.get(who), news.rewards
        moved = frozenset(reward for reward, _state in news.rewards - before) if before is not None else frozenset()
        if moved:
            self._fresh[who] = self._fresh.get(who, frozenset()) | moved
        return bool(moved)

    def _on_failed(self, _error: Exception) -> None:
        # The pages say what cannot be read; here it only means that nothing new is known.
        self._next()

    def _next(self) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self.look()


def _read(context: UiContext) -> News:
    services, session = context.services, context.session
    overview = services.counter_overview(context.member_id)
    latest = overview.latest_instruction
    unseen = latest.instruction_id if latest is not None and latest.seen_at is None else ""
    unread = frozenset(row.bulletin_id for row in services.bulletins.shelf().rows if row.read_at is None)
    own = services.rewards(session).rows if session is not None else ()
    rewards = frozenset((row.reward_id, row.state) for row in own)
    return News(unseen, unread, rewards, session.member_id if session is not None else None)
