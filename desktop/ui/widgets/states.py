"""What a page shows when there is nothing, when it waits, and when something failed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconLabel, IconTile


class EmptyState(QWidget):
    """A quiet picture, what it means, and what one can do now."""

    acted = Signal()

    def __init__(
        self,
        icon_name: str,
        title: str,
        text: str = "",
        action: str = "",
        parent: QWidget | None = None,
        tone: str = "slate",
    ) -> None:
        super().__init__(parent)
        self.tile = IconTile(icon_name, tone, 56)
        self.title = label(title, "heading")
        self.text = label(text, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme().px(24), theme().px(32), theme().px(24), theme().px(32))
        column.setSpacing(theme().px(10))
        column.addStretch(1)
        column.addWidget(self.tile, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        self.text.setVisible(bool(text))
        self.action = Button(action, "secondary")
        if not action:
            self.action.hide()
        self.action.clicked.connect(self.acted)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_words(self, icon_name: str, title: str, text: str = "", action: str = "", tone: str = "slate") -> None:
        """Show another state in the same place."""
        self.tile.set_icon(icon_name, tone)
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.action.set_words(action)
        self.action.setVisible(bool(action))


class InlineError(Card):
    """A failure in words, with what to do next, in the place where it happened; hidden while there is none."""

    retried = Signal()

    def __init__(self, parent: QWidget | None = None, *, tone: str = "warn") -> None:
        super().__init__(parent, tone=tone, padding=14)
        self._icon = IconLabel("triangle-alert", tone, 20)
        self.sentence = label("", "strong")
        self.next_step = label("", "muted")
        self.retry = Button("", "ghost")
        self.retry.clicked.connect(self.retried)
        words = QVBoxLayout()
        words.setSpacing(theme().px(4))
        words.addWidget(self.sentence)
        words.addWidget(self.next_step)
        row = QHBoxLayout()
        row.setSpacing(theme().px(12))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.retry)
        self.body.addLayout(row)
        self.hide()

    def show_error(self, sentence: str, next_step: str = "", retry: str = "", tone: str = "warn") -> None:
        """Show what failed and what to do; `retry` is the button's word, empty for no button."""
        self.set_tone(tone)
        self._icon.set_icon("triangle-alert", tone)
        self.sentence.setText(sentence)
        self.next_step.setText(next_step)
        self.next_step.setVisible(bool(next_step))
        self.retry.set_words(retry)
        self.retry.setVisible(bool(retry))
        self.setAccessibleName(f"{sentence} {next_step}".strip())
        self.show()

    def clear(self) -> None:
        """Nothing is wrong any more."""
        self.hide()
