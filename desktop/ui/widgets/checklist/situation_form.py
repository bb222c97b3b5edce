"""Is the person still there, and where are the goods or the money: one touch each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.records.words import PERSON_PRESENT, VALUE_STATUS, word
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import ChoiceChips


class SituationForm(Card):
    """`edited(key, value)`; value None when a choice was taken back."""

    edited = Signal(str, object)

    def __init__(self, value_statuses: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=10)
        lang = language().code
        self.chips: dict[str, ChoiceChips] = {}
        rows = (
            ("person_present", self.tr("人还在吗"), [(key, word(PERSON_PRESENT, key, lang)) for key in PERSON_PRESENT]),
            (
                "value_status",
                self.tr("东西或钱到哪一步了"),
                [(key, word(VALUE_STATUS, key, lang)) for key in value_statuses],
            ),
        )
        for key, caption, choices in rows:
            self.body.addWidget(label(caption, "strong"))
            chips = ChoiceChips(choices, caption)
            chips.changed.connect(lambda k=key, c=chips: self.edited.emit(k, c.value() or None))
            self.chips[key] = chips
            self.body.addWidget(chips)

    def show_facts(self, ctx: Mapping[str, object]) -> None:
        """Show what is kept without saying so."""
        for key, chips in self.chips.items():
            chips.set_values((str(ctx.get(key, "")),))
