"""The alerts that are open today, each with its running clock; the whole row opens its live line."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.application.read_models import RecordRow
from desktop.domain.case.case import CONCLUDED
from desktop.ui.runtime.error_text import Lang
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.format import day_time, running
from desktop.ui.viewmodels.records.row import row_words
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.live_line.line_button import LineButton
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.states import EmptyState

DAY_S = 86_400


class OpenList(QWidget):
    """Emits `opened(alert_id)`."""

    opened = Signal(str)

    def __init__(self, lang: Lang, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._clocks: list[tuple[QLabel, RecordRow]] = []
        self.buttons: dict[str, LineButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(10))

    def show_rows(self, rows: tuple[RecordRow, ...], now: datetime) -> None:
        """Show these alerts, the newest first."""
        clear_layout(self._column)
        self._clocks, self.buttons = [], {}
        for row in rows:
            words = row_words(row, now, self._lang)
            clock = label("", "heading", wrap=False)
            button = LineButton(words.icon, words.tone, words.title, "", _right(clock, Pill(words.pill, words.tone)))
            button.detail.setText(f"{row.short_no} · {day_time(row.created_at, now, self._lang)}")
            button.setAccessibleName(f"{words.title} {words.pill} {button.detail.text()}")
            button.clicked.connect(lambda _checked=False, alert=row.alert_id: self.opened.emit(alert))
            if row.case_state not in CONCLUDED:
                self._clocks.append((clock, row))
            self.buttons[row.alert_id] = button
            self._column.addWidget(button)
        if not rows:
            self._column.addWidget(EmptyState("circle-check", self.tr("今天没有正在办的"), "", tone="ok"))
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Move the clocks; one that runs for days says so in days."""
        for clock, row in self._clocks:
            passed = now - row.created_at
            days = int(passed.total_seconds() // DAY_S)
            clock.setText(self.tr("{n} 天", "", days).format(n=days) if days > 0 else running(passed))


def _right(clock: QLabel, pill: Pill) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(6))
    for part in (clock, pill):
        column.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
    return holder
