"""The open notice, in large type."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, line
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconText
from desktop.ui.widgets.scroll_area import ScrollArea


class BulletinReader(Card):
    """Title, for whom, the text as it was written, and whether the police know it was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=24, spacing=12)
        self.heading = label("", "heading")
        self.whom = label("", "faint")
        self.text = label("", "lead")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = IconText("check", "", "ok", "small")
        area = ScrollArea(spacing=12)
        area.body.addWidget(self.text)
        area.body.addStretch(1)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.whom)
        self.body.addWidget(line())
        self.body.addWidget(area, 1)
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        self.body.addLayout(row)
        self.setMinimumHeight(theme().px(260))

    def show_bulletin(self, title: str, whom: str, text: str, state: str, *, read: bool) -> None:
        """Show one notice; showing the same again keeps the place scrolled to."""
        self.heading.setText(title)
        self.whom.setText(whom)
        if self.text.text() != text:
            self.text.setText(text)
        self.state.label.setText(state)
        self.state.icon.set_icon("check" if read else "eye", "ok" if read else "text_3")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
