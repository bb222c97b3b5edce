"""A row one can press: title, one line under it, something at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.icon_label import IconTile


class LineButton(Button):
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
        super().__init__("", "tile", name=f"{title} {detail}", parent=parent)
        self.setProperty("square", "false")
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
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
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return the height its words need at the present width."""
        layout = self.layout()
        width = max(self.width(), theme().px(260))
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        return QSize(theme().px(260), max(theme().px(68), height))
