"""One notice in the list: a mark while nobody read it, title, for whom and when."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.live_line.line_button import LineButton
from desktop.ui.widgets.pill import Pill


class BulletinButton(LineButton):
    """A row of the list; the one open is checked, and having the keyboard opens it."""

    def __init__(self, title: str, detail: str, unread: str, *, current: bool, parent: QWidget | None = None) -> None:
        icon_name, tone = ("mail", "accent") if unread else ("mail-open", "slate")
        super().__init__(icon_name, tone, title, detail, Pill(unread, "accent") if unread else None, parent)
        self.setCheckable(True)
        self.setChecked(current)
        self.setAccessibleName(f"{unread} {title} {detail}".strip())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Arrows and Tab open what they reach."""
        super().focusInEvent(event)
        if not self.isChecked():
            self.click()
