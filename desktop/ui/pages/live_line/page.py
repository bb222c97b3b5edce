"""The live line: what happens after sending, and the talk with the police about one alert."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.application.changes import Changes
from desktop.domain.case.case import CONCLUDED
from desktop.ui.pages.base import Page
from desktop.ui.pages.live_line.clock import ClockCard
from desktop.ui.pages.live_line.instruction import InstructionList
from desktop.ui.pages.live_line.saying import Saying
from desktop.ui.pages.live_line.slip import SlipPaper
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.soon import soon
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.live_line.model import LiveLineViewModel
from desktop.ui.viewmodels.live_line.rows import timeline_rows
from desktop.ui.viewmodels.live_line.words import readout_lines
from desktop.ui.viewmodels.records.format import day_time
from desktop.ui.viewmodels.records.words import LEVEL, REPLY, SETTING, word
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.icon_label import IconText
from desktop.ui.widgets.live_line.readout import ReadoutCard
from desktop.ui.widgets.live_line.timeline import Timeline
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.photos.card import PhotoCard
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.states import InlineError

_ABOVE_NEWS: Final = 12


class LiveLinePage(Page):
    """Shows one alert (`on_shown(alert_id=…)`) and marks instructions as seen once they were really on the screen."""

    route: ClassVar[str] = "live"
    section: ClassVar[str] = "records"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view_model = LiveLineViewModel(context, self)
        self._sent = False
        self.column.addWidget(self._build_header())
        self.area = ScrollArea()
        self.area.setAccessibleName(self.tr("进展"))
        self.column.addWidget(self.area, 1)
        self.error = InlineError()
        self.error.retried.connect(self.view_model.refresh)
        self.saying = Saying(context, self.view_model, self)
        self.refused, self.say = self.saying.refused, self.saying.bar
        self.clock = ClockCard(self.view_model.lang)
        self.readout = ReadoutCard()
        self.instructions = InstructionList(self.view_model)
        self.quiet = self._build_quiet()
        self.photos = PhotoCard(context)
        self.timeline = Timeline()
        history = Card(padding=20, spacing=14)
        history.body.addWidget(label(self.tr("经过"), "heading"))
        history.body.addWidget(self.timeline)
        parts: tuple[QWidget, ...] = (
            self.error,
            self.refused,
            self.clock,
            self.readout,
            self.instructions,
            self.quiet,
            self.photos,
            history,
        )
        for part in parts:
            self.area.body.addWidget(part)
        self.area.body.addStretch(1)
        self.column.addWidget(self.say)
        self._body = (*parts[2:], self.say)
        self.refused.hide()
        for part in self._body:
            part.hide()
        self.view_model.line_changed.connect(self._render)
        self.view_model.failed.connect(self._on_failed)
        self.saying.done.connect(self.error.clear)
        self.saying.failed.connect(self._on_not_done)
        self.view_model.reply_failed.connect(self._on_reply_failed)
        self.saying.amending.begun_anew.connect(lambda draft: context.navigator.go("review", draft_id=draft))
        self.area.verticalScrollBar().valueChanged.connect(self._mark_if_on_screen)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("进展")

    def on_shown(self, **args: object) -> None:
        """Show one alert; `sent` tells that it was just submitted, so that 返回 leads home and not to its empty form."""
        alert_id = str(args.get("alert_id", "")) or self.view_model.alert_id
        self._sent = bool(args.get("sent"))
        self.saying.turn_to(alert_id)
        if alert_id != self.view_model.alert_id:
            for part in self._body:
                part.hide()
        self.error.clear()
        self.view_model.open(alert_id)
        self.photos.show_alert(alert_id)

    def first_focus(self) -> QWidget | None:
        """Return the line one writes in: no button here may be pressed by chance."""
        return self.say.edit

    def on_changed(self, kinds: Changes) -> None:
        """Look again."""
        self.view_model.on_changed(kinds)
        self.photos.on_changed(kinds)

    def on_tick(self) -> None:
        """Move the clock."""
        self._show_clock()
        self._mark_if_on_screen()

    def showEvent(self, event: QShowEvent) -> None:
        """Instructions that are already here are now on the screen."""
        super().showEvent(event)
        soon(self, self._mark_if_on_screen)

    def _build_header(self) -> PageHeader:
        self.header = PageHeader(self.tr("进展"), " ")
        back = Button("", "secondary", "arrow-left", name=self.tr("返回"))
        back.clicked.connect(self._on_back)
        self.slip = SlipPaper(self.context, self.view_model.lang, lambda: self.view_model.alert_id, self)
        self.header.buttons.addWidget(self.slip.menu)
        row = self.header.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(0, back, 0, Qt.AlignmentFlag.AlignTop)
        return self.header

    def _build_quiet(self) -> Card:
        card = Card(padding=20, spacing=12)
        card.body.addWidget(IconText("message-circle", self.tr("值班台的指示会出现在这里"), "text_3", "heading"))
        card.body.addWidget(label(self.tr("情况有变化，点一下就能告诉值班台："), "muted"))
        flow = FlowLayout(spacing=theme().px(10))
        self.quick: dict[str, Button] = {}
        for code in ("stalled", "left", "handed_over"):
            button = Button(REPLY[code].get(self.view_model.lang), "secondary", large=True)
            button.clicked.connect(lambda _checked=False, c=code: self.view_model.reply(c))
            flow.addWidget(button)
            self.quick[code] = button
        card.body.addLayout(flow)
        return card

    def _render(self) -> None:
        line = self.view_model.line
        if line is None:
            return
        lang, now = self.view_model.lang, self.context.now()
        parts = (word(SETTING, line.setting, lang), word(LEVEL, line.level, lang), day_time(line.created_at, now, lang))
        self.header.set_texts(self.tr("进展 {0}").format(line.short_no), " · ".join(parts))
        for part in (*self._body, self.slip.menu):
            part.show()
        self.error.setVisible(bool(self.view_model.error_sentence))
        over = (line.case_state or "") in CONCLUDED
        news = self.instructions.show_newest(now, over=over)
        self.instructions.setVisible(bool(line.instructions))
        # Nothing more is awaited once there is a result.
        self.quiet.setVisible(not line.instructions and line.delivery != "refused" and not over)
        self.timeline.show_rows(timeline_rows(line, now, lang))
        self.saying.show_line(line)
        self._show_clock()
        soon(self, self._bring_into_sight if news else self._mark_if_on_screen)

    def _bring_into_sight(self) -> None:
        """What the police say now is not missed because the page was scrolled down to something else."""
        self.area.body.activate()
        self.area.verticalScrollBar().setValue(self.instructions.y() - theme().px(_ABOVE_NEWS))
        self._mark_if_on_screen()
        # The words' own place may be settled only in the next round.
        soon(self, self._mark_if_on_screen)

    def _show_clock(self) -> None:
        line, now = self.view_model.line, self.view_model.situation()
        if line is None or now is None:
            return
        self.clock.show_situation(now, line.case_text)
        self.readout.setVisible(now.read_out)
        if now.read_out:
            self.readout.show_lines(readout_lines(line, self.view_model.lang))

    def _mark_if_on_screen(self) -> None:
        if self.isVisible() and not self.window().isMinimized() and self.instructions.on_screen():
            self.view_model.mark_seen()

    def _on_back(self) -> None:
        if self._sent:
            self.context.navigator.go("counter")
        else:
            self.context.navigator.back()

    def _on_reply_failed(self, instruction_id: str, sentence: str) -> None:
        self.saying.show_ready()
        card = self.instructions.cards.get(instruction_id)
        if card is not None:
            card.show_problem(sentence)
        else:
            self._on_not_done(sentence)

    def _on_not_done(self, sentence: str) -> None:
        self.view_model.error_sentence = sentence
        self.saying.show_ready()
        self.error.show_error(self.tr("没有办成"), sentence)
        self.area.ensureWidgetVisible(self.error)

    def _on_failed(self, sentence: str) -> None:
        self.saying.show_ready()
        retry = self.tr("再试一次") if self.view_model.line is None else ""
        self.slip.menu.setVisible(self.view_model.line is not None)
        self.error.show_error(self.tr("这一条没有读出来"), sentence, retry)
