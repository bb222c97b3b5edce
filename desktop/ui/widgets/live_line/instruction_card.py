"""The newest instruction of the police, in large type."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconTile


class InstructionCard(Card):
    """Says what to do now and opens the line it belongs to; hidden while there is none."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="accent", padding=18)
        self._alert_id = ""
        self.text = label("", "lead")
        self.who = label("", "faint")
        self.button = Button(self.tr("去看"), "primary", "chevron-right")
        self.button.clicked.connect(lambda: self.opened.emit(self._alert_id))
        words = QVBoxLayout()
        words.setSpacing(theme().px(4))
        words.addWidget(self.who)
        words.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(IconTile("message-circle", "accent"))
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.hide()

    def show_instruction(self, text: str, who: str, alert_id: str, *, urgent: bool) -> None:
        """Show an instruction of one alert."""
        self._alert_id = alert_id
        self.text.setText(text)
        self.who.setText(who)
        self.set_tone("gold" if urgent else "accent")
        self.setAccessibleName(text)
        self.show()
