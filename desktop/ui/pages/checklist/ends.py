"""The three ways a checklist ends: the customer goes, it is only noted, or it is reported."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.application.changes import Kind, changed
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import error_words
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.checklist.model import LANE, ChecklistViewModel
from desktop.ui.widgets.checklist.footer import ChecklistFooter
from desktop.ui.widgets.checklist.release_bar import ReleaseBar


class ChecklistEnds(QObject):
    """Leaves the page only after everything is saved; letting go and noting can be taken back for a few seconds."""

    def __init__(self, context: UiContext, model: ChecklistViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._model = context, model

    def join(self, page: QWidget, footer: ChecklistFooter, bar: ReleaseBar) -> None:
        """Follow the page's buttons and keys."""
        footer.release_asked.connect(lambda: self.ask(bar))
        footer.noted.connect(self.note)
        footer.report_asked.connect(self.report)
        bar.confirmed.connect(self.release)
        hot_keys().bind("submit", page, self.report)
        hot_keys().bind("release", page, lambda: self.ask(bar))

    def report(self) -> None:
        """Go to the page that shows what will be sent."""
        self._model.when_saved(lambda draft_id: self._context.navigator.go("review", draft_id=draft_id))

    def ask(self, bar: ReleaseBar) -> None:
        """Ask why the customer may go, what was answered in their favour first."""
        if self._model.definition is not None:
            bar.ask(self._model.definition.setting, self._model.favourable(language().code))

    def release(self, reason: str) -> None:
        """Let the customer go, for a reason."""
        self._model.when_saved(lambda draft_id: self._end(draft_id, "released", reason, self.tr("已放行")))

    def note(self) -> None:
        """Keep it as a note of this PC."""
        self._model.when_saved(lambda draft_id: self._end(draft_id, "noted", "", self.tr("只记录，不上报")))

    def _end(self, draft_id: str, how: Literal["released", "noted"], reason: str, words: str) -> None:
        context = self._context
        services, session = context.services, context.session
        context.ending.add(draft_id)

        def take_back() -> None:
            context.ending.discard(draft_id)
            context.navigator.go("checklist", draft_id=draft_id)

        said = self.tr("「{what}」没有记下，核对还在「没填完的」里。").format(what=words)

        def not_done(error: Exception) -> None:
            why = error_words(error, "en" if language().code == "en" else "zh")
            context.tasks.changed.emit(changed(Kind.DRAFTS))
            context.navigator.toast(f"{said}{why.sentence}", tone="warn")

        def settle() -> None:
            context.ending.discard(draft_id)
            context.tasks.run(lambda: services.close_draft(draft_id, session, how, reason), None, not_done, lane=LANE)

        context.navigator.go("counter")
        context.navigator.toast(words, undo=take_back, settled=settle)
