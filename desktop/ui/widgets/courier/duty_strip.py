"""The three duties at acceptance side by side; and how the acceptance ended, with what the law says to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.domain.courier.duties import ACCEPTANCE_KEY, ACCEPTANCES, DUTIES, DUTY_KEY, DUTY_OUTCOMES, acceptance_in
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.courier.words import ACCEPTANCE, DUTY_NAMES, DUTY_OUTCOME, duty_advice
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import ChoiceChips

NARROW = 560


class DutyStrip(Card):
    """`edited(key, value)` for details of the draft, an empty value takes one back; a warning shows when the law says stop."""

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=14, spacing=8)
        lang = language().code
        self.chips: dict[str, ChoiceChips] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(8))
        self._parts: list[QWidget] = []
        for duty in DUTIES:
            key, caption = DUTY_KEY + duty, DUTY_NAMES[duty].get(lang)
            chips = ChoiceChips([(how, DUTY_OUTCOME[how].get(lang)) for how in DUTY_OUTCOMES], caption)
            chips.changed.connect(lambda k=key, c=chips: self.edited.emit(k, c.value()))
            self.chips[key] = chips
            self._parts.append(_under(caption, chips))
        self.body.addLayout(self._grid)
        self.advice = label("", "small", "warn")
        self.body.addWidget(self.advice)
        self.advice.hide()
        self._arrange(3)

    def show_details(self, details: Mapping[str, str]) -> None:
        """Show what is kept without saying so."""
        for key, chips in self.chips.items():
            chips.set_values((details.get(key, ""),))
        advice = acceptance_in(details).advice
        self.advice.setText(duty_advice(advice, language().code))
        self.advice.setVisible(bool(advice))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the duties under each other where three do not fit side by side."""
        super().resizeEvent(event)
        self._arrange(1 if event.size().width() < theme().px(NARROW) else 3)

    def _arrange(self, across: int) -> None:
        for index, part in enumerate(self._parts):
            self._grid.addWidget(part, index // across, index % across)
        for column in range(3):
            self._grid.setColumnStretch(column, int(column < across))


class AcceptanceEnd(Card):
    """`edited(key, value)` once it is said how the acceptance ended."""

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=16, spacing=10)
        words: Sequence[tuple[str, str]] = [(how, ACCEPTANCE[how].get(language().code)) for how in ACCEPTANCES]
        self.chips = ChoiceChips(words, self.tr("这一件怎么办了"))
        self.chips.changed.connect(lambda: self.edited.emit(ACCEPTANCE_KEY, self.chips.value()))
        self.advice = label("", "small")
        self.body.addWidget(label(self.tr("这一件怎么办了"), "strong"))
        self.body.addWidget(self.chips)
        self.body.addWidget(self.advice)

    def show_details(self, details: Mapping[str, str]) -> None:
        """Show what is kept without saying so."""
        self.chips.set_values((details.get(ACCEPTANCE_KEY, ""),))
        advice = acceptance_in(details).advice
        self.advice.setText(duty_advice(advice, language().code))
        set_property(self.advice, "tone", "warn" if advice else "")


def _under(caption: str, chips: ChoiceChips) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(6))
    column.addWidget(label(caption, "small"))
    column.addWidget(chips)
    return holder
