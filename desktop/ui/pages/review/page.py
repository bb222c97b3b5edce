"""The review page: what will be sent, in the duty officer's order of need, and the only button that sends it."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.pages.base import Page
from desktop.ui.pages.review.cards import ReviewFields
from desktop.ui.pages.review.footer import ReviewFooter
from desktop.ui.pages.review.side import ReviewSide
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import problem_text
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.words import SETTING, word
from desktop.ui.viewmodels.review.model import AlertReviewViewModel
from desktop.ui.viewmodels.review.problems import as_on_the_page, field_key
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
        self.side = ReviewSide(self.lang, self)
        self.side_area = ScrollArea()
        self.side_area.setFixedWidth(theme().px(_SIDE_WIDTH))
        middle = QHBoxLayout()
        middle.setSpacing(theme().px(14))
        middle.addWidget(self.area, 1)
        middle.addWidget(self.side_area)
        self.column.addLayout(middle, 1)
        self._side_beside: bool | None = None
        self.other = InlineError()
        self._asked_there = ""
        self.area.body.addWidget(self.other)
        self.fields = ReviewFields(self.view_model)
        self.fields.built.connect(self._begin_where_needed)
        self.area.body.addWidget(self.fields)
        self.area.body.addWidget(DraftPhotos(context, self.view_model))
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
        self.view_model.open(self.draft_id, (str(args.get("level", "")), str(args.get("level_reason", ""))))

    def arguments(self) -> dict[str, object]:
        """Return the draft with the level chosen for it, which is kept nowhere else before it is sent."""
        level = self.view_model.level
        chosen = {"level": level.chosen.value, "level_reason": level.reason} if level.chosen is not None else {}
        return {"draft_id": self.draft_id, **chosen}

    def on_hidden(self) -> None:
        """Let what was typed last be stored without the page."""
        self.view_model.leave()

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
        self.other.retried.connect(self._back_to_the_facts)
        self.footer.sent.connect(self._on_send)
        self.footer.first_asked.connect(lambda: self._on_blocked(next(iter(self._missing()), "")))
        self.side.level_chosen.connect(lambda value: model.choose_level(Level(value)))
        self.side.reason_given.connect(model.give_reason)
        hot_keys().bind("submit", self, self._on_send, Qt.ShortcutContext.WindowShortcut)

    def _on_loaded(self) -> None:
        if (draft := self.view_model.draft) is None:
            return
        self.header.subtitle.setText(
            self.tr("{0} · 警方最先要知道的排在最前面。").format(word(SETTING, draft.setting, self.lang))
        )
        self.error.clear()
        self.area.canvas.show()
        self.side.show()
        self.fields.show_draft()
        self._show_problems()

    @property
    def complete(self) -> bool:
        """Tell whether every card is there."""
        return self.fields.complete

    @property
    def cards(self) -> dict[str, FieldCard]:
        """Return the cards made so far."""
        return self.fields.cards

    @property
    def rows(self) -> dict[str, FieldRow]:
        """Return the fields made so far."""
        return self.fields.rows

    def first_focus(self) -> QWidget | None:
        """Keep the keyboard on the page: its fields come one by one, and when all are there it goes to the first one missing."""
        return self

    def _begin_where_needed(self) -> None:
        """The keyboard begins at the first thing still missing, or at the button that sends."""
        if self.area.canvas.focusWidget() is not None and self.area.isAncestorOf(self.window().focusWidget()):
            return
        missing = next((self.rows[key] for key in self._missing() if key in self.rows), None)
        if missing is None:
            self.footer.send.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        missing.take_focus()
        self.area.ensureWidgetVisible(missing, 0, theme().px(80))

    def _missing(self) -> tuple[str, ...]:
        return as_on_the_page(self.view_model.blocking(), self.view_model.all_groups())

    def _show_problems(self) -> None:
        self.fields.show_problems()
        here = {spec.key for group in self.fields.groups for spec in group.fields}
        homeless = [
            problem
            for key, problem in self.view_model.problems.items()
            if key not in here and not key.startswith("level")
        ]
        homeless.sort(key=lambda problem: problem.severity != "block")
        rest = [problem_text(problem, self.lang) for problem in homeless]
        self._asked_there = field_key(homeless[0]) if homeless else ""
        if rest:
            self.other.show_error(rest[0], " ".join(rest[1:]), self.tr("回去补上"))
        else:
            self.other.clear()
        self.fields.arrange()
        self.side.show_fast(self.view_model)
        self.footer.show_state(self.view_model)

    def _back_to_the_facts(self) -> None:
        """What is asked for here but filled in beside the questions is filled in there."""
        if (draft := self.view_model.draft) is not None:
            self.context.navigator.go("checklist", draft_id=draft.draft_id, fact=self._asked_there)

    def _on_edited(self, key: str) -> None:
        self.rows[key].show_understood(self.view_model.values.understood(key))
        self.fields.arrange()

    def _on_level(self) -> None:
        self.side.show_level(self.view_model)
        self.footer.show_state(self.view_model)

    def _on_send(self) -> None:
        if self.isVisible():
            self.error.clear()
            self.view_model.submit()

    def _on_failed(self, sentence: str) -> None:
        self.footer.show_state(self.view_model)
        retry = self.tr("再试一次") if self.view_model.draft is None else ""
        self.error.show_error(sentence, self.tr("填好的内容都还在。"), retry)
        if retry:
            self.area.canvas.hide()
            self.side.hide()

    def _on_blocked(self, key: str) -> None:
        self.footer.show_state(self.view_model)
        if key == "level_reason":
            self.side.reason.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        row = self.rows.get(key)
        if row is not None:
            self.fields.arrange()
            row.take_focus()
            self.area.ensureWidgetVisible(row, 0, theme().px(80))
        elif self.other.isVisible():
            self.area.verticalScrollBar().setValue(0)
