"""Icons as widgets that follow the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.ui.runtime.icons import paint_icon
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, set_property


class IconLabel(QWidget):
    """One line icon of `size` pixels (at 100 %) in a token's colour."""

    def __init__(self, name: str, color: str = "text_2", size: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._color, self._size = name, color, size
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the square the icon fills."""
        edge = theme().px(self._size)
        return QSize(edge, edge)

    def set_icon(self, name: str, color: str | None = None) -> None:
        """Show another icon or colour."""
        self._name, self._color = name, color or self._color
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the colour of the theme now shown."""
        painter = QPainter(self)
        paint_icon(painter, QRectF(self.rect()), self._name, self._color)
        painter.end()


class IconTile(QFrame):
    """An icon on a soft rounded square, as on the records rows."""

    def __init__(self, name: str, tone: str = "accent", size: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("iconTile")
        self.setProperty("tone", tone)
        self.setFixedSize(theme().px(size), theme().px(size))
        self.icon = IconLabel(name, tone, round(size * 0.46), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.icon)

    def set_icon(self, name: str, tone: str) -> None:
        """Show another icon and tone."""
        set_property(self, "tone", tone)
        self.icon.set_icon(name, tone)


class IconText(QWidget):
    """An icon with words beside it."""

    def __init__(
        self, name: str, text: str, color: str = "text_2", role: str = "", size: int = 18, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.icon = IconLabel(name, color, size)
        self.label = label(text, role)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(10))
        row.addWidget(self.icon)
        row.addWidget(self.label, 1)
