"""The help panel at the right of whatever is shown, over it where room is short: opened, filled, put away, the keyboard given back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from shiboken6 import isValid

from desktop.ui.runtime.theme import theme

if TYPE_CHECKING:
    from desktop.ui.widgets.help.panel import HelpPanel


LEAST_BESIDE = 760
"""Rail and page need so much, in pixels of the design: with less left, the panel lies over the page's right edge."""


class HelpSide(QObject):
    """Owns the panel; `route` says which page's help is wanted, empty where there is to be none (the calculator)."""

    def __init__(self, row: QBoxLayout, route: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._row, self._holder = row, row.parentWidget() or parent
        self._holder.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._route = route
        self._window = parent
        self._before: QWidget | None = None
        self.panel: HelpPanel | None = None

    @property
    def shown(self) -> bool:
        """Tell whether the panel is there."""
        return self.panel is not None

    @property
    def over(self) -> bool:
        """Tell whether the panel covers a part of the page."""
        return self.panel is not None and self._row.indexOf(self.panel) < 0

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
        self.panel = HelpPanel(self._holder)
        self.panel.left.connect(self.put_away)
        self.panel.show_topic(self._route())
        self._place()
        self.panel.show()
        self.panel.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another size of the window: there may be room beside the page now, or none any more."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.panel is None:
            return
        room, width = self._holder.size(), self.panel.minimumWidth()
        if room.width() - width >= theme().px(LEAST_BESIDE):
            self._row.addWidget(self.panel)
            return
        self._row.removeWidget(self.panel)
        self.panel.setGeometry(QRect(room.width() - width, 0, width, room.height()))
        self.panel.raise_()

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        # Nobody works blind: the panel goes when the keyboard comes to something under it.
        if now is None or self.panel is None or not self.over or not self._holder.isAncestorOf(now):
            return
        if self.panel is now or self.panel.isAncestorOf(now):
            return
        place = QRect(now.mapTo(self._holder, now.rect().topLeft()), now.size())
        if place.center().x() > self.panel.x():
            self.put_away()
