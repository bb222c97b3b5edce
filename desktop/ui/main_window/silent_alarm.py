"""F9: a call for help that nobody at the counter can see or hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.language import language

if TYPE_CHECKING:
    from desktop.application.changes import Outcome

LOOK_AGAIN_MS = 8_000


class SilentAlarm(QObject):
    """Saves and sends the minimal urgent alert; says in neutral words what is true about it."""

    said = Signal(str, str)  # text, tone
    raised = Signal(str)  # alert id

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._busy = False
        self._context: UiContext | None = None
        self._alert_id = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look_again)

    def press(self, context: UiContext, draft_id: str | None = None) -> None:
        """Raise it once, from the draft in hand if there is one; a second press while the first is being saved is the same press."""
        if self._busy:
            return
        self._busy, self._context = True, context
        session = context.session
        context.tasks.run(
            lambda: context.services.silent_alarm(session, draft_id), self._on_saved, self._on_failed, owner=self
        )

    def take_over(self, context: UiContext, alert_id: str) -> None:
        """Look after an alarm that was saved before the profile was open."""
        self._context = context
        self._tell(alert_id)

    def say_unsent(self) -> None:
        """Say that an alarm is saved on this PC and goes nowhere."""
        self._on_looked("")

    def refuse(self, error: Exception) -> None:
        """Say that a press could not be saved because the profile is closed."""
        self._on_failed(error)

    def forget(self) -> None:
        """The profile closes: nothing more to look after."""
        self._timer.stop()
        self._context, self._busy = None, False

    def _on_saved(self, outcome: Outcome[str]) -> None:
        self._busy = False
        self._tell(outcome.value)

    def _tell(self, alert_id: str) -> None:
        self._alert_id = alert_id
        self.said.emit(self.tr("好了"), "ok")
        self.raised.emit(alert_id)
        self._timer.start()

    def _on_failed(self, error: Exception) -> None:
        from desktop.ui.runtime.error_text import error_words

        self._busy = False
        words = error_words(error, "en" if language().code == "en" else "zh")
        self.said.emit(self.tr("没有存上：{why} 请直接打电话。").format(why=words.what), "warn")

    def _look_again(self) -> None:
        context, alert_id = self._context, self._alert_id
        if context is not None:
            context.tasks.run(
                lambda: context.services.live_line(alert_id).delivery, self._on_looked, self._on_not_seen, owner=self
            )

    def _on_looked(self, delivery: str) -> None:
        if delivery != "delivered":
            self.said.emit(self.tr("还没有送出，请直接打电话。"), "warn")

    def _on_not_seen(self, _error: Exception) -> None:
        # Where nobody can tell, the telephone is the safe way.
        self._on_looked("")
