"""One drill being taken: first how serious, then what to say, then why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Outcome
from desktop.application.training_models import DrillResult, DrillRow, DrillView, LessonShelf, Progress
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, Lang, error_words, read_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.learn.rows import next_drill

Opened = tuple[DrillView, LessonShelf, Progress | None]
LEVELS = ("none", "watch", "alert", "urgent")


class DrillViewModel(QObject):
    """Emits `moved` at every step: loading, level, saying, judging, result; `failed` with words."""

    moved = Signal()
    failed = Signal(object)  # ErrorWords

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._began: datetime | None = None
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.step = "loading"
        self._wanted = ""
        self.view: DrillView | None = None
        self.level = ""
        self.saying = -1
        self.result: DrillResult | None = None
        self.following: DrillRow | None = None
        self._shelf: LessonShelf | None = None
        self._progress: Progress | None = None
        self.seconds = 0

    def start(self, drill_id: str) -> None:
        """Show a drill from its beginning."""
        self._wanted = drill_id
        self.view, self.result, self.level, self.saying, self.seconds = None, None, "", -1, 0
        self._go("loading")
        learning, session = self._context.services.learning, self._context.session

        def read() -> Opened:
            progress = learning.record(session).progress if session is not None else None
            return learning.open_drill(drill_id), learning.lessons(), progress

        self._context.tasks.run(read, self._on_opened, self._on_failed, owner=self)

    def tick(self) -> int:
        """Return the seconds since the scene was shown; the clock stops with the answer."""
        if self._began is not None and self.step in ("level", "saying"):
            self.seconds = max(0, int((self._context.now() - self._began).total_seconds()))
        return self.seconds

    def choose_level(self, level: str) -> None:
        """Say how serious it is; may be changed until something is said."""
        if self.step in ("level", "saying") and level in LEVELS:
            self.level = level
            self._go("saying")

    def choose_saying(self, index: int) -> None:
        """Say something, and hear why."""
        view = self.view
        if self.step != "saying" or view is None or not 0 <= index < len(view.sayings):
            return
        self.tick()
        self.saying = index
        self._judge()

    def retry(self) -> None:
        """Do again what failed: hand in the answer already given, else read the drill."""
        if self.step == "saying" and self.saying >= 0:
            self._judge()
        else:
            self.start(self._wanted)

    def _judge(self) -> None:
        view, index = self.view, self.saying
        if view is None:
            return
        self._go("judging")
        context, drill_id, level = self._context, view.drill_id, self.level
        self._context.tasks.run(
            lambda: context.services.learning.answer_drill(drill_id, context.session, level, index),
            self._on_result,
            self._on_answer_failed,
            owner=self,
        )

    def again(self) -> None:
        """Take the same drill once more."""
        if self.view is not None:
            self.start(self.view.drill_id)

    def _on_opened(self, opened: Opened) -> None:
        self.view, self._shelf, self._progress = opened
        self._began = self._context.now()
        self._go("level")

    def _on_result(self, outcome: Outcome[DrillResult]) -> None:
        self.result = outcome.value
        self.following = self._following(outcome.value)
        self._go("result")

    def _following(self, result: DrillResult) -> DrillRow | None:
        if self._shelf is None:
            return None
        progress = self._progress
        if progress is not None:
            this = frozenset((result.drill_id,))
            mastered = progress.mastered | this if result.right else progress.mastered - this
            progress = replace(progress, done=progress.done | this, mastered=mastered)
        return next_drill(self._shelf, progress, result.drill_id)

    def _on_answer_failed(self, error: Exception) -> None:
        self._go("saying")
        words: ErrorWords = error_words(error, self.lang)
        self.failed.emit(words)

    def _on_failed(self, error: Exception) -> None:
        words: ErrorWords = read_words(error, self.lang)
        self.failed.emit(words)

    def _go(self, step: str) -> None:
        self.step = step
        self.moved.emit()
