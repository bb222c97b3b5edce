"""How a checklist in hand reaches the disk: at once, in order, again after a failure, and the truth about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Outcome
from desktop.application.read_models import DraftView
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import error_words
from desktop.ui.runtime.language import language
from desktop.ui.runtime.typing_pause import TypingPause
from desktop.ui.viewmodels.drafts.unsaved import LANE, Begun, Content, retry_timer, unsaved_drafts

TYPING_MS: Final = 400
State = Literal["new", "saving", "saved", "failed"]


class DraftSaving(QObject):
    """Asks `content` for what is on the screen, None while there is nothing; `changed` whenever `state` is another."""

    changed = Signal()

    def __init__(
        self, context: UiContext, content: Callable[[], Content | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._content = context, content
        self.kept = unsaved_drafts(context)
        self.draft: DraftView | None = None
        self.state: State = "new"
        self.error = ""
        self.begun = Begun()
        self.name = ""
        self.left = False
        self._turn = 0
        self._dirty = self._busy = False
        self._then: list[Callable[[str], None]] = []
        self._typing = TypingPause(TYPING_MS, self)
        self._typing.timeout.connect(self.save)
        self._retry = retry_timer(self, self.save)

    def begin(self, draft: DraftView | None, name: str = "", begun: Begun | None = None) -> None:
        """Turn to another draft, or to a checklist that is none yet; `name` and `begun` are those of one taken back."""
        self._stop()
        self.draft = draft
        self.begun = begun or Begun(draft)
        self.name = name or self.kept.new_name()
        self.state, self.error, self.left = "saved" if draft else "new", "", False

    def leave(self) -> None:
        """The screen turns to something else: what is not written yet is written without it; no more is saved from here."""
        content = self._content() if self.unsaved and not self.left else None
        self._stop()
        if content is not None:
            self.left = True
            self.kept.keep(self.name, content)

    def touch(self) -> None:
        """Something is being typed: save when it pauses."""
        self._typing.touch()

    def save(self) -> None:
        """Save now, or as soon as the save under way has ended."""
        if self.left:
            return
        self._typing.stop()
        self._retry.stop()
        self._dirty = True
        if not self._busy:
            self._send()

    def flush(self) -> None:
        """Save now what still waits for the end of typing."""
        if self._typing.isActive() or self._retry.isActive():
            self.save()

    def when_saved(self, call: Callable[[str], None]) -> None:
        """Call with the draft's id once everything up to now is saved; not at all if that fails."""
        self._then.append(call)
        self.save()

    @property
    def unsaved(self) -> bool:
        """Tell whether something on the screen is not known to be on the disk."""
        return self._dirty or self._busy or self._typing.isActive() or self._retry.isActive() or self.state == "failed"

    def _stop(self) -> None:
        self._turn += 1
        self._typing.stop()
        self._retry.stop()
        self._dirty = self._busy = False
        self._then = []

    def _send(self) -> None:
        content = self._content()
        if content is None:
            return
        self._busy, self._dirty = True, False
        self._show("saving", self.error)
        services, turn = self._context.services, self._turn
        self._context.tasks.run(
            lambda: content.write(services),
            lambda outcome: self._on_saved(turn, outcome),
            lambda error: self._on_failed(turn, error),
            owner=self,
            lane=LANE,
        )

    def _on_saved(self, turn: int, outcome: Outcome[DraftView]) -> None:
        if turn != self._turn:
            return
        self._busy = False
        self.draft = outcome.value
        if self._dirty:
            self._send()
            return
        self._show("saved", "")
        calls, self._then = self._then, []
        for call in calls:
            call(outcome.value.draft_id)

    def _on_failed(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        self._busy = False
        self._then = []
        self._show("failed", error_words(error, "en" if language().code == "en" else "zh").sentence)
        self._retry.start()

    def _show(self, state: State, error: str) -> None:
        self.state, self.error = state, error
        self.changed.emit()
