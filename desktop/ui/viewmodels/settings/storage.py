"""What lies on this PC, for how long, and taking personal details out now."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.application.care_models import StorageReport
from desktop.application.changes import Outcome
from desktop.domain.alert.retention import Retention
from desktop.ui.runtime.context import UiContext
from desktop.ui.viewmodels.settings.job import Job

L2_CHOICES = (7, 14, 30)
L3_CHOICES = (1, 3, 7)


class StorageViewModel(QObject):
    """The last count, and the two commands of the section."""

    loaded = Signal()
    wiped = Signal(int)

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.job = Job(context, self)
        self.report: StorageReport | None = None

    def load(self) -> None:
        """Count again."""
        self.job.run(self._context.services.care.keeping.storage, self._on_counted, reading=True)

    def keep_for(self, *, l2: int | None = None, l3: int | None = None) -> None:
        """Choose other days; never more than is allowed."""
        if self.report is None:
            return
        now, keeping = self.report.retention, self._context.services.care.keeping
        chosen = Retention(l2 or now.l2, l3 or now.l3)

        def work() -> StorageReport:
            keeping.save_retention(chosen)
            return keeping.storage()

        self.job.run(work, self._on_counted)

    def wipe_now(self) -> None:
        """Take out at once what the next round would take."""
        keeping = self._context.services.care.keeping

        def work() -> Outcome[tuple[int, StorageReport]]:
            done = keeping.wipe_now()
            return Outcome((done.value, keeping.storage()), done.changes)

        self.job.run(work, self._on_wiped)

    def _on_counted(self, report: StorageReport) -> None:
        self.report = report
        self.loaded.emit()

    def _on_wiped(self, outcome: Outcome[tuple[int, StorageReport]]) -> None:
        count, self.report = outcome.value
        self.loaded.emit()
        self.wiped.emit(count)


def size_words(size: int) -> str:
    """Return a number of bytes in the unit people use for it."""
    value, unit = float(size), "B"
    for unit in ("B", "KB", "MB", "GB"):
        if value < 1024 or unit == "GB":
            break
        value /= 1024
    return f"{value:.0f} {unit}" if unit == "B" or value >= 100 else f"{value:.1f} {unit}"
