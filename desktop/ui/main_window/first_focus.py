"""Where the keyboard goes when a page is shown: to the first thing one does there, once it has been read."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.pages.base import Page
from desktop.ui.runtime.task_runner import TaskRunner
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.reading_order import stops


class FirstFocus(QObject):
    """Holds the keyboard on the page itself until the page has something to work; what a page does by itself goes first."""

    def __init__(self, shell: QWidget, tasks: TaskRunner) -> None:
        super().__init__(shell)
        self._shell, self._tasks = shell, tasks
        self._page: Page | None = None
        self._last: Page | None = None
        self._before = 0
        tasks.answered.connect(self._look)

    def arriving(self, page: Page) -> None:
        """A page is about to read what it shows; the keyboard waits on it, unless it is in the help or on an undo."""
        held = QApplication.focusWidget()
        elsewhere = held is not None and held.isVisible() and held.window() is self._shell.window()
        if elsewhere and held is not None and not self._shell.isAncestorOf(held):
            self._page = None
            return
        same, self._last = page is self._last, page
        if same and held is not page and held in _stops(page):
            # The same page again, after the lock or the calculator: one goes on where one was.
            self._page = None
            return
        self._page, self._before = page, self._tasks.under_way
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrived(self) -> None:
        """The page was told; one that reads nothing is ready now."""
        if self._tasks.under_way <= self._before:
            self._look()

    def _look(self) -> None:
        page = self._page
        if page is None:
            return
        if not page.isVisible() or self._shell.window().focusWidget() is not page:
            self._page = None
            return
        target = page.first_focus() or next(iter(_stops(page)), None)
        if target is not None and target.isVisible() and target.isEnabled():
            self._page = None
            target.setFocus(Qt.FocusReason.OtherFocusReason)


def _stops(page: Page) -> list[QWidget]:
    headers = page.findChildren(PageHeader)
    return [one for one in stops(page) if not any(header.isAncestorOf(one) for header in headers)]
