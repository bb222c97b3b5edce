"""Where the keyboard goes when what it was on goes away: it stays on the page and never lands on the rail by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class FocusKept(QObject):
    """A button that is pressed is often put out of use while its work runs, or goes when it is done.

    Qt would hand the keyboard to the next stop, at the end of a page the first one of the rail, where the next key opens
    something else. The page takes it instead, and a button that comes back into use gets it back.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._left: QWidget | None = None

    def take_over(self, lost: QWidget | None) -> bool:
        """Hold the keyboard on the page of what lost it; false when nothing was lost."""
        if lost is None or (lost.isVisible() and lost.isEnabled()):
            return False
        page = self._page_of(lost)
        if page is None:
            return False
        self._forget()
        holder = self._first_of(page) or page
        holder.setFocus(Qt.FocusReason.OtherFocusReason)
        if lost.isVisible() and holder is page:
            self._left = lost
            lost.installEventFilter(self)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the keyboard back, unless it has gone elsewhere meanwhile."""
        if event.type() == QEvent.Type.EnabledChange and watched is self._left:
            back = self._left
            if back.isEnabled() and self._window.focusWidget() is self._page_of(back):
                back.setFocus(Qt.FocusReason.OtherFocusReason)
            if back.isEnabled():
                self._forget()
        return False

    def _forget(self) -> None:
        if self._left is not None and isValid(self._left):
            self._left.removeEventFilter(self)
        self._left = None

    def _page_of(self, part: QWidget) -> QWidget | None:
        from desktop.ui.pages.base import Page
        from desktop.ui.pages.sign_in.gate import GatePage

        above = part.parentWidget()
        while above is not None and not isinstance(above, Page | GatePage):
            above = above.parentWidget()
        return above if above is not None and above.isVisible() else None

    def _first_of(self, page: QWidget) -> QWidget | None:
        from desktop.ui.pages.base import Page

        first = page.first_focus() if isinstance(page, Page) else None
        return first if first is not None and first.isVisible() and first.isEnabled() else None
