"""The checklists begun and not ended: one press goes on with one, another puts it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import clear_layout
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.live_line.line_button import LineButton
from desktop.ui.widgets.states import EmptyState


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft in words."""

    draft_id: str
    icon: str
    title: str
    detail: str


class DraftList(QWidget):
    """Emits `resumed(draft_id)` and `dropped(draft_id)`."""

    resumed = Signal(str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.some = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(10))

    def show_drafts(self, drafts: Sequence[DraftLine]) -> None:
        """Show these drafts."""
        clear_layout(self._column)
        self.some = bool(drafts)
        for draft in drafts:
            button = LineButton(draft.icon, "slate", draft.title, draft.detail)
            button.clicked.connect(lambda _checked=False, d=draft.draft_id: self.resumed.emit(d))
            drop = Button("", "ghost", "trash-2", name=self.tr("丢弃这份草稿"))
            drop.clicked.connect(lambda _checked=False, d=draft.draft_id: self.dropped.emit(d))
            row = QHBoxLayout()
            row.addWidget(button, 1)
            row.addWidget(drop)
            self._column.addLayout(row)
        if not drafts:
            self._column.addWidget(EmptyState("clipboard-list", self.tr("都填完了"), ""))
