"""Backups: the plan, making one now, trying one out; progress and stop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.application.care_models import BackupNote, BackupState
from desktop.application.changes import Outcome
from desktop.application.errors import StorageFailed
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, Lang, error_words
from desktop.ui.viewmodels.settings.job import Job


class BackupViewModel(QObject):
    """One thing at a time; `made` and `tried` carry what was found."""

    loaded = Signal()
    planned = Signal()
    made = Signal(object)  # BackupNote
    tried = Signal(object)  # BackupNote

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.job = Job(context, self, self._words)
        self.state: BackupState | None = None
        self.doing = ""  # make | drill

    def load(self) -> None:
        """Read plan and past."""
        self._begin("")
        self.job.run(self._context.services.care.backups.state, self._on_state, reading=True)

    def plan(self, folder: str, passphrase: str | None, *, automatic: bool) -> None:
        """Keep another plan."""
        self._begin("")
        backups = self._context.services.care.backups

        def work() -> BackupState:
            backups.plan(folder, passphrase, automatic=automatic)
            return backups.state()

        self.job.run(work, self._on_planned)

    def make(self) -> None:
        """Make one now."""
        backups, told = self._context.services.care.backups, self.job.told
        self._begin("make")
        self.job.run(lambda: backups.make(told), self._on_done)

    def drill(self, file: str, passphrase: str) -> None:
        """Try one out."""
        backups, told = self._context.services.care.backups, self.job.told
        self._begin("drill")
        self.job.run(lambda: backups.drill(file, passphrase, told), self._on_done)

    def _words(self, error: Exception, lang: Lang) -> ErrorWords:
        if self.doing == "make" and isinstance(error, StorageFailed) and error.reason == "full":
            # The stick's disk, not this program's: nothing else is in danger.
            return ErrorWords(
                self.tr("放备份的地方满了，没有备份成。"), self.tr("请换一个位置，或在那里腾出空间，再试一次。")
            )
        return error_words(error, lang)

    def last_file(self) -> str:
        """Return the newest backup that is still there."""
        last = self.state.last if self.state else None
        return last.file if last is not None and Path(last.file).is_file() else ""

    def _begin(self, doing: str) -> None:
        if not self.job.busy:
            self.doing = doing

    def _on_state(self, state: BackupState) -> None:
        self.state = state
        self.loaded.emit()

    def _on_planned(self, state: BackupState) -> None:
        self._on_state(state)
        self.planned.emit()

    def _on_done(self, outcome: Outcome[BackupNote]) -> None:
        # The state is read again for everybody; the note goes to whoever asked.
        (self.made if self.doing == "make" else self.tried).emit(outcome.value)
        self.load()
