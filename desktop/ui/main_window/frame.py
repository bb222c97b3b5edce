"""The pieces of the window and which of them one sees: the lock, the pages or the calculator, with help beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.ui.main_window.first_window import TITLE, FirstWindow

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.main_window.shell import Shell
    from desktop.ui.pages.counter.calculator import CalculatorPage
    from desktop.ui.runtime.context import UiContext
    from desktop.ui.runtime.host import Host

__all__ = ["TITLE", "WindowFrame"]


class WindowFrame(FirstWindow):
    """Holds the pieces, made by `furnish`; what they do to each other is `MainWindow`'s."""

    contact_changed = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.furnished = False
        self.context: UiContext | None = None

    def furnish(self, host: Host) -> None:
        """Make the pieces. They are loaded here and not with this file: the first paint waits for none of them."""
        from desktop.ui.main_window.focus_kept import FocusKept
        from desktop.ui.main_window.gates import Gates
        from desktop.ui.main_window.held_words import HeldWords
        from desktop.ui.main_window.help_side import HelpSide
        from desktop.ui.main_window.profile_keeper import ProfileKeeper
        from desktop.ui.main_window.quick_hide import QuickHide
        from desktop.ui.main_window.shell_keeper import ShellKeeper
        from desktop.ui.main_window.silent_alarm import SilentAlarm
        from desktop.ui.viewmodels.shell.news import NewsWatch
        from desktop.ui.widgets.toast import Toast

        self.focus_kept = FocusKept(self)
        self.keeper = ProfileKeeper(host, self)
        self.gates = Gates(self.keeper, self)
        self.alarm = SilentAlarm(self)
        self.news = NewsWatch(self)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.stack = QStackedWidget()
        row.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self.gate: QWidget = self.gates.opening()
        self.cover = QuickHide(self.stack, self)
        self.pages = ShellKeeper(self.stack, lambda: self.gate, self)
        # By hand one comes back through the lock: first it is locked, then its page is shown.
        self.cover.left.connect(self.pages.locked)
        self.cover.left.connect(self.pages.hidden_away)
        self.help = HelpSide(row, self._help_route, self)
        self.stack.addWidget(self.gate)
        self.notice = Toast(middle)
        self.held = HeldWords()
        self.furnished = True

    @property
    def hidden_away(self) -> bool:
        """Tell whether the calculator stands in for everything else."""
        return self.furnished and self.cover.shown

    @property
    def calculator(self) -> CalculatorPage:
        """Return the harmless page."""
        return self.cover.page

    @property
    def shell(self) -> Shell | None:
        """Return the pages of the clerk who signed in last; behind the lock they are kept."""
        return self.pages.shell

    @property
    def locked(self) -> bool:
        """Tell whether somebody has to say who they are before the pages are shown."""
        return self.context is None or self.context.session is None

    def toast(
        self,
        text: str,
        *,
        undo: Callable[[], None] | None = None,
        settled: Callable[[], None] | None = None,
        tone: str = "ok",
        file: Path | None = None,
    ) -> None:
        """Say one thing at the lower edge of the pages; over the calculator and the lock it waits for the clerk to be back."""
        if self.hidden_away or (self.locked and self.context is not None):
            self.held.keep(text, undo, settled, tone, file, self.pages.owner)
        else:
            self.notice.say(text, undo=undo, settled=settled, tone=tone, file=file)

    def bring_to_front(self) -> None:
        """Show the window above the others, as it is: what quick hide covers stays covered."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab follows the reading order of what is shown; Qt's own follows the order in which pieces were made."""
        from desktop.ui.widgets.reading_order import go_on

        if self.furnished and self.focus_kept.take_over(self.focusWidget()):
            return True
        return go_on(self, self.focusWidget(), forward=forward)

    def _show_gate(self, page: QWidget) -> None:
        was_hidden = self.hidden_away
        old, self.gate = self.gate, page
        self.stack.addWidget(page)
        if not was_hidden:
            self.stack.setCurrentWidget(page)
            page.setFocus()
        self.stack.removeWidget(old)
        old.deleteLater()
        self.help.follow()

    def _show_entry(self) -> None:
        if self.context is not None:
            self._show_gate(self.gates.entry(self.context, self.pages.owner))

    def _help_route(self) -> str:
        if self.hidden_away:
            return ""
        page = self.shell.page if self.shell is not None and self.pages.shown else None
        return page.route if page is not None else "sign_in"
