"""The review page's fields: one card for each question of the duty officer, made one by one so that the screen never waits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.runtime.soon import soon
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.review.fields import FieldGroup
from desktop.ui.viewmodels.review.model import AlertReviewViewModel
from desktop.ui.viewmodels.review.summary import one_line
from desktop.ui.widgets.review.field_row import FieldRow
from desktop.ui.widgets.review.field_row_card import FieldCard


class ReviewFields(QWidget):
    """Shows a draft's fields and what is wrong with each; `built` once every card is there."""

    built = Signal()

    def __init__(self, view_model: AlertReviewViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = view_model
        self.groups: tuple[FieldGroup, ...] = ()
        self._to_build: list[tuple[int, FieldGroup]] = []
        self.cards: dict[str, FieldCard] = {}
        self.rows: dict[str, FieldRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))

    @property
    def complete(self) -> bool:
        """Tell whether every card is there."""
        return self._model.draft is not None and not self._to_build

    def show_draft(self) -> None:
        """Show the values of the draft now open, with new cards where it asks for others."""
        groups = self._model.all_groups()
        if groups != self.groups:
            self.groups = groups
            for old in self.cards.values():
                old.hide()
                old.deleteLater()
            self.cards, self.rows = {}, {}
            self._to_build = list(enumerate(groups, 1))
            self._build_next()
        for key, row in self.rows.items():
            row.set_value(self._model.values.get(key))
        if not self._to_build:
            self._done()

    def show_problems(self) -> None:
        """Say beside each field what is wrong with it."""
        self._show_problems_of(self.rows)

    def arrange(self) -> None:
        """Show the fields that make sense after what was answered so far."""
        applicable = {group.key: tuple(spec.key for spec in group.fields) for group in self._model.groups()}
        for key, card in self.cards.items():
            fields = applicable.get(key, ())
            card.setVisible(bool(fields))
            card.arrange(fields, self._is_wanted)

    def _build_next(self) -> None:
        if not self._to_build:
            return
        number, group = self._to_build.pop(0)
        card = FieldCard(group, number, self._model.lang)
        card.edited.connect(self._model.edit)
        self._column.addWidget(card)
        self.cards[group.key] = card
        self.rows |= card.rows
        for key, row in card.rows.items():
            row.set_value(self._model.values.get(key))
        self._show_problems_of(card.rows)
        self.arrange()
        soon(self, self._build_next if self._to_build else self._done)

    def _done(self) -> None:
        if (row := self.rows.get("narrative")) is not None:
            row.offer(one_line(self._model.review, self._model.values, self._model.lang))
        self.built.emit()

    def _is_wanted(self, key: str) -> bool:
        return bool(self._model.values.get(key)) or key in self._model.problems

    def _show_problems_of(self, rows: dict[str, FieldRow]) -> None:
        for key, row in rows.items():
            problem = self._model.problems.get(key)
            row.show_understood(self._model.values.understood(key))
            row.show_problem(
                self._model.problem_sentence(key), blocking=problem is not None and problem.severity == "block"
            )
