"""Now and then, while a profile is open: the weekly backup, and whether its key is still where the next start looks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.runtime.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.application.care_models import BackupState
    from desktop.application.services import Services

FIRST_MS = 3 * 60_000
EVERY_MS = 30 * 60_000


class CareTimer(QObject):
    """Looks three minutes after opening, when the counter has settled, and every half hour.

    `reminded` says once per opening what a person should do: backup (it failed or is late), drill (none for 90 days) or first-drill;
    and once that the key is lost: the open profile goes on, and only a backup made now can be opened later.
    """

    reminded = Signal(str)

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(FIRST_MS)
        self._said = self._key_lost = False

    def look(self) -> None:
        """Make the backup if it is due, and see whether a person should do something."""
        backups = self._services.care.backups
        self._tasks.run(lambda: backups.when_due(self._told), owner=self, lane="care")
        self._tasks.run(backups.state, self._on_state, owner=self, lane="care")
        # Asked once too often a locked keyring would put its question over the counter's page.
        if not self._key_lost:
            self._tasks.run(self._services.care.key_kept, self._on_key, owner=self, lane="care")
        self._timer.start(EVERY_MS)

    def _told(self, _done: int, _total: int) -> bool:
        # The program's end waits for what is under way: a backup is made another time.
        return not self._tasks.closing

    def _on_state(self, state: BackupState) -> None:
        # Who never planned a backup is told on the settings page only: nobody is to be nagged at the counter.
        late = bool(state.failed) or (state.last is not None and state.backup_overdue)
        if not self._said and (late or state.drill_overdue):
            self._said = True
            self.reminded.emit("backup" if late else "drill" if state.drill is not None else "first-drill")

    def _on_key(self, kept: bool) -> None:
        if not kept and not self._key_lost:
            self._key_lost = True
            self.reminded.emit("key")

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
