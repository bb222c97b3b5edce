"""A clerk's tile on the sign-in page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button

_TONES = ("accent", "ok", "gold", "plum", "slate")


def initials(name: str) -> str:
    """Return what stands in the round picture: the last two characters of a Chinese name, two initials otherwise."""
    clean = name.strip()
    if clean.isascii():
        return "".join(part[0] for part in clean.split()[:2]).upper()
    return clean[-2:] if len(clean) > 2 else clean


class Avatar(QWidget):
    """A round picture with initials."""

    def __init__(self, name: str, tone: str = "accent", size: int = 48, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = initials(name), tone
        self.setFixedSize(theme().px(size), theme().px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle and letters."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(theme().color(f"{self._tone}_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(theme().color(self._tone))
        painter.setFont(theme().font(15, QFont.Weight.Bold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()


class MemberButton(Button):
    """Initials, name and role; below them why this clerk cannot sign in right now."""

    def __init__(self, name: str, role: str, note: str, index: int, parent: QWidget | None = None) -> None:
        super().__init__(
            "", "tile", name="，".join(part for part in (name, role, note) if part), checkable=True, parent=parent
        )
        self.setProperty("square", "false")
        self.setToolTip("")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(84))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().px(16), theme().px(8), theme().px(12), theme().px(8))
        row.setSpacing(theme().px(14))
        row.addWidget(Avatar(name, _TONES[index % len(_TONES)]))
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addStretch(1)
        words.addWidget(label(name, "heading", wrap=False))
        words.addWidget(label(" · ".join(part for part in (role, note) if part), "faint"))
        words.addStretch(1)
        row.addLayout(words, 1)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return a tile two of which fit side by side."""
        return QSize(theme().px(250), theme().px(84))
