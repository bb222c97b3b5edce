"""What every page is: a title, a route, and the moments it may react to."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.application.changes import Changes
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.theme import theme


class Page(QWidget):
    """A screen of the main window; made once per profile and language, shown and hidden many times.

    `route` names it in `navigator.go(route, **args)`. `section` is the rail entry that is lit while it is shown. Pages build all
    texts in their constructor: after a switch of language or text size the main window makes them anew and shows them
    with the same arguments.
    """

    route: ClassVar[str] = ""
    section: ClassVar[str] = ""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        edge = theme().px(28)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(edge, theme().px(24), edge, 0)
        self.column.setSpacing(theme().px(16))

    def title(self) -> str:
        """Return the page's name, for the accessible name."""
        return ""

    def on_shown(self, **args: object) -> None:
        """Load what the page shows; `args` are those of `navigator.go`."""

    def arguments(self) -> dict[str, object] | None:
        """Return the arguments that would show the same thing again, None for those it was shown with."""
        return None

    def first_focus(self) -> QWidget | None:
        """Return what takes the keyboard once the page has been read, None for the first thing under its header."""
        return None

    def on_hidden(self) -> None:
        """Stop what only a visible page needs; finish pending saves."""

    def on_changed(self, kinds: Changes) -> None:
        """Look again if records this page shows were touched; called for visible pages only."""

    def on_tick(self) -> None:
        """Bring clocks up to date; called every second while visible."""
