"""The review page: what will be sent, in the duty officer's order of need, and the only button that sends it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.base import Page
from desktop.ui.pages.review.footer import ReviewFooter
from desktop.ui.pages.review.side import ReviewSide
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import problem_text
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.words import SETTING, word
from desktop.ui.viewmodels.review.fields import FieldGroup
from desktop.ui.viewmodels.review.model import AlertReviewViewModel
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.photos.card import DraftPhotos
from desktop.ui.widgets.review.field_row import FieldRow
from desktop.ui.widgets.review.field_row_card import FieldCard
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.states import InlineError
from redflags import Level

_SIDE_FROM: Final = 780
_SIDE_WIDTH: Final = 280


class AlertReviewPage(Page):
    """Edits the alert's fields in place (`on_shown(draft_id=…)`); after sending it goes to the live line."""

    route: ClassVar[str] = "review"
    section: ClassVar[str] = "checklist"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view_model = AlertReviewViewModel(context, self)
        self.lang = self.view_model.lang
        self.draft_id = ""
        self.column.addWidget(self._build_header())
        self.error = InlineError()
        self.error.retried.connect(lambda: self.view_model.open(self.draft_id))
        self.column.addWidget(self.error)
        self.area = ScrollArea()
        self.side = ReviewSide(self.lang)
        self.side_area = ScrollArea()
        self.side_area.setFixedWidth(theme().px(_SIDE_WIDTH))
        middle = QHBoxLayout()
        middle.setSpacing(theme().px(14))
        middle.addWidget(self.area, 1)
        middle.addWidget(self.side_area)
        self.column.addLayout(middle, 1)
        self._side_beside: bool | None = None
        self.other = InlineError()
        self.area.body.addWidget(self.other)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme().px(12))
        self.area.body.addLayout(self._cards)
        self.area.body.addWidget(DraftPhotos(context, self.view_model))
        self._groups: tuple[FieldGroup, ...] = ()
        self._to_build: list[tuple[int, FieldGroup]] = []
        self.cards: dict[str, FieldCard] = {}
        self.rows: dict[str, FieldRow] = {}
        self.footer = ReviewFooter()
        self.column.addWidget(self.footer)
        self._connect()

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("核对后提交")

    def on_shown(self, **args: object) -> None:
        """Show one draft."""
        self.draft_id = str(args.get("draft_id", "")) or self.draft_id
        self.error.clear()
        self.view_model.open(self.draft_id)

    def on_hidden(self) -> None:
        """Store what was typed last."""
        if self.view_model.saving == "dirty":
            self.view_model.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The level stands beside the fields, or under them when there is little room."""
        super().resizeEvent(event)
        beside = event.size().width() >= theme().px(_SIDE_FROM)
        if beside == self._side_beside:
            return
        self._side_beside = beside
        if beside:
            self.side_area.body.addWidget(self.side)
        else:
            self.area.body.addWidget(self.side)
        self.side_area.setVisible(beside)

    def _build_header(self) -> PageHeader:
        self.header = PageHeader(self.tr("核对后提交"), self.tr("警方最先要知道的排在最前面。"))
        back = Button("", "secondary", "arrow-left", name=self.tr("返回"))
        back.clicked.connect(self.context.navigator.back)
        row = self.header.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(0, back, 0, Qt.AlignmentFlag.AlignTop)
        return self.header

    def _connect(self) -> None:
        model = self.view_model
        model.loaded.connect(self._on_loaded)
        model.problems_changed.connect(self._show_problems)
        model.level_changed.connect(self._on_level)
        model.saving_changed.connect(lambda: self.footer.show_state(model))
        model.edited.connect(self._on_edited)
        model.failed.connect(self._on_failed)
        model.blocked.connect(self._on_blocked)
        model.submitted.connect(lambda alert_id: self.context.navigator.go("live", alert_id=alert_id, sent=True))
        self.footer.sent.connect(self._on_send)
        self.side.level_chosen.connect(lambda value: model.choose_level(Level(value)))
        self.side.reason_given.connect(model.give_reason)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._on_send)

    def _on_loaded(self) -> None:
        if (draft := self.view_model.draft) is None:
            return
        self.header.subtitle.setText(
            self.tr("{0} · 警方最先要知道的排在最前面。").format(word(SETTING, draft.setting, self.lang))
        )
        self._begin_cards()
        self._show_problems()

    @property
    def complete(self) -> bool:
        """Tell whether every card is there; they are made one by one so that the screen never waits."""
        return self.view_model.draft is not None and not self._to_build

    def _begin_cards(self) -> None:
        groups = self.view_model.all_groups()
        if groups != self._groups:
            self._groups = groups
            for old in self.cards.values():
                old.hide()
                old.deleteLater()
            self.cards, self.rows = {}, {}
            self._to_build = list(enumerate(groups, 1))
            self._build_next()
        for key, row in self.rows.items():
            row.set_value(self.view_model.values.get(key))

    def _build_next(self) -> None:
        if not self._to_build:
            return
        number, group = self._to_build.pop(0)
        card = FieldCard(group, number, self.lang)
        card.edited.connect(self.view_model.edit)
        self._cards.addWidget(card)
        self.cards[group.key] = card
        self.rows |= card.rows
        for key, row in card.rows.items():
            row.set_value(self.view_model.values.get(key))
        self._show_problems_of(card.rows)
        self._arrange()
        QTimer.singleShot(0, self, self._build_next)

    def _arrange(self) -> None:
        applicable = {group.key: tuple(spec.key for spec in group.fields) for group in self.view_model.groups()}
        for key, card in self.cards.items():
            fields = applicable.get(key, ())
            card.setVisible(bool(fields))
            card.arrange(fields, self._is_wanted)

    def _is_wanted(self, key: str) -> bool:
        return bool(self.view_model.values.get(key)) or key in self.view_model.problems

    def _show_problems(self) -> None:
        self._show_problems_of(self.rows)
        here = {spec.key for group in self._groups for spec in group.fields}
        homeless = [
            problem
            for key, problem in self.view_model.problems.items()
            if key not in here and not key.startswith("level")
        ]
        homeless.sort(key=lambda problem: problem.severity != "block")
        rest = [problem_text(problem, self.lang) for problem in homeless]
        if rest:
            self.other.show_error(rest[0], " ".join(rest[1:]))
        else:
            self.other.clear()
        self._arrange()
        self.side.show_fast(self.view_model)
        self.footer.show_state(self.view_model)

    def _show_problems_of(self, rows: Mapping[str, FieldRow]) -> None:
        for key, row in rows.items():
            problem = self.view_model.problems.get(key)
            row.show_understood(self.view_model.values.understood(key))
            row.show_problem(
                self.view_model.problem_sentence(key), blocking=problem is not None and problem.severity == "block"
            )

    def _on_edited(self, key: str) -> None:
        self.rows[key].show_understood(self.view_model.values.understood(key))
        self._arrange()

    def _on_level(self) -> None:
        self.side.show_level(self.view_model)
        self.footer.show_state(self.view_model)

    def _on_send(self) -> None:
        if self.isVisible():
            self.error.clear()
            self.view_model.submit()

    def _on_failed(self, sentence: str) -> None:
        retry = self.tr("再试一次") if self.view_model.draft is None else ""
        self.error.show_error(sentence, self.tr("填好的内容都还在。"), retry)

    def _on_blocked(self, key: str) -> None:
        self.footer.show_state(self.view_model)
        if key == "level_reason":
            self.side.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        row = self.rows.get(key)
        if row is not None:
            self._arrange()
            row.take_focus()
            self.area.ensureWidgetVisible(row, 0, theme().px(80))
        elif self.other.isVisible():
            self.area.verticalScrollBar().setValue(0)
