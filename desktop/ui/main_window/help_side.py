"""The help panel at the right of whatever is shown: opened, filled for the page, put away, the keyboard given back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from desktop.ui.widgets.help.panel import HelpPanel


class HelpSide(QObject):
    """Owns the panel; `route` says which page's help is wanted, empty where there is to be none (the calculator)."""

    def __init__(self, row: QBoxLayout, route: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self._route = route
        self._window = parent
        self._before: QWidget | None = None
        self.panel: HelpPanel | None = None

    @property
    def shown(self) -> bool:
        """Tell whether the panel is there."""
        return self.panel is not None

    def toggle(self) -> None:
        """Open the help of the page now shown, or put it away."""
        if self.panel is not None:
            self.put_away()
        elif self._route():
            self._open()

    def follow(self) -> None:
        """Another page is shown: its help, when help is open."""
        if self.panel is not None:
            if self._route():
                self.panel.show_topic(self._route())
            else:
                self.put_away()

    def put_away(self) -> None:
        """Close it; the keyboard goes back to where it was."""
        panel, self.panel = self.panel, None
        before, self._before = self._before, None
        if panel is None:
            return
        held = panel.isAncestorOf(self._window.focusWidget())
        panel.hide()
        self._row.removeWidget(panel)
        panel.deleteLater()
        if held and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_anew(self) -> None:
        """Language, text size or keys are others now."""
        if self.panel is not None:
            self.put_away()
            self._open()

    def _open(self) -> None:
        from desktop.ui.widgets.help.panel import HelpPanel

        self._before = self._window.focusWidget()
        self.panel = HelpPanel(self._window)
        self.panel.left.connect(self.put_away)
        self._row.addWidget(self.panel)
        # In large type and small windows the page keeps two thirds.
        self.panel.setFixedWidth(min(self.panel.maximumWidth(), self._window.width() // 3))
        self.panel.show_topic(self._route())
        self.panel.show()
        self.panel.start()
