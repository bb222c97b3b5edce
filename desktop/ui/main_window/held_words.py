"""What was to be said while the calculator or the lock was before a customer's eyes: it waits for the clerk it is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.widgets.toast import Toast


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    undo: Callable[[], None] | None
    settled: Callable[[], None] | None
    tone: str
    file: Path | None
    owner: str | None


class HeldWords:
    """Kept until somebody signs in; what was meant for another clerk is never shown, what it would have undone stays done."""

    def __init__(self) -> None:
        self._words: list[_Word] = []

    def keep(
        self,
        text: str,
        undo: Callable[[], None] | None,
        settled: Callable[[], None] | None,
        tone: str,
        file: Path | None,
        owner: str | None,
    ) -> None:
        """Keep one sentence for `owner`, None for whoever comes."""
        self._words.append(_Word(text, undo, settled, tone, file, owner))

    def say_to(self, member_id: str | None, notice: Toast) -> None:
        """Say what was kept for this clerk: all that went wrong, else the last thing."""
        words, self._words = self._words, []
        mine = [word for word in words if word.owner in (None, member_id)]
        if len(mine) == 1:
            one = mine[0]
            notice.say(one.text, undo=one.undo, settled=one.settled, tone=one.tone, file=one.file)
        elif mine:
            wrong = list(dict.fromkeys(word.text for word in mine if word.tone != "ok"))
            notice.say(" ".join(wrong) or mine[-1].text, tone="warn" if wrong else "ok")
        for word in words:
            if word.settled is not None and mine != [word]:
                word.settled()
