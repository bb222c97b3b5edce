"""F9 between the first paint and the open profile: saved by the short road, or kept until the ordinary one is there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.runtime.host import CallsEarly, EarlyRoad, Host
from desktop.ui.runtime.soon import soon
from desktop.ui.runtime.task_runner import TaskRunner

LONGEST_MS = 1_500
"""A keyring that asks for its password answers when a person did; the rest is loaded meanwhile."""


class EarlyAlarm(QObject):
    """Takes presses from the first paint on. All of them are one: nothing can be said yet, so people press again."""

    settled = Signal()  # the road is open, or there is none, or it takes too long to wait for

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._tasks = TaskRunner(self, workers=1)
        self._road: EarlyRoad | None = None
        self._wanted = False
        self._saving = False
        self._over = False
        self._told = False
        self._alert_id: str | None = None
        self._then: Callable[[str | None, bool], None] | None = None

    def start(self) -> None:
        """Open the short road off the UI thread."""
        host = self._host
        if not isinstance(host, CallsEarly):
            soon(self, self._settle)
            return
        key = host.profiles()[0].key
        QTimer.singleShot(LONGEST_MS, self, self._settle)
        self._tasks.run(lambda: host.open_early(key), self._on_open, self._on_closed, owner=self)

    def press(self) -> None:
        """Raise the alarm as soon as any road is there."""
        self._wanted = True
        self._save()

    def hand_over(self, then: Callable[[str | None, bool], None]) -> None:
        """End the short road and call `then(alert_id, wanted)`: what was saved, and whether somebody pressed at all.

        A press that is just being saved is waited for.
        """
        self._then = then
        if not self._saving:
            self._finish()

    def close(self) -> None:
        """End without telling anybody: the window goes. What is being saved is saved."""
        self._over = True
        self._tasks.close()
        if self._road is not None:
            self._road.close()
            self._road = None

    def _save(self) -> None:
        if self._road is not None and self._wanted and not self._saving and not self._alert_id:
            self._saving = True
            self._tasks.run(self._road.save, self._on_saved, self._on_not_saved, owner=self)

    def _on_open(self, road: EarlyRoad | None) -> None:
        self._road = road
        self._save()
        self._settle()

    def _on_closed(self, _error: Exception) -> None:
        # The ordinary road meets the same and says it.
        self._settle()

    def _on_saved(self, alert_id: str) -> None:
        self._saving, self._alert_id = False, alert_id
        self._finish()

    def _on_not_saved(self, _error: Exception) -> None:
        # The ordinary road tries again and says what is wrong.
        self._saving = False
        if self._road is not None:
            self._road.close()
            self._road = None
        self._finish()

    def _settle(self) -> None:
        if not self._over and not self._told:
            self._told = True
            self.settled.emit()

    def _finish(self) -> None:
        if self._then is not None and not self._over:
            then, self._then = self._then, None
            self.close()
            then(self._alert_id, self._wanted)
            self.deleteLater()
