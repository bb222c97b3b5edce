"""The checklist: quick questions first, the rest by section, facts beside it, and a panel that answers at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.domain.alert.bundle import Bundle
from desktop.ui.pages.base import Page
from desktop.ui.pages.checklist.courier import ChecklistCourier
from desktop.ui.pages.checklist.ends import ChecklistEnds
from desktop.ui.pages.checklist.header import ChecklistHeader
from desktop.ui.pages.checklist.price import ChecklistPrice
from desktop.ui.pages.checklist.register import ChecklistRegister
from desktop.ui.pages.checklist.sections import ChecklistSections, Part
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.runtime.language import language
from desktop.ui.runtime.soon import soon
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.checklist.bundle import bundle_words
from desktop.ui.viewmodels.checklist.model import ChecklistViewModel
from desktop.ui.viewmodels.checklist.panel import panel_words
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.checklist.assessment_panel import AssessmentPanel
from desktop.ui.widgets.checklist.footer import ChecklistFooter
from desktop.ui.widgets.checklist.question_list import QuestionList
from desktop.ui.widgets.checklist.release_bar import ReleaseBar
from desktop.ui.widgets.checklist.section_strip import SectionStrip
from desktop.ui.widgets.checklist.situation_form import SituationForm
from desktop.ui.widgets.checklist.transaction_form import TransactionForm
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.states import InlineError
from redflags import Definition

PANEL_WIDTH = 324
NARROW = 700
LOW = 640
"""Below this height, at 100 %, the questions need the room of the header's second line."""


class ChecklistPage(Page):
    """1, 2, 3 answer and go on; arrows move; Ctrl+Enter goes to the report; every answer is saved at once."""

    route = "checklist"
    section = "checklist"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = ChecklistViewModel(context, self)
        self.ends = ChecklistEnds(context, self.model, self)
        self.register = ChecklistRegister(context, self.model, self)
        self.courier = ChecklistCourier(context, self.model, self)
        self.price = ChecklistPrice(context, self.model, self)
        self.questions: QuestionList | None = None
        self.transaction: TransactionForm | None = None
        self.situation: SituationForm | None = None
        self.header = ChecklistHeader(self.title())
        self.error = InlineError()
        self.strip = SectionStrip()
        self.left = ScrollArea()
        self.sections = ChecklistSections(self, self.strip, self.left)
        self.panel = AssessmentPanel()
        self.release = ReleaseBar()
        self.footer = ChecklistFooter()
        self._build()
        self._connect()

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("核对")

    def arguments(self) -> dict[str, object] | None:
        """Return what shows this draft again."""
        return self.model.place()

    def on_shown(self, **args: object) -> None:
        """Begin a checklist (`setting`), show a kept draft (`draft_id`), or with neither the shop's usual one."""
        draft_id, setting = args.get("draft_id"), args.get("setting")
        self.courier.wait_for(str(args.get("waybill", "")))
        self.sections.aim(str(args.get("fact", "")))
        self.release.hide()
        self.error.clear()
        self.context.tasks.run(self.context.services.upkeep.bundle, self._show_bundle, lambda _error: None, owner=self)
        if isinstance(draft_id, str):
            self._set_ready(False)
            self.model.resume(draft_id)
            return
        usual = self.context.services.checklists_of_shop()
        self.model.begin(str(setting) if setting else usual[0], str(args.get("unsaved", "")))

    def _show_bundle(self, bundle: Bundle | None) -> None:
        self.footer.show_about(bundle_words(bundle, self.context.now(), language().code))

    def on_hidden(self) -> None:
        """Let what is not stored yet be stored without the page."""
        self.model.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that reach the page while no card has them go to the first open question."""
        if event.key() in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Down) and not event.modifiers():
            self._focus_first()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panel under the questions where both do not fit side by side; where it is low the title alone is at the top."""
        super().resizeEvent(event)
        self.header.set_low(self.height() < theme().px(LOW))
        narrow = self.width() < theme().px(NARROW)
        self.middle.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.panel.set_compact(narrow)
        if narrow:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(self.width())
            self.panel.setMaximumHeight(int(self.height() * 0.32))
        else:
            self.panel.setFixedWidth(theme().px(PANEL_WIDTH))
            self.panel.setMaximumHeight(16_777_215)

    def _build(self) -> None:
        edge = theme().px(28)
        self.column.setContentsMargins(0, theme().px(24), 0, 0)
        self.middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.middle.setSpacing(theme().px(18))
        self.middle.addWidget(self.left, 1)
        self.middle.addWidget(self.panel)
        inner = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        inner.setContentsMargins(edge, 0, theme().px(20), 0)
        inner.setSpacing(theme().px(16))
        for part in (self.header, self.error, self.strip):
            inner.addWidget(part)
        inner.addLayout(self.middle, 1)
        inner.addWidget(self.release)
        self.column.addLayout(inner, 1)
        self.column.addWidget(self.footer)

    def _connect(self) -> None:
        self.header.left_alone.connect(lambda: self.context.navigator.go("counter"))
        self.model.loaded.connect(self._on_loaded)
        self.model.load_failed.connect(self._on_load_failed)
        self.error.retried.connect(lambda: self.on_shown(draft_id=self.model.asked))
        self.model.changed.connect(self._show)
        self.model.save_changed.connect(self._show_saved)
        self.panel.question_asked.connect(self._go_to)
        self.panel.card_asked.connect(lambda kind: self.context.navigator.go("card", scam_type=kind))
        # While it is asked why, nobody moves about; in a low window the reasons need the room.
        self.release.asking.connect(lambda on: self.strip.setVisible(not on and self.left.isEnabled()))
        self.ends.join(self, self.footer, self.release)

    def _on_loaded(self) -> None:
        definition = self.model.definition
        if definition is None:
            return
        self.header.set_texts(language().text(definition.title), language().text(definition.subtitle))
        clear_layout(self.left.body)
        self.questions = QuestionList(definition)
        self.questions.answered.connect(self._on_answered)
        above, below = self.courier.make()
        self.situation = SituationForm(definition.value_statuses)
        self.situation.edited.connect(self.model.set_ctx)
        self.situation.show_facts(self.model.ctx)
        below.append(Part(":situation", self.tr("人和东西"), (self.situation,)))
        below += self._transaction(definition)
        for widget in (*(w for part in above for w in part.widgets), self.questions):
            self.left.body.addWidget(widget)
        for widget in (w for part in below for w in part.widgets):
            self.left.body.addWidget(widget)
        self.left.body.addStretch(1)
        self.left.verticalScrollBar().setValue(0)
        self._set_ready(True)
        self.sections.begin(above, self.questions, below)
        self._show()
        self._show_saved()
        soon(self, self._focus_first)

    def _transaction(self, definition: Definition) -> list[Part]:
        self.transaction = None
        if not definition.tx_fields:
            return []
        self.transaction = TransactionForm(definition.tx_fields)
        self.transaction.edited.connect(self._on_fact)
        self.transaction.unread.connect(self.model.set_typed)
        self._show_facts()
        self.price.read()
        words = self.tr("这次的交易")
        found = [Part(":transaction", words, (label(words, "heading"), self.transaction))]
        if (strip := self.register.make(self._show_facts)) is not None:
            found.append(Part(":register", self.tr("查登记"), (strip,)))
        return found

    def _set_ready(self, ready: bool) -> None:
        for part in (self.left, self.footer):
            part.setEnabled(ready)
        self.strip.setVisible(ready)
        self.panel.setVisible(ready)

    def _focus_first(self) -> None:
        if self.questions is None or self.sections.aimed(self.transaction):
            return
        open_items = [key for key in self.questions.order() if key not in self.model.answers]
        if open_items:
            self._go_to(open_items[0])

    def _go_to(self, item: str) -> None:
        card = self.questions.card(item) if self.questions is not None else None
        if card is not None:
            card.setFocus()

    def _on_answered(self, item: str, answer: str, by_key: bool) -> None:
        self.model.answer_text(item, answer)
        if by_key and answer and self.questions is not None:
            self._go_to(self.questions.next_open(item) or "")

    def _on_fact(self, key: str, value: object, typing: bool) -> None:
        self.model.set_tx(key, value, typing=typing)
        # The same value typed another way changes nothing in the model, but its note was written anew.
        self.price.show_on(self.transaction)

    def _show_facts(self) -> None:
        if self.transaction is not None:
            self.transaction.show_facts(self.model.tx, self.model.typed())
            self.price.show_on(self.transaction)

    def _show(self) -> None:
        definition, result = self.model.definition, self.model.assessment
        if definition is None or result is None or self.questions is None:
            return
        self.questions.show_blocks(self.model.blocks(), self.model.answers)
        self.panel.show_words(panel_words(definition, result, language().code))
        self.footer.show_progress(*self.model.quick_answered())
        self.price.show_on(self.transaction)

    def _show_saved(self) -> None:
        self.footer.show_saved(self.model.saved, self.model.save_error)

    def _on_load_failed(self, words: ErrorWords) -> None:
        self.error.show_error(words.what, words.todo, self.tr("再试一次"))
