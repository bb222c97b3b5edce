"""A button that is a small page of its own: any layout inside, as high as its words need."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.button import Button


class TileButton(Button):
    """Takes its size from the layout put into it; call `fill_done` once that is complete."""

    def __init__(self, name: str, parent: QWidget | None = None, *, least_height: int = 68) -> None:
        super().__init__("", "tile", name=name, parent=parent)
        self._least = least_height
        self.setProperty("square", "false")
        self.setToolTip("")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fill_done(self) -> None:
        """Let presses on the words reach the button."""
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the words need."""
        layout = self.layout()
        needed = layout.totalHeightForWidth(width) if layout is not None else 0
        return max(theme().px(self._least), needed)

    def sizeHint(self) -> QSize:
        """Return the size the layout would like."""
        layout = self.layout()
        wanted = layout.totalSizeHint() if layout is not None else QSize()
        return wanted.expandedTo(QSize(0, theme().px(self._least)))

    def minimumSizeHint(self) -> QSize:
        """Return the least the layout can live with."""
        layout = self.layout()
        least = layout.totalMinimumSize() if layout is not None else QSize()
        return least.expandedTo(QSize(0, theme().px(self._least)))
