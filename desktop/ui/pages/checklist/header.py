"""The top of a checklist: its name, the three keys that answer, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.page_header import PageHeader


class ChecklistHeader(PageHeader):
    """`left_alone` when the clerk goes on with something else; everything is kept."""

    left_alone = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self._hints: list[QWidget] = []
        for key, words in (("1", self.tr("是")), ("2", self.tr("否")), ("3", self.tr("不清楚"))):
            self._hints += [label(key, "kbd", wrap=False), label(words, "faint", wrap=False)]
        for hint in self._hints:
            self.buttons.addWidget(hint, 0, Qt.AlignmentFlag.AlignVCenter)
        away = Button(self.tr("先放一放"), "secondary", "arrow-left")
        away.clicked.connect(self.left_alone)
        self.buttons.addWidget(away)

    def set_low(self, low: bool) -> None:
        """Leave out the second line and the keys where the questions need the height; the help says them too."""
        self.set_brief(low)
        for hint in self._hints:
            hint.setVisible(not low)
