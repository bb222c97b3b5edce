"""What is new, marked in the rail; a step of one's own reward is also said once, in words anyone may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.ui.main_window.frame import WindowFrame

SECTION = "rewards"


class NewsMarks(QObject):
    """Follows the news of one window; what the page of rewards shows already is not said besides."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        window.news.arrived.connect(self._on_arrived)
        window.news.counted.connect(lambda _unread: self.show())
        window.pages.moved.connect(self._on_moved)

    def show(self) -> None:
        """Put the numbers of unread notices and of the signed-in clerk's moved rewards beside their sections."""
        window = self._window
        if window.shell is not None:
            window.shell.show_unread(window.news.unread)
            fresh = 0 if window.locked else len(window.news.fresh)
            window.shell.rail.show_count(SECTION, fresh, self.tr("{n} 项有新进展", "", fresh).format(n=fresh))

    def _on_arrived(self, kind: str) -> None:
        if kind == "reward" and not self._look():
            self._window.toast(self.tr("您有一条新消息，在「奖励与表彰」里。"))

    def _on_moved(self) -> None:
        self._look()

    def _look(self) -> bool:
        """Count as seen what the page of rewards shows, mark the rest; True when that page is what one sees."""
        window = self._window
        page = window.shell.page if window.shell is not None else None
        there = page is not None and page.section == SECTION and not window.locked and not window.hidden_away
        if there:
            window.news.looked_at_rewards()
        self.show()
        return there
