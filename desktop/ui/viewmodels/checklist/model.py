"""One checklist being filled in: answers, facts, the assessment after each of them, and the truth about what is saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.application.read_models import DraftView
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import read_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.checklist.facts import ChecklistFacts
from desktop.ui.viewmodels.drafts.saving import DraftSaving, State
from desktop.ui.viewmodels.drafts.unsaved import LANE, Content
from redflags import Answer, Assessment, Definition, Facts, FactsError, assess, parse_facts

__all__ = ["LANE", "ChecklistViewModel"]


class ChecklistViewModel(ChecklistFacts):
    """Keeps every answer at once: the draft is made with the first one, saved in order, and tried again after a failure."""

    loaded = Signal()
    load_failed = Signal(object)  # ErrorWords
    changed = Signal()
    save_changed = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.assessment: Assessment | None = None
        self.saving = DraftSaving(context, self._content, self)
        self.saving.changed.connect(self.save_changed)
        self.touched.connect(self.saving.touch)
        self._generation = 0
        self.asked = ""

    @property
    def draft(self) -> DraftView | None:
        """Return the draft as last saved; None before the first answer is, and while one is being read."""
        return self.saving.draft

    @property
    def saved(self) -> State:
        """Return how far saving is."""
        return self.saving.state

    @property
    def save_error(self) -> str:
        """Return why the last save failed; empty after one that did not."""
        return self.saving.error

    def place(self) -> dict[str, object] | None:
        """Return what shows the same thing again; None while there is nothing."""
        if self.draft is not None:
            return {"draft_id": self.draft.draft_id}
        if self.definition is None:
            return None
        unsaved = {"unsaved": self.saving.name} if self.saving.unsaved or self.saving.left else {}
        return {"setting": self.definition.setting, **unsaved}

    def begin(self, setting: str, unsaved: str = "") -> None:
        """Show a checklist, a fresh one unless `unsaved` names one left before it could be stored."""
        self.leave()
        kept = self.saving.kept.take(unsaved) if unsaved else None
        if kept is not None:
            self._reset(self._context.services.checklist(kept.setting), kept.begun.draft, kept, unsaved)
        elif unsaved and (draft_id := self.saving.kept.draft_id(unsaved)):
            self.resume(draft_id)
        else:
            self._reset(self._context.services.checklist(setting))

    def resume(self, draft_id: str) -> None:
        """Show a kept draft, with the version of the checklist it was begun with; until it is read there is none."""
        self.leave()
        self.asked = draft_id
        self._generation += 1
        self.definition = None
        self.saving.begin(None)
        generation = self._generation
        self._context.tasks.run(
            lambda: self._context.services.load_draft(draft_id),
            lambda draft: self._on_draft(draft) if generation == self._generation else None,
            lambda error: self._on_load_failed(error) if generation == self._generation else None,
            owner=self,
            lane=LANE,
        )

    def leave(self) -> None:
        """The page shows something else: what is not stored yet is stored without it."""
        self.saving.leave()

    def answer(self, item: str, answer: Answer | None) -> None:
        """Answer a question or mitigator; None takes the answer back."""
        if answer is None:
            self.answers.pop(item, None)
        else:
            self.answers[item] = answer
        self._judge()
        self.saving.save()

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
        self.saving.flush()

    def when_saved(self, call: Callable[[str], None]) -> None:
        """Call with the draft's id once everything up to now is saved; not at all if that fails."""
        self.saving.when_saved(call)

    def _set(self, table: dict[str, object], key: str, value: object | None, *, typing: bool) -> None:
        if table.get(key) == value:
            return
        if value is None:
            table.pop(key, None)
        else:
            table[key] = value
        self._judge()
        if typing:
            self.saving.touch()
        else:
            self.saving.save()

    def _content(self) -> Content | None:
        if self.definition is None:
            return None
        answers = {key: value.value for key, value in self.answers.items()}
        who, session = self._context.member_id, self._context.session
        begun, details = self.saving.begun, dict(self._details)
        return Content(self.definition.setting, who, session, answers, dict(self.tx), dict(self.ctx), details, begun)

    def _reset(
        self, definition: Definition, draft: DraftView | None = None, kept: Content | None = None, name: str = ""
    ) -> None:
        shown = kept or draft
        self._generation += 1
        self.definition = definition
        self.answers = {key: Answer(value) for key, value in shown.answers.items()} if shown else {}
        self.tx, self.ctx = (dict(shown.tx), dict(shown.ctx)) if shown else ({}, {})
        self._details = dict(shown.details) if shown else {}
        self.saving.begin(draft, name, kept.begun if kept else None)
        self._judge(tell=False)
        self.loaded.emit()
        if kept is not None:
            self.saving.save()

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

    def _on_draft(self, draft: DraftView) -> None:
        kept = self.saving.kept.take(draft.draft_id)
        self._reset(self._context.services.checklist(draft.setting, draft.checklist_version), draft, kept)

    def _on_load_failed(self, error: Exception) -> None:
        self.load_failed.emit(read_words(error, "en" if language().code == "en" else "zh"))
