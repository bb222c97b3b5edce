"""Now and then, while a profile is open: the weekly backup, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.ui.runtime.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.application.services import Services

FIRST_MS = 3 * 60_000
EVERY_MS = 30 * 60_000


class CareTimer(QObject):
    """Looks three minutes after opening, when the counter has settled, and every half hour; a failure is on the settings page."""

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(FIRST_MS)

    def look(self) -> None:
        """Make the backup if it is due."""
        self._tasks.run(self._services.care.backups.when_due, owner=self, lane="care")
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
