"""The big tile that opens a checklist."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_label import IconLabel, IconTile


class ChecklistTile(Button):
    """Icon, title, one line and the key that opens it."""

    def __init__(
        self, icon_name: str, title: str, subtitle: str, key: str, tone: str = "accent", parent: QWidget | None = None
    ) -> None:
        super().__init__("", "tile", name=title, parent=parent)
        self.setProperty("square", "false")
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
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
        row.addWidget(label(key, "kbd", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(IconLabel("chevron-right", "text_3", 20), 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return the size its words need, two tiles side by side."""
        layout = self.layout()
        width = max(self.width(), theme().px(300))
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        return QSize(theme().px(300), max(theme().px(128), height))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a tile is never squeezed."""
        return self.sizeHint()
