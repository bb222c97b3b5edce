"""Opening and closing profiles: the host's blocking work, the task threads and the sync clocks of one open profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.ui.runtime.host import Host, OpenProfile, PracticeFacts, ProfileChoice
from desktop.ui.runtime.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.ui.runtime.sync_timer import SyncTimer


class ProfileKeeper(QObject):
    """Holds at most one open profile; `opened` or `failed(error)` answers `open`."""

    opened = Signal()
    failed = Signal(object)
    closing = Signal()

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

    def shut(self) -> None:
        """Close the open profile: no further rounds, running calls cut, threads joined, storage closed."""
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
        from desktop.ui.runtime.sync_timer import SyncTimer

        self.profile = profile
        self.tasks = TaskRunner(self)
        self.sync = SyncTimer(profile.services, self.tasks, self)
        self.opened.emit()
        self.sync.start()
