"""The pages of one clerk: made at sign-in, kept behind the lock, shown again to the same clerk and to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.ui.runtime.context import UiContext

if TYPE_CHECKING:
    from desktop.ui.main_window.shell import Shell

Place = tuple[str, dict[str, object]]
START: Place = ("counter", {})


class ShellKeeper(QObject):
    """Holds the shell in the window's stack; `owner` is the clerk it was made for, also while locked."""

    signed_out = Signal()
    hidden_away = Signal()
    locked = Signal()
    help_asked = Signal()
    moved = Signal()

    def __init__(self, stack: QStackedWidget, gate: Callable[[], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._stack, self._gate = stack, gate
        self.shell: Shell | None = None
        self.owner: str | None = None
        self._left: Place | None = None
        self._wanted: Place | None = None

    @property
    def shown(self) -> bool:
        """Tell whether the pages are what one sees."""
        return self.shell is not None and self._stack.currentWidget() is self.shell

    def enter(self, context: UiContext) -> bool:
        """Show the pages to the clerk now signed in; False when they were another clerk's, and are made from the start."""
        same = self.owner in (None, context.member_id)
        place, wanted = self._left or START, self._wanted
        if not same:
            place, wanted = START, None
        if same and self.shell is not None:
            self._stack.setCurrentWidget(self.shell)
            self.shell.resume()
        else:
            self.make(context, place)
        self._wanted = None
        if wanted is not None and self.shell is not None:
            self.shell.go(wanted[0], **wanted[1])
        return same

    def make(self, context: UiContext, place: Place) -> None:
        """Make the pages anew and show one of them."""
        from desktop.ui.main_window.shell import Shell

        self.drop()
        self.owner = context.member_id
        self.shell = shell = Shell(context)
        shell.signed_out.connect(self.signed_out)
        shell.hidden_away.connect(self.hidden_away)
        shell.locked.connect(self.locked)
        shell.help_asked.connect(self.help_asked)
        shell.moved.connect(self.moved)
        self._stack.addWidget(shell)
        self._stack.setCurrentWidget(shell)
        shell.go(place[0], **place[1])

    def later(self, route: str, args: dict[str, object]) -> None:
        """Somebody wants a page while it is locked: the clerk finds it after unlocking."""
        self._wanted = (route, args)

    def put_by(self) -> None:
        """Let the pages go, but remember the place for the same clerk."""
        if self.shell is not None:
            left, owner = self.shell.place, self.owner
            self.drop()
            self._left, self.owner = left, owner

    def drop(self) -> None:
        """Let the pages go and forget whose they were."""
        shell, self.shell = self.shell, None
        self.owner = self._left = None
        if shell is not None:
            shell.pause()
            if self._stack.currentWidget() is shell:
                self._stack.setCurrentWidget(self._gate())
            self._stack.removeWidget(shell)
            shell.deleteLater()
