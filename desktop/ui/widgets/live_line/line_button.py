"""A row one can press: title, one line under it, something at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.icon_label import IconTile
from desktop.ui.widgets.tile_button import TileButton


class LineButton(TileButton):
    """An icon, two lines of words, and a pill or a clock at the right; the whole row is the target."""

    def __init__(
        self,
        icon_name: str,
        tone: str,
        title: str,
        detail: str,
        right: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"{title} {detail}", parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(14), theme().px(10), theme().px(14), theme().px(10))
        row.setSpacing(theme().px(14))
        row.addWidget(IconTile(icon_name, tone, 40))
        self.heading = label(title, "strong")
        self.detail = label(detail, "faint")
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(self.heading)
        words.addWidget(self.detail)
        row.addLayout(words, 1)
        if right is not None:
            row.addWidget(right)
        self.fill_done()
