"""The cases of a card's pattern, a few at most."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.application.training_models import Story
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.live_line.line_button import LineButton


class RelatedStories(Card):
    """Emits `opened(group id)`; hidden while there is no case."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=18, spacing=10)
        self.body.addWidget(label(self.tr("相关案例"), "heading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme().px(8))
        self.body.addLayout(self._rows)
        self.hide()

    def show_stories(self, stories: tuple[Story, ...], lang: str) -> None:
        """Show these cases."""
        self.setVisible(bool(stories))
        clear_layout(self._rows)
        for story in stories:
            icon_name, tone = ("file-text", "ok") if story.published else ("book-open", "slate")
            source = story.source.get(lang) if story.source else self.tr("教学情景")
            row = LineButton(icon_name, tone, story.title.get(lang), source)
            row.clicked.connect(lambda _checked=False, group=story.group: self.opened.emit(group))
            self._rows.addWidget(row)
