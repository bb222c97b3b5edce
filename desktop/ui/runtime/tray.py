"""The icon beside the system's clock and the system's notifications; never the only way to learn something."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon

from desktop.ui.runtime.icons import icon_pixmap
from desktop.ui.runtime.theme import theme

APP_ICON = "clipboard-check"
SIZE = 64
SHOWN_MS = 8_000
DOTS = {"news": "accent_fill", "waiting": "warn_fill"}
"""State of the icon -> colour of its dot; a state not named here has none."""


class Tray(Protocol):
    """A place for an icon and for short notices."""

    def show(self, state: str, tooltip: str) -> None:
        """Show the icon in a state: calm, news or waiting."""

    def notify(self, title: str, text: str) -> None:
        """Say one sentence beside the clock."""

    def on_pressed(self, call: Callable[[], None]) -> None:
        """Call this when a person presses the icon or a notice."""

    def hide(self) -> None:
        """Take the icon away."""


class NoTray:
    """A desktop without a tray: nothing is shown and nothing is missed, the rail says the same."""

    def show(self, state: str, tooltip: str) -> None:
        """Nothing."""

    def notify(self, title: str, text: str) -> None:
        """Nothing."""

    def on_pressed(self, call: Callable[[], None]) -> None:
        """Nothing."""

    def hide(self) -> None:
        """Nothing."""


class QtTray(QObject):
    """The tray of this desktop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(self)
        self._shown = ""

    def show(self, state: str, tooltip: str) -> None:
        """See `Tray`."""
        if state != self._shown:
            self._shown = state
            self._icon.setIcon(QIcon(tray_pixmap(state)))
        self._icon.setToolTip(tooltip)
        self._icon.show()

    def notify(self, title: str, text: str) -> None:
        """See `Tray`."""
        self._icon.showMessage(title, text, self._icon.icon(), SHOWN_MS)

    def on_pressed(self, call: Callable[[], None]) -> None:
        """See `Tray`; the right button, which asks for a menu, is not meant."""
        self._icon.messageClicked.connect(call)
        context = QSystemTrayIcon.ActivationReason.Context
        self._icon.activated.connect(lambda reason: call() if reason != context else None)

    def hide(self) -> None:
        """See `Tray`."""
        self._icon.hide()


def system_tray(parent: QObject | None = None) -> Tray:
    """Return the desktop's tray, or one that shows nothing where there is none."""
    return QtTray(parent) if QSystemTrayIcon.isSystemTrayAvailable() else NoTray()


def tray_pixmap(state: str) -> QPixmap:
    """Return the program's own icon, with a small dot in the corner when there is something to know."""
    picture = icon_pixmap(APP_ICON, "accent", SIZE)
    if state in DOTS:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor("white"))
        painter.setBrush(theme().color(DOTS[state]))
        radius = SIZE // 3
        painter.drawEllipse(SIZE - radius - 2, SIZE - radius - 2, radius, radius)
        painter.end()
    return picture
