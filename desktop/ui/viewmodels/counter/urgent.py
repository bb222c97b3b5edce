"""Urgent alerts that need the phone while another page than theirs is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from desktop.application.read_models import LiveLine, OutboxStatus, RecordRow
from desktop.domain.delivery.call_110 import must_call_110
from desktop.ui.runtime.context import UiContext
from desktop.ui.viewmodels.live_line.situation import Situation, seen, situation

MOST = 3


def to_look_at(rows: tuple[RecordRow, ...], status: OutboxStatus, now: datetime) -> tuple[str, ...]:
    """Return the alerts that may need the phone, the newest first."""
    stopped = status.online is False or status.held is not None
    found = [
        row.alert_id
        for row in rows
        if not seen(row.case_state)
        and must_call_110(
            urgent=row.level == "urgent",
            delivery=row.delivery,
            created_at=row.created_at,
            acked_at=None,
            online=not stopped,
            now=now,
        )
    ]
    return tuple(found[:MOST])


class UrgentWatch(QObject):
    """Reads the alerts that may need the phone; `line` is the newest that does, with what to read out."""

    line_changed = Signal()

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.line: LiveLine | None = None
        self._asked: tuple[str, ...] = ()
        self._busy = False

    def look(self, rows: tuple[RecordRow, ...], *, again: bool = False) -> None:
        """Look which alerts need the phone at this second; `again` also when they are those of the last time."""
        status, now = self._context.services.outbox_status(), self._context.now()
        wanted = to_look_at(rows, status, now)
        if self._busy or (wanted == self._asked and not again):
            return
        self._asked = wanted
        if not wanted:
            self._show(None)
            return
        self._busy = True
        self._context.tasks.run(self._reading(wanted), self._on_read, self._on_failed, owner=self)

    def situation(self) -> Situation | None:
        """Return what is true of the alert at this second."""
        if self.line is None:
            return None
        status = self._context.services.outbox_status()
        return situation(self.line, online=status.online, held=status.held, now=self._context.now())

    def _reading(self, wanted: tuple[str, ...]) -> Callable[[], LiveLine | None]:
        read = self._context.services.live_line

        def first() -> LiveLine | None:
            return next((line for line in map(read, wanted) if line.call_110), None)

        return first

    def _on_read(self, line: LiveLine | None) -> None:
        self._busy = False
        self._show(line)

    def _on_failed(self, _error: Exception) -> None:
        # The page says itself that it cannot read; the next second tries again.
        self._busy, self._asked = False, ()

    def _show(self, line: LiveLine | None) -> None:
        if line != self.line:
            self.line = line
            self.line_changed.emit()
