"""Look, language, keys and locking of this PC: each change counts at once and is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from desktop.application.changes import Outcome
from desktop.application.read_models import Preferences
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, error_words
from desktop.ui.runtime.hot_keys import ACTIONS, hot_keys, normal, problem_with
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.settings.job import lang


class PreferencesViewModel(QObject):
    """`changed` after something else is in force; `failed` when it could not be kept for the next start."""

    changed = Signal()
    kept_now = Signal()
    failed = Signal(object)  # ErrorWords

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.kept: Preferences = context.services.preferences()

    def load(self) -> None:
        """Look at what is kept now."""
        self.kept = self._context.services.preferences()
        self.changed.emit()

    def set(self, **changes: Any) -> None:
        """Change some members of the preferences."""
        services = self._context.services
        self.kept = kept = replace(self.kept, **changes)

        def save() -> Outcome[None]:
            # The file may have been changed by another page, or by the change before this one: only what is asked for is replaced.
            return services.save_preferences(replace(services.preferences(), **changes))

        # Without an owner: another language makes the page anew, and what could not be kept is said all the same.
        self._context.tasks.run(save, self._on_kept, self._on_failed, lane="preferences")
        self.changed.emit()
        if kept.language != language().code:
            language().apply(kept.language)
        elif (kept.theme, kept.text_percent) != (theme().choice, theme().percent):
            theme().apply(kept.theme, kept.text_percent)

    def set_key(self, action: str, key: str) -> str:
        """Give an action another key; returns why not: unusable, fixed, typing, or `taken:<action>`; empty when it is done."""
        problem = problem_with(key)
        if problem:
            return problem
        holder = hot_keys().holder(key, but=action)
        if holder:
            return f"taken:{holder}"
        self._use_keys(hot_keys().own() | {action: normal(key)})
        return ""

    def reset_key(self, action: str) -> str:
        """Give an action its key as shipped; returns `taken:<action>` when another has it now."""
        shipped = next((one.shipped for one in ACTIONS if one.action == action), "")
        return self.set_key(action, shipped)

    def reset_keys(self) -> None:
        """Use all keys as shipped."""
        self._use_keys({})

    def _use_keys(self, keys: dict[str, str]) -> None:
        hot_keys().apply(keys)
        self.set(keys=hot_keys().own())

    def _on_kept(self, _outcome: object) -> None:
        if isValid(self):
            self.kept_now.emit()

    def _on_failed(self, error: Exception) -> None:
        why = error_words(error, lang())
        pick = language().pick
        what = pick(
            "现在已经换了，但没有存住，下次打开会变回去。",
            "It counts now but was not kept: it will be undone at the next start.",
        )
        words = ErrorWords(what, why.sentence)
        if isValid(self):
            self.failed.emit(words)
        else:
            self._context.navigator.toast(words.sentence, tone="warn")
