"""The big tile that opens a checklist."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.icon_label import IconLabel, IconTile
from desktop.ui.widgets.tile_button import TileButton


class ChecklistTile(TileButton):
    """Icon, title, one line and the key that opens it."""

    def __init__(
        self, icon_name: str, title: str, subtitle: str, key: str, tone: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent, least_height=128)
        edge = theme().px(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(theme().px(16))
        row.addWidget(IconTile(icon_name, tone, 60), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(theme().px(4))
        words.addWidget(label(title, "big"))
        words.addWidget(label(subtitle, "small"))
        row.addLayout(words, 1)
        # The key stands over the arrow: beside each other they would take the title's room.
        edge_column = QVBoxLayout()
        edge_column.addWidget(label(key, "kbd", wrap=False), 0, Qt.AlignmentFlag.AlignRight)
        edge_column.addStretch(1)
        edge_column.addWidget(IconLabel("chevron-right", "text_3", 20), 0, Qt.AlignmentFlag.AlignRight)
        row.addLayout(edge_column)
        self.fill_done()
