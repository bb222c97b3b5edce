"""Putting right and taking back what was sent of one alert, and deciding about what the station refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Outcome
from desktop.application.read_models import DraftView, LiveLine, RefusedLine, TimelineItem
from desktop.application.services import Amendments
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words
from desktop.ui.viewmodels.live_line.words import timeline_text, timeline_title
from redflags import Text

T = TypeVar("T")
THE_ALERT: Final = 0
_WHOLE: Final = Text("整条上报", "The whole report")
_WORDS_SHOWN: Final = 24


@dataclass(frozen=True, slots=True)
class NotDone:
    """A command that failed: which one, on what, with the words that were typed for it, and why in a sentence."""

    what: str
    alert_id: str
    sentence: str
    n: int = 0
    text: str = ""


class Amending(QObject):
    """Commands on the alert shown; each answers with `saved(what)`, `begun_anew(draft_id)` or `failed(NotDone)`."""

    saved = Signal(str)
    begun_anew = Signal(str)
    failed = Signal(object)  # NotDone
    busy_changed = Signal()

    def __init__(self, context: UiContext, lang: Lang, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._lang = context, lang
        self.alert_id = ""
        self.busy = 0

    def withdraw(self, alert_id: str, reason: str) -> None:
        """Take an alert back; the case goes on until an officer closes it."""
        withdraw = partial(self._amend.withdraw, alert_id, self._context.session, reason)
        self._run(NotDone("withdrawal", alert_id, "", 0, reason), withdraw)

    def correct(self, corrects: int, text: str) -> None:
        """Put right one thing that was sent."""
        correct = partial(self._amend.correct, self.alert_id, self._context.session, corrects, text)
        self._run(NotDone("correction", self.alert_id, "", corrects, text), correct)

    def resend(self, n: int, text: str) -> None:
        """Send a refused line again with better words."""
        resend = partial(self._amend.resend, self.alert_id, self._context.session, n, text)
        self._run(NotDone("resent", self.alert_id, "", n, text), resend)

    def drop(self, alert_id: str, n: int) -> None:
        """Leave a refused line unsent."""
        self._run(NotDone("dropped", alert_id, "", n), partial(self._amend.drop, alert_id, n))

    def begin_anew(self) -> None:
        """Make a draft of a refused alert."""
        revise = partial(self._amend.revise, self.alert_id, self._context.session)
        self._run(NotDone("anew", self.alert_id, ""), revise, self._on_begun)

    @property
    def _amend(self) -> Amendments:
        return self._context.services.amend

    def _run(self, job: NotDone, command: Callable[[], T], done: Callable[[T], None] | None = None) -> None:
        self._count(1)

        def finished(result: T) -> None:
            self._count(-1)
            if done is not None:
                done(result)
            else:
                self.saved.emit(job.what)

        # The lane of the alert keeps a correction behind the line it corrects.
        self._context.tasks.run(
            command, finished, lambda error: self._on_failed(job, error), owner=self, lane=job.alert_id
        )

    def _count(self, by: int) -> None:
        self.busy += by
        self.busy_changed.emit()

    def _on_begun(self, outcome: Outcome[DraftView]) -> None:
        self.begun_anew.emit(outcome.value.draft_id)

    def _on_failed(self, job: NotDone, error: Exception) -> None:
        self._count(-1)
        self.failed.emit(replace(job, sentence=error_words(error, self._lang).sentence))


def targets(line: LiveLine, lang: str) -> tuple[tuple[int, str], ...]:
    """Return what can be corrected, the newest first: (number, words); the whole report is number 0."""
    mine = [item for item in line.timeline if item.who == "clerk" and (item.ref or "").isdigit()]
    told = [item for item in mine if item.kind in ("fact", "reply", "correction") and item.delivery != "refused"]
    return (*((int(item.ref or 0), _words(item, lang)) for item in reversed(told)), (THE_ALERT, _WHOLE.get(lang)))


def is_withdrawn(line: LiveLine) -> bool:
    """Whether the clerk took the alert back."""
    return any(item.kind == "withdrawal" and item.delivery != "refused" for item in line.timeline)


def quoted(row: RefusedLine, lang: str) -> str:
    """Return what a refused line said, in words."""
    item = TimelineItem(row.made_at, "clerk", row.kind, row.text)
    return timeline_text(item, lang) or timeline_title(item, lang)


def _words(item: TimelineItem, lang: str) -> str:
    said = " ".join(timeline_text(item, lang).split())
    short = said if len(said) <= _WORDS_SHOWN else said[: _WORDS_SHOWN - 1] + "…"
    return f"{item.at.astimezone():%H:%M} {short}".strip()
