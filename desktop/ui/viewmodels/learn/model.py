"""The learning page's state: what there is to learn, and the signed-in member's own record."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Changes, Kind, changed
from desktop.application.training_models import DrillRow, LessonShelf, Progress, TrainingRecord
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, Lang, read_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.learn.rows import next_drill

_TOUCHES: Final = changed(Kind.TRAINING)
Loaded = tuple[LessonShelf, TrainingRecord | None]


class LearnViewModel(QObject):
    """Reads off the UI thread; `loaded` after each reading, `failed` with words when it could not be read."""

    loaded = Signal()
    failed = Signal(object)  # ErrorWords

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.shelf: LessonShelf | None = None
        self.record: TrainingRecord | None = None

    @property
    def progress(self) -> Progress | None:
        """Return the totals of whoever is signed in."""
        return self.record.progress if self.record else None

    def load(self) -> None:
        """Read lessons and record."""
        services, session = self._context.services, self._context.session

        def read() -> Loaded:
            return services.learning.lessons(), services.learning.record(session) if session is not None else None

        self._context.tasks.run(read, self._on_loaded, self._on_failed, owner=self)

    def on_changed(self, kinds: Changes) -> None:
        """Look again after a drill was answered."""
        if kinds & _TOUCHES:
            self.load()

    def next_drill(self) -> DrillRow | None:
        """Return what to practise next."""
        return next_drill(self.shelf, self.progress) if self.shelf is not None else None

    def _on_loaded(self, read: Loaded) -> None:
        self.shelf, self.record = read
        self.loaded.emit()

    def _on_failed(self, error: Exception) -> None:
        words: ErrorWords = read_words(error, self.lang)
        self.failed.emit(words)
