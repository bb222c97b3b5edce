"""One of a few long answers: a number to press, and words that wrap."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button


class OptionButton(Button):
    """A tile whose whole surface is the target; as high as its words need at the width it has."""

    def __init__(self, key: str, words: str, detail: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", "tile", name=f"{key} {words} {detail}".strip(), parent=parent, checkable=True)
        self.setProperty("square", "false")
        self.setToolTip("")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.key = label(key, "kbd", wrap=False)
        self.words = label(words, "strong" if detail else "")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(16), theme().px(12), theme().px(16), theme().px(12))
        row.setSpacing(theme().px(14))
        row.addWidget(self.key, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(theme().px(2))
        column.addWidget(self.words)
        if detail:
            column.addWidget(label(detail, "faint"))
        row.addLayout(column, 1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return the height its words need at the present width."""
        layout = self.layout()
        width = self.width() if self.isVisible() else theme().px(300)
        height = layout.totalHeightForWidth(width) if layout is not None else 0
        return QSize(theme().px(140), max(theme().px(56), height))

    def minimumSizeHint(self) -> QSize:
        """Never lower than the words."""
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        """The height asked for while it was hidden was that of another width."""
        super().showEvent(event)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
