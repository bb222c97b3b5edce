"""The register's state: what is in it today, what large cash still asks for, and writing into it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Changes, Kind, Outcome, changed
from desktop.application.errors import InvalidInput
from desktop.application.register_models import EntryForm, Note, RegisterPage
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, Lang, error_words, read_words
from desktop.ui.runtime.language import language

_TOUCHES: Final = changed(Kind.REGISTER)


class RegisterViewModel(QObject):
    """Reads and writes off the UI thread; what was typed is the form's until `recorded`."""

    loaded = Signal()
    failed = Signal(object)  # ErrorWords: could not be read
    recorded = Signal(str)  # sale_id
    noted = Signal(object, str)  # sale_ids, what was noted
    rejected = Signal(object)  # tuple[FieldProblem, ...]
    write_failed = Signal(object)  # ErrorWords: could not be written, nothing is lost
    note_failed = Signal(object)  # ErrorWords: the entries are as they were

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.page: RegisterPage | None = None
        self.writing = False

    @property
    def can_write(self) -> bool:
        """Tell whether somebody is signed in: every entry says who wrote it."""
        return self._context.session is not None

    def load(self) -> None:
        """Read the page."""
        self._context.tasks.run(self._context.services.register.page, self._on_loaded, self._on_failed, owner=self)

    def on_changed(self, kinds: Changes) -> None:
        """Look again after something was written."""
        if kinds & _TOUCHES:
            self.load()

    def record(self, form: EntryForm) -> None:
        """Write one entry; a second press while the first is being written does nothing."""
        session = self._context.session
        if session is None or self.writing:
            return
        self.writing = True
        record = self._context.services.register.record
        self._context.tasks.run(
            lambda: record(form, session), self._on_recorded, self._on_record_failed, owner=self, lane="register"
        )

    def note(self, sale_ids: tuple[str, ...], note: Note, *, undoing: bool = False) -> None:
        """Note something about entries; `noted` once it is written, unless it only takes back what was noted before."""
        session = self._context.session
        if session is None:
            return
        write = self._context.services.register.note
        self._context.tasks.run(
            lambda: write(sale_ids, note, session),
            lambda _done: None if undoing else self.noted.emit(sale_ids, note),
            lambda error: self.note_failed.emit(error_words(error, self.lang)),
            owner=self,
            lane="register",
        )

    def _on_loaded(self, page: RegisterPage) -> None:
        self.page = page
        self.loaded.emit()

    def _on_failed(self, error: Exception) -> None:
        words: ErrorWords = read_words(error, self.lang)
        self.failed.emit(words)

    def _on_recorded(self, outcome: Outcome[str]) -> None:
        self.writing = False
        self.recorded.emit(outcome.value)

    def _on_record_failed(self, error: Exception) -> None:
        self.writing = False
        if isinstance(error, InvalidInput):
            self.rejected.emit(error.problems)
            return
        self.write_failed.emit(error_words(error, self.lang))
