"""The review page's state: the draft's fields, what is still wrong with them, the level, and the one submission."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Outcome
from desktop.application.errors import InvalidInput
from desktop.application.read_models import AlertReview, DraftView, FieldProblem
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words, problem_text, read_words
from desktop.ui.runtime.language import language
from desktop.ui.runtime.typing_pause import TypingPause
from desktop.ui.viewmodels.drafts.unsaved import LANE, Content, retry_timer, unsaved_drafts
from desktop.ui.viewmodels.review.fields import FieldGroup, groups_for
from desktop.ui.viewmodels.review.level import NOT_CHOSEN, Before, LevelChoice
from desktop.ui.viewmodels.review.problems import blocking, by_field, fast_path, field_key
from desktop.ui.viewmodels.review.storing import Saved, content_of, reading, sending, storing
from desktop.ui.viewmodels.review.values import ReviewValues
from redflags import Level

SAVE_DELAY_MS: Final = 400
T = TypeVar("T")
U = TypeVar("U")


class AlertReviewViewModel(QObject):
    """Saves the draft as it is edited, keeps one problem list, submits once; everything blocking runs on one lane."""

    loaded = Signal()
    problems_changed = Signal()
    level_changed = Signal()
    saving_changed = Signal()
    edited = Signal(str)  # a field of that name changed
    failed = Signal(str)
    blocked = Signal(str)  # the first field that must be corrected
    submitted = Signal(str)  # alert id

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.draft: DraftView | None = None
        self.review: AlertReview | None = None
        self.values = ReviewValues()
        self.level = LevelChoice(Level.WATCH)
        self.problems: dict[str, FieldProblem] = {}
        self.saving = "saved"  # saved | dirty | saving | unsaved
        self.error_sentence = ""
        self.submitting = False
        self._draft_id = ""
        self._before = NOT_CHOSEN
        self._delay = TypingPause(SAVE_DELAY_MS, self)
        self._delay.timeout.connect(self.save)
        self._retry = retry_timer(self, self.save)
        self._turn = 0
        self._kept = unsaved_drafts(context)

    def open(self, draft_id: str, before: Before = NOT_CHOSEN) -> None:
        """Read a draft and what is wrong with it; coming back keeps its level, `before` is that of a page made anew."""
        self.leave()
        if draft_id != self._draft_id:
            self._draft_id, self.level, self._before = draft_id, LevelChoice(Level.NONE), before
        self.draft, self.review, self.error_sentence = None, None, ""
        self._run(reading(draft_id, self._context.services), self._on_loaded, self._on_failed)

    def leave(self) -> None:
        """The page shows something else: what is not stored yet is stored without it."""
        content = None
        if self.draft is not None and self.saving != "saved" and not self.submitting:
            content = content_of(self.draft, self.values, self._context.session)
        self._turn += 1
        self._delay.stop()
        self._retry.stop()
        if content is not None:
            self.saving = "saved"
            self._kept.keep(self._draft_id, content)

    def all_groups(self) -> tuple[FieldGroup, ...]:
        """Return every group of this setting, with the fields that follow-up answers may open."""
        return groups_for(self.draft.setting, None, self._value_statuses()) if self.draft else ()

    def groups(self) -> tuple[FieldGroup, ...]:
        """Return the field groups that make sense for what was answered so far."""
        return groups_for(self.draft.setting, self.values.texts(), self._value_statuses()) if self.draft else ()

    def edit(self, key: str, value: object) -> None:
        """Change a field; the draft is saved when typing pauses."""
        if self.values.get(key) == str(value):
            return
        self.values.put(key, value)
        self.edited.emit(key)
        self._set_saving("dirty")
        self._delay.touch()

    def save(self) -> None:
        """Store the draft now."""
        self._delay.stop()
        self._retry.stop()
        if self.draft is None or self.submitting:
            return
        self._set_saving("saving")
        content = content_of(self.draft, self.values, self._context.session)
        self._run(storing(content, self._context.services), self._on_saved, self._on_save_failed)

    def choose_level(self, level: Level) -> None:
        """Raise the level, or lower it by one."""
        if level in self.level.allowed():
            self.level = replace(self.level, chosen=level)
            self.level_changed.emit()

    def give_reason(self, reason: str) -> None:
        """Say why the level is lower than computed."""
        self.level = replace(self.level, reason=reason)
        self.level_changed.emit()

    def fast_path(self) -> tuple[tuple[str, bool], ...]:
        """Return the five things an urgent alert needs, each with whether it is there."""
        shop = self._context.services.shop()
        return fast_path(self.problems, self.values, place=shop is not None and bool(shop.address))

    def blocking(self) -> tuple[FieldProblem, ...]:
        """Return the problems that keep it from being sent at the chosen level."""
        return blocking(self.problems, self.values, self.level.level)

    def problem_sentence(self, key: str) -> str:
        """Return what is wrong with a field and what to do; empty when nothing is."""
        problem = self.problems.get(key)
        return problem_text(problem, self.lang) if problem else ""

    def submit(self) -> None:
        """Save and submit in one go; a second press while it runs does nothing."""
        if self.draft is None or self.submitting:
            return
        first = next(iter(self.values.unreadable), "level_reason" if self.level.reason_missing else "")
        if first:
            self._take_problems(tuple(self.problems.values()))
            self.blocked.emit(first)
            return
        self._delay.stop()
        self._retry.stop()
        self.submitting = True
        self.error_sentence = ""
        self.saving_changed.emit()
        content, turn = content_of(self.draft, self.values, self._context.session), self._turn
        # What became of it is heard in any case, also when the page meanwhile shows something else.
        self._context.tasks.run(
            sending(content, self._context.services, self.level),
            self._on_submitted,
            lambda error: self._on_submit_failed(error) if turn == self._turn else self._on_failed_behind(content),
            owner=self,
            lane=LANE,
        )

    def _value_statuses(self) -> tuple[str, ...]:
        draft, checklist = self.draft, self._context.services.checklist
        return checklist(draft.setting, draft.checklist_version).value_statuses if draft is not None else ()

    def _run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        turn = self._turn

        def now(call: Callable[[U], None]) -> Callable[[U], None]:
            return lambda answer: call(answer) if turn == self._turn else None

        self._context.tasks.run(work, now(done), now(failed), owner=self, lane=LANE)

    def _on_loaded(self, read: Saved) -> None:
        kept = self._kept.take(self._draft_id)
        self.draft = read.draft if kept is None else kept.over(read.draft)
        self.values = ReviewValues.of(self.draft)
        self.saving = "saved"
        self._take_review(read.review)
        self.loaded.emit()
        if kept is not None:
            self.save()

    def _on_saved(self, saved: Saved) -> None:
        self._take_review(saved.review)
        if self.saving == "saving":
            self._set_saving("saved")

    def _on_save_failed(self, error: Exception) -> None:
        self.error_sentence = error_words(error, self.lang).sentence
        self._set_saving("unsaved")
        self._retry.start()

    def _on_submitted(self, outcome: Outcome[str]) -> None:
        self.submitting, self.draft = False, None
        self._set_saving("saved")
        self.submitted.emit(outcome.value)

    def _on_submit_failed(self, error: Exception) -> None:
        self.submitting = False
        if isinstance(error, InvalidInput):
            self._take_problems(error.problems)
            self._set_saving("saved")
            first = next((problem for problem in error.problems if problem.severity == "block"), None)
            self.blocked.emit(field_key(first) if first else "")
            return
        self._on_failed(error)
        self._set_saving("unsaved")

    def _on_failed_behind(self, content: Content) -> None:
        self.submitting = False
        self._kept.keep(self._draft_id, content)

    def _on_failed(self, error: Exception) -> None:
        self.error_sentence = (read_words if self.draft is None else error_words)(error, self.lang).sentence
        self.failed.emit(self.error_sentence)

    def _take_review(self, review: AlertReview) -> None:
        self.review = review
        if Level(review.computed_level) is not self.level.computed:
            self.level = LevelChoice(Level(review.computed_level))
        self.level, self._before = self.level.as_before(self._before), NOT_CHOSEN
        self.level_changed.emit()
        self._take_problems(review.problems)

    def _take_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        self.problems = by_field(problems, self.values)
        self.problems_changed.emit()

    def _set_saving(self, state: str) -> None:
        self.saving = state
        self.saving_changed.emit()
