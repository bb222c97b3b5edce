"""What happened, newest first: who, when, what, and whether it has reached the police."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.live_line.rows import TimelineRow
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.icon_label import IconTile
from desktop.ui.widgets.pill import Pill


class Timeline(QWidget):
    """A column of rows; showing the same rows again changes nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TimelineRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(14))

    def show_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Show these rows."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        clear_layout(self._column)
        for row in self._rows:
            self._column.addWidget(_row_widget(row))

    def texts(self) -> tuple[str, ...]:
        """Return each row as one sentence."""
        return tuple(" ".join(part for part in (r.title, r.text, r.meta, r.pill) if part) for r in self._rows)


def _row_widget(row: TimelineRow) -> QWidget:
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(theme().px(12))
    line.addWidget(IconTile(row.icon, row.tone, 34), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(theme().px(2))
    words.addWidget(label(row.title, "strong"))
    if row.text:
        words.addWidget(label(row.text, "muted"))
    words.addWidget(label(row.meta, "faint"))
    line.addLayout(words, 1)
    if row.pill:
        line.addWidget(Pill(row.pill, "warn"), 0, Qt.AlignmentFlag.AlignTop)
    holder.setAccessibleName(" ".join(part for part in (row.title, row.text, row.meta, row.pill) if part))
    return holder
