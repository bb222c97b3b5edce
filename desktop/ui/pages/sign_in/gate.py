"""The frame of every page before sign-in: brand above, content in the middle, nothing that tells what the app is for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.held_press import HeldPress
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.reading_order import stops
from desktop.ui.widgets.scroll_area import ScrollArea


class GatePage(QWidget):
    """A centred column of at most `width` pixels (at 100 %) that scrolls when the window is small."""

    def __init__(self, title: str, subtitle: str, parent: QWidget | None = None, width: int = 920) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        scroll = ScrollArea(spacing=18)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        holder = QWidget()
        holder.setMaximumWidth(theme().px(width))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)
        scroll.body.setContentsMargins(theme().px(32), theme().px(32), theme().px(32), theme().px(24))
        scroll.body.addStretch(1)
        scroll.body.addLayout(row)
        scroll.body.addStretch(2)
        self.content = QVBoxLayout(holder)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(theme().px(20))
        self.title = label(title, "display")
        self.subtitle = label(subtitle, "muted")
        self.brand = self._brand()
        self.content.addLayout(self.brand)
        self.content.addWidget(self.title)
        self.content.addWidget(self.subtitle)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shown: the keyboard goes where one begins."""
        super().focusInEvent(event)
        if (first := self.first_focus()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        """Return what takes the keyboard: the first thing there is to fill in or press."""
        return next(iter(stops(self)), None)

    def _brand(self) -> QHBoxLayout:
        mark = QFrame()
        mark.setObjectName("brandMark")
        mark.setFixedSize(theme().px(36), theme().px(36))
        inner = QHBoxLayout(mark)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(IconLabel("clipboard-check", "on_accent", 20))
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        name = label(self.tr("柜台助手"), "heading", wrap=False)
        self.mark = HeldPress(mark, name)
        self.mark.held.connect(lambda: hot_keys().touched.emit("alarm", self))
        row.addWidget(mark)
        row.addWidget(name)
        row.addStretch(1)
        return row
