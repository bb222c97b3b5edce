"""One checklist being filled in: answers, facts, the assessment after each of them, and the truth about what is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.application.changes import Outcome
from desktop.application.read_models import DraftView
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import error_words
from desktop.ui.runtime.language import language
from desktop.ui.runtime.typing_pause import TypingPause
from desktop.ui.viewmodels.checklist.facts import ChecklistFacts
from redflags import Answer, Assessment, Definition, Facts, FactsError, assess, parse_facts

TYPING_MS = 400
RETRY_MS = 2_000
LANE = "draft"
Saved = Literal["new", "saving", "saved", "failed"]


class ChecklistViewModel(ChecklistFacts):
    """Keeps every answer at once: the draft is made with the first one, saved in order, and tried again after a failure."""

    loaded = Signal()
    load_failed = Signal(object)  # ErrorWords
    changed = Signal()
    save_changed = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.draft: DraftView | None = None
        self.assessment: Assessment | None = None
        self.saved: Saved = "new"
        self.save_error = ""
        self._generation = 0
        self._begun: dict[int, DraftView] = {}
        self._dirty = self._busy = False
        self._then: list[Callable[[str], None]] = []
        self._typing = TypingPause(TYPING_MS, self)
        self._typing.timeout.connect(self._save)
        self.touched.connect(self._typing.touch)
        self._retry = self._timer(RETRY_MS)
        self.asked = ""

    def begin(self, setting: str) -> None:
        """Show a fresh checklist; nothing is stored before the first answer."""
        self._reset(self._context.services.checklist(setting))

    def resume(self, draft_id: str) -> None:
        """Show a kept draft, with the version of the checklist it was begun with; until it is read there is none."""
        self.flush()
        self.asked = draft_id
        self._generation += 1
        self.definition, self.draft = None, None
        self._then = []
        generation = self._generation
        self._context.tasks.run(
            lambda: self._context.services.load_draft(draft_id),
            lambda draft: self._on_draft(draft) if generation == self._generation else None,
            self._on_load_failed,
            owner=self,
            lane=LANE,
        )

    def answer(self, item: str, answer: Answer | None) -> None:
        """Answer a question or mitigator; None takes the answer back."""
        if answer is None:
            self.answers.pop(item, None)
        else:
            self.answers[item] = answer
        self._judge()
        self._save()

    def answer_text(self, item: str, answer: str) -> None:
        """Answer with `yes`, `no`, `unknown`, or take back with an empty text."""
        self.answer(item, Answer(answer) if answer else None)

    def set_tx(self, key: str, value: object | None, *, typing: bool = False) -> None:
        """Keep a transaction fact; None means not known. While typing the save waits a moment."""
        self._set(self.tx, key, value, typing=typing)

    def set_ctx(self, key: str, value: str | None) -> None:
        """Keep what is known about the situation."""
        self._set(self.ctx, key, value, typing=False)

    def flush(self) -> None:
        """Save now what still waits for the end of typing."""
        if self._typing.isActive() or self._retry.isActive():
            self._save()

    def when_saved(self, call: Callable[[str], None]) -> None:
        """Call with the draft's id once everything up to now is saved; not at all if that fails."""
        self._then.append(call)
        self._save()

    def _timer(self, wait_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        timer.timeout.connect(self._save)
        return timer

    def _set(self, table: dict[str, object], key: str, value: object | None, *, typing: bool) -> None:
        if table.get(key) == value:
            return
        if value is None:
            table.pop(key, None)
        else:
            table[key] = value
        self._judge()
        if typing:
            self._typing.touch()
        else:
            self._save()

    def _reset(self, definition: Definition, draft: DraftView | None = None) -> None:
        self._generation += 1
        self._typing.stop()
        self._retry.stop()
        self.definition, self.draft = definition, draft
        self.answers = {key: Answer(value) for key, value in draft.answers.items()} if draft else {}
        self.tx, self.ctx = (dict(draft.tx), dict(draft.ctx)) if draft else ({}, {})
        self._details = dict(draft.details) if draft else {}
        self._dirty = self._busy = False
        self._then = []
        self.saved = "saved" if draft else "new"
        self._judge(tell=False)
        self.loaded.emit()

    def _judge(self, *, tell: bool = True) -> None:
        if self.definition is None:
            return
        raw = {**{key: value.value for key, value in self.answers.items()}, "tx": self.tx, "ctx": self.ctx}
        try:
            self.facts = parse_facts(raw, self.definition)
        except FactsError:
            # A draft kept by another version may hold a fact this one does not read; the answers still count.
            self.facts = Facts(answers=dict(self.answers))
        self.assessment = assess(self.definition, self.facts)
        if tell:
            self.changed.emit()

    def _save(self) -> None:
        self._typing.stop()
        self._retry.stop()
        self._dirty = True
        if not self._busy and self.definition is not None:
            self._send()

    def _send(self) -> None:
        definition = self.definition
        if definition is None:
            return
        self._busy, self._dirty = True, False
        self.saved = "saving"
        self.save_changed.emit()
        services, member, draft = self._context.services, self._context.member_id, self.draft
        session = self._context.session
        answers = {key: value.value for key, value in self.answers.items()}
        tx, ctx, details = dict(self.tx), dict(self.ctx), dict(self._details)
        generation = self._generation

        def work() -> Outcome[DraftView]:
            # Remembered apart from the answer: a draft that was begun but not filled is filled by the next try, not begun again.
            known = draft or self._begun.get(generation) or services.start_draft(definition.setting, member).value
            self._begun[generation] = known
            return services.save_draft(known.draft_id, answers, tx, ctx, details, session)

        self._context.tasks.run(
            work,
            lambda outcome: self._on_saved(generation, outcome),
            lambda error: self._on_save_failed(generation, error),
            owner=self,
            lane=LANE,
        )

    def _on_saved(self, generation: int, outcome: Outcome[DraftView]) -> None:
        if generation != self._generation:
            return
        self._busy = False
        self.draft = outcome.value
        if self._dirty:
            self._send()
            return
        self.saved, self.save_error = "saved", ""
        self.save_changed.emit()
        calls, self._then = self._then, []
        for call in calls:
            call(outcome.value.draft_id)

    def _on_save_failed(self, generation: int, error: Exception) -> None:
        if generation != self._generation:
            return
        self._busy = False
        self._then = []
        self.saved = "failed"
        self.save_error = error_words(error, "en" if language().code == "en" else "zh").sentence
        self.save_changed.emit()
        self._retry.start()

    def _on_draft(self, draft: DraftView) -> None:
        self._reset(self._context.services.checklist(draft.setting, draft.checklist_version), draft)

    def _on_load_failed(self, error: Exception) -> None:
        self.load_failed.emit(error_words(error, "en" if language().code == "en" else "zh"))
