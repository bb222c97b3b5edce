"""The live line's state: one alert, looked at again whenever something about it changed, with a clock that ticks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Changes, Kind, changed
from desktop.application.read_models import InstructionView, LiveLine
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words, read_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.live_line.situation import Situation, situation
from desktop.ui.viewmodels.records.words import REPLY

FACT_LIMIT: Final = 500
_TOUCHES: Final = changed(Kind.ALERTS, Kind.OUTBOX, Kind.CASES, Kind.INSTRUCTIONS, Kind.CONNECTION)


class LiveLineViewModel(QObject):
    """Reads the alert off the UI thread; at most one read is under way, a change meanwhile causes exactly one more."""

    line_changed = Signal()
    fact_saved = Signal()
    failed = Signal(str)
    fact_failed = Signal(str)
    reply_failed = Signal(str, str)  # instruction id, empty for none; sentence

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.alert_id = ""
        self.line: LiveLine | None = None
        self.error_sentence = ""
        self.sending = False
        self._reading = False
        self._again = False
        self._unread = False
        self._seen: set[str] = set()

    def open(self, alert_id: str) -> None:
        """Show an alert."""
        if alert_id != self.alert_id:
            self.line = None
            self._seen.clear()
        self.alert_id = alert_id
        self.error_sentence = ""
        self.refresh()

    def situation(self) -> Situation | None:
        """Return what is true at this second."""
        if self.line is None:
            return None
        status = self._context.services.outbox_status()
        return situation(self.line, online=status.online, held=status.held, now=self._context.now())

    def on_changed(self, kinds: Changes) -> None:
        """Look again when something about alerts changed."""
        if self.alert_id and kinds & _TOUCHES:
            self.refresh()

    def refresh(self) -> None:
        """Read the alert again."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        read = partial(self._context.services.live_line, self.alert_id)
        failed = partial(self._on_read_failed, self.alert_id)
        self._context.tasks.run(read, self._on_line, failed, owner=self)

    def instructions(self) -> tuple[InstructionView, ...]:
        """Return instructions and questions, newest first."""
        rows = self.line.instructions if self.line else ()
        return tuple(sorted(rows, key=lambda row: row.at, reverse=True))

    def replies_for(self, instruction: InstructionView) -> tuple[str, ...]:
        """Return the reply codes that can be sent now, in the officer's order; the usual three when none were named."""
        offered = instruction.replies or ("stalled", "left", "handed_over")
        return tuple(code for code in offered if code in REPLY)

    def reply(self, code: str, in_reply_to: str | None = None) -> None:
        """Send a one-tap reply."""
        send = partial(
            self._context.services.send_reply,
            self.alert_id,
            self._context.session,
            reply_code=code,
            in_reply_to=in_reply_to,
        )
        self._command(send, self._on_sent, partial(self._on_reply_failed, in_reply_to or ""))

    def answer(self, text: str, in_reply_to: str) -> None:
        """Answer a question of the police in words."""
        if text.strip():
            send = partial(
                self._context.services.send_reply,
                self.alert_id,
                self._context.session,
                text=text.strip(),
                in_reply_to=in_reply_to,
            )
            self._command(send, self._on_sent, partial(self._on_reply_failed, in_reply_to))

    def add_fact(self, text: str) -> None:
        """Send a free line as a supplement."""
        if text.strip():
            fact = text.strip()[:FACT_LIMIT]
            send = partial(self._context.services.add_fact, self.alert_id, self._context.session, fact)
            self._command(send, self._on_fact_sent, self._on_fact_failed)

    def mark_seen(self) -> None:
        """Say that every instruction now shown was really on the screen; once for each."""
        fresh = {row.instruction_id for row in self.instructions() if row.seen_at is None} - self._seen
        if fresh:
            self._seen |= fresh
            mark = partial(self._context.services.mark_seen, self.alert_id)
            self._context.tasks.run(mark, failed=partial(self._on_mark_failed, fresh), owner=self, lane=self.alert_id)

    def _command(
        self,
        send: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self.sending = True
        self.error_sentence = ""
        self.line_changed.emit()
        self._context.tasks.run(send, done, failed, owner=self, lane=self.alert_id)

    def _on_line(self, line: LiveLine) -> None:
        self._reading = False
        if line.alert_id == self.alert_id:
            self.line = line
            if self._unread:
                self._unread, self.error_sentence = False, ""
            self.line_changed.emit()
        if self._again or line.alert_id != self.alert_id:
            self._again = False
            self.refresh()

    def _on_read_failed(self, alert_id: str, error: Exception) -> None:
        self._reading, self._again = False, False
        if alert_id == self.alert_id:
            self._unread = True
            self._fail(error)
        else:
            self.refresh()

    def _on_sent(self, _outcome: object) -> None:
        self.sending = False
        self.refresh()

    def _on_fact_sent(self, outcome: object) -> None:
        self.fact_saved.emit()
        self._on_sent(outcome)

    def _on_fact_failed(self, error: Exception) -> None:
        self.sending = False
        self.fact_failed.emit(error_words(error, self.lang).sentence)

    def _on_reply_failed(self, instruction_id: str, error: Exception) -> None:
        self.sending = False
        self.reply_failed.emit(instruction_id, error_words(error, self.lang).sentence)

    def _on_mark_failed(self, fresh: set[str], _error: Exception) -> None:
        # Not shown to the clerk: the receipt is the desk's comfort, and the next change of the page tries again.
        self._seen -= fresh

    def _fail(self, error: Exception) -> None:
        self.error_sentence = read_words(error, self.lang).sentence
        self.failed.emit(self.error_sentence)
