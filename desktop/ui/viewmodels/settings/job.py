"""One piece of work at a time, off the UI thread: busy, progress, stopping, and failures in words."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.application.errors import InvalidInput, WorkStopped
from desktop.application.read_models import FieldProblem
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, Lang, error_words, problem_text, read_words
from desktop.ui.runtime.language import language

T = TypeVar("T")


def lang() -> Lang:
    """Return the language now shown, as the words' tables name it."""
    return "en" if language().code == "en" else "zh"


class Job(QObject):
    """Runs what it is given; while one runs another is not begun. `stop` ends what asks `told` at its next step."""

    busy_changed = Signal(bool)
    progressed = Signal(int, int)
    failed = Signal(object)  # ErrorWords
    rejected = Signal(object)  # tuple of (field, sentence): what was typed is not acceptable
    stopped = Signal()

    def __init__(
        self,
        context: UiContext,
        parent: QObject | None = None,
        words: Callable[[Exception, Lang], ErrorWords] = error_words,
    ) -> None:
        super().__init__(parent)
        self._context, self._words = context, words
        self.busy = False
        self._reading = False
        self._stop = threading.Event()

    def run(self, work: Callable[[], T], done: Callable[[T], None] | None = None, *, reading: bool = False) -> bool:
        """Begin; False when another piece of work is still under way. `reading` when nothing is to be saved by it."""
        if self.busy:
            return False
        self._stop.clear()
        self._set_busy(True)

        def finished(result: T) -> None:
            self._set_busy(False)
            if done is not None:
                done(result)

        self._reading = reading
        self._context.tasks.run(work, finished, self._on_failed, owner=self)
        return True

    def stop(self) -> None:
        """Ask the work under way to end."""
        self._stop.set()

    def told(self, done: int, total: int) -> bool:
        """Say how far the work is, from any thread; False when it should end."""
        alive = isValid(self) and not self._context.tasks.closing
        if alive:
            self.progressed.emit(min(done * 1000 // max(total, 1), 1000), 1000)
        return alive and not self._stop.is_set()

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, WorkStopped):
            self.stopped.emit()
        elif isinstance(error, InvalidInput):
            problems: tuple[FieldProblem, ...] = error.problems
            self.rejected.emit(tuple((problem.field, problem_text(problem, lang())) for problem in problems))
        else:
            words: ErrorWords = (read_words if self._reading else self._words)(error, lang())
            self.failed.emit(words)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        self.busy_changed.emit(busy)
