"""One line for somebody who is here for the first time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconTile


class Invite(Card):
    """Offers the guide, and takes a no for good."""

    started = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=14)
        self.start = Button(self.tr("开始"), "secondary", "chevron-right")
        self.decline = Button(self.tr("不用了"), "ghost")
        self.start.clicked.connect(self.started)
        self.decline.clicked.connect(self.declined)
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(label(self.tr("第一次用？"), "strong"))
        words.addWidget(label(self.tr("四步，一分钟：做什么、按哪几个键、练一题、急的时候看哪里。"), "muted"))
        row = QHBoxLayout()
        row.setSpacing(theme().px(14))
        row.addWidget(IconTile("book-open", "accent", 40))
        row.addLayout(words, 1)
        row.addWidget(self.start)
        row.addWidget(self.decline)
        self.body.addLayout(row)
