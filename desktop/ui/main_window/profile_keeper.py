"""Opening and closing profiles: the host's blocking work, the task threads and the sync clocks of one open profile."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui.runtime.host import Host, OpenProfile, PracticeFacts, ProfileChoice, Restores
from desktop.ui.runtime.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.application.care_models import Restored
    from desktop.ui.runtime.care_timer import CareTimer
    from desktop.ui.runtime.sync_timer import SyncTimer


class ProfileKeeper(QObject):
    """Holds at most one open profile; `opened` or `failed(error)` answers `open`."""

    loaded = Signal()  # all that a profile needs is in memory, and no page of it is made yet
    opened = Signal()
    failed = Signal(object)
    closing = Signal()
    reminded = Signal(str)  # backup | drill | first-drill | key
    restored = Signal(object)  # Restored
    restore_failed = Signal(object)  # Exception
    restore_progressed = Signal(int, int)

    def __init__(self, host: Host, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.host = host
        self.key = host.profiles()[0].key
        self.facts: PracticeFacts | None = None
        self.profile: OpenProfile | None = None
        self.tasks: TaskRunner | None = None
        self.sync: SyncTimer | None = None
        self._door = TaskRunner(self, workers=1)
        self._prepared = False
        self._stop_restore = threading.Event()
        self._care: CareTimer | None = None

    def choices(self) -> tuple[ProfileChoice, ...]:
        """Return the profiles there are."""
        return self.host.profiles()

    def open(self, key: str | None = None, passphrase: str | None = None) -> None:
        """Close what is open and open a profile, off the UI thread."""
        self.key = key or self.key
        if self.profile is not None:
            self.closing.emit()
            self.shut()
        self._door.run(
            lambda: self._open(self.key, passphrase), self._on_opened, self.failed.emit, owner=self, lane="door"
        )

    @property
    def can_restore(self) -> bool:
        """Whether this host's profiles can come out of a backup."""
        return isinstance(self.host, Restores)

    def restore(self, file: Path, passphrase: str) -> None:
        """Close what is open, make the profile out of a backup and open it; `restored` or `restore_failed(error)` answers."""
        host = self.host
        if not isinstance(host, Restores):
            return
        if self.profile is not None:
            self.closing.emit()
            self.shut()
        self._stop_restore.clear()
        key = self.key
        self._door.run(
            lambda: host.restore(key, file, passphrase, self._told),
            lambda done: self._on_restored(done, passphrase),
            self.restore_failed.emit,
            owner=self,
            lane="door",
        )

    def stop_restore(self) -> None:
        """Ask a restore under way to end; nothing of it is kept."""
        self._stop_restore.set()

    def _told(self, done: int, total: int) -> bool:
        self.restore_progressed.emit(done * 1000 // max(total, 1), 1000)
        return not self._stop_restore.is_set() and not self._door.closing

    def _on_restored(self, done: Restored, passphrase: str) -> None:
        self.restored.emit(done)
        self.open(passphrase=passphrase if done.opens_with == "passphrase" else None)

    def shut(self) -> None:
        """Close the open profile: no further rounds, running calls cut, threads joined, storage closed."""
        if self._care is not None:
            self._care.stop()
            self._care = None
        if self.sync is not None:
            self.sync.stop()
            self.sync = None
        profile, self.profile = self.profile, None
        tasks, self.tasks = self.tasks, None
        if profile is not None:
            profile.abort()
        if tasks is not None:
            tasks.close()
        if profile is not None:
            profile.close()

    def close(self) -> None:
        """Close everything, at the end of the program."""
        self._door.close()
        self.shut()
        self.host.close()

    def _open(self, key: str, passphrase: str | None) -> OpenProfile:
        if not self._prepared:
            self.facts = self.host.prepare()
            self._prepared = True
        return self.host.open(key, passphrase)

    def _on_opened(self, profile: OpenProfile) -> None:
        from desktop.ui.runtime.care_timer import CareTimer
        from desktop.ui.runtime.sync_timer import SyncTimer

        self.profile = profile
        self.tasks = TaskRunner(self)
        self.sync = SyncTimer(profile.services, self.tasks, self)
        self._care = CareTimer(profile.services, self.tasks, self)
        self._care.reminded.connect(self.reminded)
        self.loaded.emit()
        self.opened.emit()
        self.sync.start()
