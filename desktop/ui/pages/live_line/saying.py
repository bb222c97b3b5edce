"""What the clerk writes at the foot of the live line, and what becomes of it: said, put right, taken back, or not done and why."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.application.read_models import LiveLine
from desktop.ui.pages.live_line.refused import RefusedPart
from desktop.ui.runtime.context import UiContext
from desktop.ui.viewmodels.live_line.amending import Amending, NotDone, is_withdrawn, targets
from desktop.ui.viewmodels.live_line.model import FACT_LIMIT, LiveLineViewModel
from desktop.ui.widgets.live_line.say_bar import CORRECT, FACT, WITHDRAW, SayBar


class Saying(QObject):
    """Joins the bar with the commands; `done` after each that went well, `failed(sentence)` for what has no place of its own."""

    done = Signal()
    failed = Signal(str)

    def __init__(self, context: UiContext, view_model: LiveLineViewModel, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._context, self._view_model = context, view_model
        self.amending = Amending(context, view_model.lang, self)
        self.refused = RefusedPart(context, self.amending, view_model.lang)
        self.bar = SayBar(FACT_LIMIT)
        self.bar.fact.connect(self._on_fact)
        self.bar.correction.connect(self.amending.correct)
        self.bar.withdrawal.connect(self._on_withdraw)
        self.amending.saved.connect(self._on_amended)
        self.amending.failed.connect(self._on_not_done)
        self.amending.busy_changed.connect(self.show_ready)
        view_model.fact_saved.connect(self._on_fact_saved)
        view_model.fact_failed.connect(self._on_fact_failed)

    def turn_to(self, alert_id: str) -> None:
        """Another alert is about to be shown."""
        if alert_id != self._view_model.alert_id:
            self.bar.edit.clear()
            self.bar.show_problem("")
            self.refused.hide()
        self.amending.alert_id = alert_id

    def show_line(self, line: LiveLine) -> None:
        """Bring the bar up to date."""
        self.show_ready()
        self.bar.show_targets(targets(line, self._view_model.lang))
        self.bar.show_withdrawn(withdrawn=is_withdrawn(line))
        # Nothing can follow an alert the station did not take: it is begun anew.
        self.bar.setVisible(line.delivery != "refused")
        self.refused.show_line(line, self._context.now())

    def show_ready(self) -> None:
        """While one thing is on its way another cannot be sent."""
        self.bar.send.setEnabled(not self._view_model.sending and not self.amending.busy)

    def _on_fact(self, text: str) -> None:
        if not self._view_model.sending:
            self._view_model.add_fact(text)

    def _on_fact_saved(self) -> None:
        self.bar.edit.clear()
        self.done.emit()

    def _on_fact_failed(self, sentence: str) -> None:
        self.show_ready()
        self.bar.show_problem(sentence)

    def _on_withdraw(self, reason: str) -> None:
        """Nothing is taken back while it can still be thought over."""
        alert_id = self._view_model.alert_id
        self.bar.edit.clear()
        self.bar.show_kind(FACT)
        self._context.navigator.toast(
            self.tr("马上撤回这一条"),
            undo=lambda: self._put_back(alert_id, WITHDRAW, reason),
            settled=lambda: self.amending.withdraw(alert_id, reason),
            tone="warn",
        )

    def _put_back(self, alert_id: str, kind: str, text: str) -> None:
        if alert_id == self._view_model.alert_id:
            if self.bar.kinds.value() != kind:
                self.bar.show_kind(kind)
            if not self.bar.edit.text():
                self.bar.edit.setText(text)

    def _on_amended(self, what: str) -> None:
        self.done.emit()
        if what == CORRECT:
            self.bar.edit.clear()
            self.bar.show_kind(FACT)

    def _on_not_done(self, job: NotDone) -> None:
        """What was typed for it is there again; where that is not before one's eyes any more it is said at the edge."""
        here = job.alert_id == self._view_model.alert_id
        placed = False
        if here and job.what in (CORRECT, WITHDRAW):
            self._put_back(job.alert_id, job.what, job.text)
            self.bar.show_problem(job.sentence)
            placed = True
        elif here and job.what in ("resent", "dropped"):
            placed = self.refused.show_failure(job)
        if not here or not self._page.isVisible():
            self._context.navigator.toast(job.sentence, tone="warn")
        elif not placed:
            self.failed.emit(job.sentence)
