"""What every section of the settings is."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.application.changes import Changes
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.runtime.soon import soon
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.settings.rows import NARROW, SettingRow
from desktop.ui.widgets.states import InlineError

_AIR: Final = 24


class Section(QWidget):
    """One part of the settings, made when first looked at; `body` holds its cards, `error` stands above them."""

    key: ClassVar[str] = ""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.error = InlineError()
        self.error.retried.connect(self.on_shown)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme().px(14))
        self.body.addWidget(self.error)

    def on_shown(self) -> None:
        """Load what the section shows."""

    def on_hidden(self) -> None:
        """Keep what was typed; stop what only a visible section needs."""

    def on_changed(self, kinds: Changes) -> None:
        """Look again if what it shows was touched."""

    def add_card(self, spacing: int = 14) -> Card:
        """Return a new card under the others."""
        card = Card(spacing=spacing)
        self.body.addWidget(card)
        return card

    def show_failure(self, words: ErrorWords, *, unread: bool = False) -> None:
        """Say what failed and what to do; `unread` when the section could not be read and may be read again."""
        self.error.show_error(words.what, words.todo, self.tr("再试一次") if unread else "")

    def bring_into_sight(self, part: QWidget) -> None:
        """Scroll to what was just shown, once it has its place."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            scrolled = area
            soon(self, lambda: scrolled.ensureWidgetVisible(part, 0, theme().px(_AIR)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put controls under their words where there is little room."""
        super().resizeEvent(event)
        self.arrange_rows()

    def arrange_rows(self) -> None:
        """Do so for every row there is now; called again by sections that make rows later."""
        narrow = self.width() < theme().px(NARROW)
        for row in self.findChildren(SettingRow):
            row.set_narrow(narrow)
