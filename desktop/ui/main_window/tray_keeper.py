"""The tray's icon and notices, kept true: neutral words only, never what the news is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.runtime.tray import Tray

if TYPE_CHECKING:
    from desktop.ui.main_window.window import MainWindow


class TrayKeeper(QObject):
    """Follows a window; a notice comes only while the window is not the one worked in. A press brings the window to the front."""

    def __init__(self, window: MainWindow, tray: Tray) -> None:
        super().__init__(window)
        self._window, self._tray = window, tray
        window.news.arrived.connect(self._on_arrived)
        window.news.counted.connect(lambda _count: self.show())
        window.contact_changed.connect(self.show)
        window.closing.connect(tray.hide)
        tray.on_pressed(window.bring_to_front)
        self.show()

    def show(self) -> None:
        """Show the icon for what is true now."""
        window = self._window
        words = window.windowTitle()
        context = window.context
        if context is not None and context.services.outbox_status().waiting:
            self._tray.show("waiting", self.tr("{name}：有内容还没有送出").format(name=words))
        elif window.news.waiting:
            self._tray.show("news", self.tr("{name}：有新消息").format(name=words))
        else:
            self._tray.show("calm", words)

    def _on_arrived(self, _kind: str) -> None:
        self.show()
        window = self._window
        if not window.isActiveWindow() or window.isMinimized() or window.hidden_away or window.locked:
            self._tray.notify(window.windowTitle(), self.tr("有新消息，方便时看一下。"))
