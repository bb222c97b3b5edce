"""The three duties at acceptance, each with its choices on one line; and how the acceptance ended, with what the law says to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from desktop.domain.courier.duties import ACCEPTANCE_KEY, ACCEPTANCES, DUTIES, DUTY_KEY, DUTY_OUTCOMES, acceptance_in
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.courier.words import ACCEPTANCE, DUTY_NAMES, DUTY_OUTCOME, duty_advice
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import ChoiceChips

GAP = 12


class _Duty(QWidget):
    """One duty: its name above its choices or in front of them."""

    def __init__(self, caption: str, chips: ChoiceChips) -> None:
        super().__init__()
        self.caption, self.chips = label(caption, "small", wrap=False), chips
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.addWidget(self.caption)
        self._pair.addWidget(chips, 1)

    def arrange(self, name_width: int, *, beside: bool) -> None:
        """Put the name, at least so wide, in front of the choices or above them."""
        self._pair.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._pair.setSpacing(theme().px(GAP if beside else 6))
        self.caption.setMinimumWidth(name_width if beside else 0)


class DutyStrip(Card):
    """`edited(key, value)` for details of the draft, an empty value takes one back; a warning shows when the law says stop."""

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=14, spacing=8)
        lang = language().code
        self.chips: dict[str, ChoiceChips] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(GAP))
        self._grid.setVerticalSpacing(theme().px(8))
        self._parts: list[_Duty] = []
        for duty in DUTIES:
            key, caption = DUTY_KEY + duty, DUTY_NAMES[duty].get(lang)
            chips = ChoiceChips([(how, DUTY_OUTCOME[how].get(lang)) for how in DUTY_OUTCOMES], caption)
            chips.changed.connect(lambda k=key, c=chips: self.edited.emit(k, c.value()))
            self.chips[key] = chips
            self._parts.append(_Duty(caption, chips))
        self.body.addLayout(self._grid)
        self.advice = label("", "small", "warn")
        self.body.addWidget(self.advice)
        self.advice.hide()
        self._arrange(len(self._parts), 0, beside=False)

    def show_details(self, details: Mapping[str, str]) -> None:
        """Show what is kept without saying so."""
        for key, chips in self.chips.items():
            chips.set_values((details.get(key, ""),))
        advice = acceptance_in(details).advice
        self.advice.setText(duty_advice(advice, language().code))
        self.advice.setVisible(bool(advice))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Three side by side, else one under the other with the names in front, so that no choice wraps alone."""
        super().resizeEvent(event)
        margins = self.body.contentsMargins()
        width = event.size().width() - margins.left() - margins.right()
        gap, most = theme().px(GAP), len(self._parts)
        line = max(part.chips.line_width() for part in self._parts)
        name = max(part.caption.sizeHint().width() for part in self._parts)
        if width >= most * line + (most - 1) * gap:
            self._arrange(most, name, beside=False)
        else:
            self._arrange(1, name, beside=width >= name + gap + line)

    def _arrange(self, across: int, name: int, *, beside: bool) -> None:
        for index, part in enumerate(self._parts):
            part.arrange(name, beside=beside)
            self._grid.addWidget(part, index // across, index % across)
        for column in range(len(self._parts)):
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
