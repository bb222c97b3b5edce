"""The home page: start a checklist, see what is open, and whether the police have everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.application.changes import Changes, Kind
from desktop.application.read_models import CounterOverview, DraftView
from desktop.ui.pages.base import Page
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.bulletins.words import for_whom
from desktop.ui.viewmodels.counter.connection import connection_words
from desktop.ui.viewmodels.counter.model import CounterViewModel
from desktop.ui.viewmodels.counter.urgent import UrgentWatch
from desktop.ui.viewmodels.live_line.words import readout_lines
from desktop.ui.viewmodels.records.format import day_time
from desktop.ui.viewmodels.records.words import SETTING_ICON, unit_word
from desktop.ui.widgets.basics import clear_layout
from desktop.ui.widgets.checklist.tile import ChecklistTile
from desktop.ui.widgets.counter.columns import CounterColumns
from desktop.ui.widgets.counter.draft_list import DraftLine
from desktop.ui.widgets.counter.invite import Invite
from desktop.ui.widgets.live_line.call_card import CallCard
from desktop.ui.widgets.live_line.instruction_card import InstructionCard
from desktop.ui.widgets.live_line.line_button import LineButton
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.states import InlineError

ONE_COLUMN = 680
_TONES = ("accent", "gold", "ok", "slate")


class CounterPage(Page):
    """Digits 1-6 open the tiles; everything else is one press away."""

    route = "counter"
    section = "counter"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = CounterViewModel(context, self)
        self.header = PageHeader(self.title(), self._greeting())
        self.warning = InlineError()
        self.error = InlineError()
        self.error.retried.connect(self.model.load)
        self.tiles: list[ChecklistTile] = []
        self._grid = QGridLayout()
        self.area = ScrollArea(spacing=18)
        for part in (self.header, self.warning, self.error, self.area):
            self.column.addWidget(part)
        self.column.setStretchFactor(self.area, 1)
        self.invite = Invite()
        self.invite.started.connect(lambda: context.navigator.go("guide"))
        self.invite.declined.connect(self._decline_guide)
        self.area.body.addWidget(self.invite)
        self.urgent = UrgentWatch(context, self)
        self.urgent.line_changed.connect(self._show_call)
        self.call = CallCard()
        self.call.opened.connect(self._open_alert)
        self.area.body.addWidget(self.call)
        self.area.body.addLayout(self._tile_grid())
        self.instruction = InstructionCard()
        self.instruction.opened.connect(self._open_alert)
        self.area.body.addWidget(self.instruction)
        self._notices = QVBoxLayout()
        self.area.body.addLayout(self._notices)
        self.columns = CounterColumns("en" if language().code == "en" else "zh")
        self.open, self.drafts = self.columns.open, self.columns.drafts
        self.open.opened.connect(self._open_alert)
        self.drafts.resumed.connect(lambda draft: context.navigator.go("checklist", draft_id=draft))
        self.drafts.dropped.connect(self.model.discard)
        self.area.body.addWidget(self.columns)
        self.area.body.addStretch(1)
        self.model.overview_changed.connect(self._show)
        self.model.failed.connect(self._on_failed)
        self.model.not_done.connect(lambda words: context.navigator.toast(words.sentence, tone="warn"))
        self.model.draft_discarded.connect(self._on_discarded)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("接待台")

    def on_shown(self, **_args: object) -> None:
        """Look at everything anew."""
        self.model.load()
        self.on_tick()
        self.invite.setVisible(not self.context.services.preferences().guide_done)
        if self.tiles:
            self.tiles[0].setFocus()

    def on_changed(self, kinds: Changes) -> None:
        """Look again if it concerns this page; the guide's end may be kept only after one is back here."""
        self.model.on_changed(kinds)
        if Kind.PREFERENCES in kinds:
            self.invite.setVisible(not self.context.services.preferences().guide_done)

    def on_tick(self) -> None:
        """Move the clocks and the truth about sending."""
        self.urgent.look(self.model.overview.open_alerts if self.model.overview else ())
        self._show_call()
        self.open.tick(self.context.now())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a tile by its digit."""
        index = event.key() - Qt.Key.Key_1
        if 0 <= index < len(self.tiles):
            self.tiles[index].click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tiles under each other where two do not fit side by side."""
        super().resizeEvent(event)
        across = 1 if self.width() < theme().px(ONE_COLUMN) else 2
        for index, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, index // across, index % across)
        self._grid.setColumnStretch(1, across - 1)

    def _greeting(self) -> str:
        name = self.context.session.name if self.context.session else ""
        if not name:
            return self.model.shop_name()
        return self.tr("{name}，您好。先点要办的事，边接待边看。").format(name=name)

    def _tile_grid(self) -> QGridLayout:
        grid = self._grid
        grid.setSpacing(theme().px(14))
        for index, definition in enumerate(self.model.checklists()):
            tile = ChecklistTile(
                SETTING_ICON.get(definition.setting, "clipboard-check"),
                language().text(definition.title),
                language().text(definition.subtitle),
                str(index + 1),
                _TONES[index % len(_TONES)],
            )
            tile.clicked.connect(self._starter(definition.setting))
            self.tiles.append(tile)
            grid.addWidget(tile, index // 2, index % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _starter(self, setting: str) -> Callable[[], None]:
        return lambda: self.context.navigator.go("checklist", setting=setting)

    def _show(self) -> None:
        overview = self.model.overview
        if overview is None:
            return
        self.error.clear()
        self.urgent.look(overview.open_alerts, again=True)
        self._show_instruction(overview)
        self._show_notices()
        self.open.show_rows(overview.open_alerts, self.context.now())
        kept = [draft for draft in overview.drafts if draft.draft_id not in self.context.ending]
        self.drafts.show_drafts([self._draft_line(draft) for draft in kept])
        self.columns.show_all()

    def _on_failed(self, words: ErrorWords) -> None:
        self.error.show_error(words.what, words.todo, self.tr("再试一次"))
        self.columns.hide_empty()

    def _show_call(self) -> None:
        """What needs the phone stands above everything else, in place of the general warning."""
        line, now = self.urgent.line, self.urgent.situation()
        if line is None or now is None or not now.read_out:
            self.call.hide()
            self._show_warning()
            return
        lang = language().code
        self.warning.clear()
        self.call.show_call(line.alert_id, now.truth.get(lang), line.short_no, readout_lines(line, lang))

    def _show_warning(self) -> None:
        words = connection_words(self.context.services.outbox_status(), self.context.now(), language().code)
        if words.warning:
            self.warning.show_error(words.warning, words.warning_detail)
        else:
            self.warning.clear()

    def _show_instruction(self, overview: CounterOverview) -> None:
        latest, alert = overview.latest_instruction, overview.latest_instruction_alert
        if latest is None or alert is None:
            self.instruction.hide()
            return
        when = day_time(latest.at, self.context.now(), language().code)
        self.instruction.show_instruction(
            latest.text, f"{unit_word(latest.unit, language().code)} · {when}", alert, urgent=latest.urgent
        )

    def _show_notices(self) -> None:
        """One quiet line for what nobody read yet: the newest title, and how many."""
        clear_layout(self._notices)
        unread = self.model.unread
        if not unread:
            return
        newest = unread[0]
        when = day_time(newest.issued_at, self.context.now(), language().code)
        detail = f"{for_whom(newest, language().code)} · {when}"
        count = Pill(self.tr("{n} 条没看过").format(n=len(unread)), "accent")
        button = LineButton("mail", "accent", newest.title, detail, count)
        button.setAccessibleName(f"{newest.title} {detail} {count.accessibleName()}")
        button.clicked.connect(lambda: self.context.navigator.go("bulletins", bulletin_id=newest.bulletin_id))
        self._notices.addWidget(button)

    def _decline_guide(self) -> None:
        self.invite.hide()
        services = self.context.services
        self.context.tasks.run(
            lambda: services.save_preferences(replace(services.preferences(), guide_done=True)),
            failed=lambda error: self.model.not_done.emit(self.model.words_of(error)),
            owner=self,
            lane="preferences",
        )

    def _draft_line(self, draft: DraftView) -> DraftLine:
        title = language().text(self.context.services.checklist(draft.setting, draft.checklist_version).title)
        detail = self.tr("已答 {n} 条 · {time} 保存").format(
            n=self.model.answered(draft), time=day_time(draft.saved_at, self.context.now(), language().code)
        )
        return DraftLine(draft.draft_id, SETTING_ICON.get(draft.setting, "pencil"), title, detail)

    def _open_alert(self, alert_id: str) -> None:
        self.context.navigator.go("live", alert_id=alert_id)

    def _on_discarded(self, draft_id: str) -> None:
        self.context.navigator.toast(self.tr("草稿已丢弃"), undo=lambda: self.model.restore(draft_id))
