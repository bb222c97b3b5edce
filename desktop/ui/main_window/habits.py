"""What of the preferences takes effect while the window is open: which calculator hides it, and after how long it locks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Changes, Kind

if TYPE_CHECKING:
    from desktop.ui.main_window.frame import WindowFrame
    from desktop.ui.main_window.idle_lock import IdleLock
    from desktop.ui.pages.base import Page
    from desktop.ui.runtime.context import UiContext


class Habits(QObject):
    """Follows the preferences of the open profile; `lock_due` when nobody was there for as long as they say."""

    lock_due = Signal()

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        self.idle: IdleLock | None = None

    def follow(self, context: UiContext) -> None:
        """Take up the preferences of a profile, now and whenever they are changed."""
        context.tasks.changed.connect(self._on_changed)
        self._apply()

    def _on_changed(self, kinds: Changes) -> None:
        if Kind.PREFERENCES in kinds:
            self._apply()

    def _apply(self) -> None:
        from desktop.ui.main_window.idle_lock import IdleLock

        context = self._window.context
        if context is None:
            return
        kept = context.services.preferences()
        self._window.cover.use(kept.hide_page)
        if self.idle is None:
            self.idle = IdleLock(self._page, self)
            self.idle.due.connect(self.lock_due)
            self.idle.watch.watch(self._window.windowHandle())
        self.idle.set_minutes(kept.lock_minutes)

    def _page(self) -> Page | None:
        shell = self._window.shell
        return shell.page if shell is not None and not self._window.locked else None
