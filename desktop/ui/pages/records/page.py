"""Records: this month's figures, tabs, checklists, search and the list of everything submitted from this PC."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.application.changes import Changes
from desktop.application.read_models import RecordFilter, RecordRow
from desktop.ui.pages.base import Page
from desktop.ui.pages.exporter import ListExporter
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.paper.table_export import OpenSink, the_export
from desktop.ui.viewmodels.records.export import SHARES, RecordsExport
from desktop.ui.viewmodels.records.model import TABS, RecordsViewModel
from desktop.ui.viewmodels.records.words import SETTING, word
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconText
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.records.figures import MonthFigures
from desktop.ui.widgets.records.filters import RecordFilters
from desktop.ui.widgets.records.row import RecordRowDelegate
from desktop.ui.widgets.records.row_list import RecordList
from desktop.ui.widgets.states import EmptyState, InlineError

_TILES_FROM: Final = QSize(780, 620)


class RecordsPage(Page):
    """Opens the live line of a record; `on_shown(tab=…)` starts in a tab."""

    route: ClassVar[str] = "records"
    section: ClassVar[str] = "records"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.view_model = RecordsViewModel(context, self)
        self.column.addWidget(self._build_header())
        self.month = MonthFigures(self.lang)
        self.column.addWidget(self.month)
        self.column.addWidget(self._build_filters())
        self.waiting = Card(tone="warn", padding=12)
        self.waiting_text = IconText("cloud-off", "", "warn", "strong")
        self.waiting.body.addWidget(self.waiting_text)
        self.waiting.hide()
        self.column.addWidget(self.waiting)
        self.column.addWidget(self.exporter.progress)
        self.error = InlineError()
        self.error.retried.connect(self.view_model.again)
        self.column.addWidget(self.error)
        self.column.addWidget(self._build_list(), 1)
        self.view_model.page_changed.connect(self._on_page)
        self.view_model.state_changed.connect(self._on_state)
        self._on_state("loading")

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("记录")

    def on_shown(self, **args: object) -> None:
        """Show what is named (tab, setting, text), or the list where it was left, with what is true now."""
        before = self.view_model.filter
        tab = str(args.get("tab") or before.tab)
        wanted = replace(
            before,
            tab=tab if tab in TABS else before.tab,
            setting=str(args.get("setting") or before.setting or "") or None,
            text=str(args.get("text") or before.text),
        )
        self.filters.show_filter(wanted)
        if wanted != before or self.view_model.page is None or self.view_model.state == "error":
            self.view_model.start(wanted)
        else:
            self.view_model.refresh()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_waiting()

    def arguments(self) -> dict[str, object] | None:
        """Return what is looked for, so that another language or text size shows the same list."""
        chosen = self.view_model.filter
        return {"tab": chosen.tab, "setting": chosen.setting or "", "text": chosen.text}

    def on_changed(self, kinds: Changes) -> None:
        """Look again at what is on the screen."""
        self.view_model.on_changed(kinds)
        self._show_waiting()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tiles become one line of words, and the search goes under the tabs, when there is little room."""
        super().resizeEvent(event)
        roomy = event.size().width() >= theme().px(_TILES_FROM.width()) and event.size().height() >= theme().px(
            _TILES_FROM.height()
        )
        self.month.set_roomy(roomy)
        self.filters.set_narrow(event.size().width() < theme().px(_TILES_FROM.width()))

    def _build_header(self) -> PageHeader:
        header = PageHeader(self.tr("记录"), self.tr("每一条都能看到进度和奖励。"))
        self.sync = Button(self.tr("立即同步"), "secondary", "refresh-cw")
        self.sync.clicked.connect(self._on_sync)
        self.exporter = self._build_exporter()
        header.buttons.addWidget(self.exporter.menu)
        header.buttons.addWidget(self.sync)
        return header

    def _build_exporter(self) -> ListExporter:
        export = the_export(RecordsExport, self.context)

        def start(open_sink: OpenSink, file: Path | None = None) -> None:
            export.start(self.view_model.wanted, open_sink, file)

        return ListExporter(self.context, export, self.title(), export.headings, SHARES, start, self)

    def _build_filters(self) -> RecordFilters:
        offered = self.context.services.checklists_of_shop()
        self.filters = RecordFilters([(setting, word(SETTING, setting, self.lang)) for setting in offered])
        self.filters.tab_chosen.connect(self.view_model.set_tab)
        self.filters.setting_chosen.connect(self.view_model.set_setting)
        self.filters.searched.connect(self.view_model.set_text)
        self.filters.search.went_on.connect(self._on_went_on)
        hot_keys().bind("find", self, self.filters.search.setFocus, Qt.ShortcutContext.WindowShortcut)
        return self.filters

    def _on_went_on(self) -> None:
        """On to the list; while it is still being read it takes the keyboard as soon as it is there."""
        target = self.list if self.list.isVisible() else self
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_list(self) -> QWidget:
        delegate = RecordRowDelegate(self.context.now, self.lang, self.tr("涉及金额"), self)
        self.list = RecordList(self.view_model.model, delegate, self.tr("记录列表"))
        self.list.opened.connect(self._on_opened)
        self.empty = EmptyState("inbox", "", action=self.tr("看全部"))
        self.empty.acted.connect(self._on_empty_action)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        return holder

    def _on_page(self) -> None:
        page = self.view_model.page
        if page is None:
            return
        self.filters.show_counts(page.tab_counts)
        self.month.show_page(page)

    def _on_state(self, state: str) -> None:
        if state == "error":
            self.error.show_error(self.tr("记录没有读出来"), self.view_model.error_sentence, self.tr("再试一次"))
        else:
            self.error.clear()
        if state == "no-match":
            self.empty.show_words("search", self.tr("没有找到"), self.tr("换个词，或看全部记录。"), self.tr("看全部"))
        elif state == "empty":
            self.empty.show_words(
                "inbox", self.tr("还没有记录"), self.tr("做完一次核对并提交后，会出现在这里。"), self.tr("去核对")
            )
        elif state == "loading":
            self.empty.show_words("loader", self.tr("正在读取…"))
        nothing = state in ("no-match", "empty", "loading") or (
            state == "error" and not self.view_model.model.rowCount()
        )
        self._stack.setCurrentIndex(1 if nothing else 0)
        # Never both: what is shown by hand would lie over the list.
        self.empty.setVisible(nothing and state != "error")
        if state == "ready" and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.view_model.model.index(0))
            if not self.filters.search.hasFocus():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, row: RecordRow) -> None:
        if row.delivery == "local":
            self.context.navigator.go("kept", alert_id=row.alert_id)
        else:
            self.context.navigator.go("live", alert_id=row.alert_id)

    def _on_empty_action(self) -> None:
        if self.view_model.state == "empty":
            self.context.navigator.go("counter")
            return
        self.view_model.start(RecordFilter())
        self.filters.show_filter(self.view_model.filter)

    def _on_sync(self) -> None:
        self.sync.setEnabled(False)
        services = self.context.services
        self.context.tasks.run(services.deliver_due, self._on_synced, self._on_sync_failed, owner=self)

    def _on_synced(self, _outcome: object) -> None:
        self.sync.setEnabled(True)
        waiting = self.context.services.outbox_status().waiting
        if waiting:
            self.context.navigator.toast(self.tr("还有 {0} 条没有送达").format(waiting), tone="warn")
        else:
            self.context.navigator.toast(self.tr("都已送达"))
        self._show_waiting()

    def _on_sync_failed(self, error: Exception) -> None:
        self.sync.setEnabled(True)
        self.context.navigator.toast(self.view_model.words_of(error), tone="warn")

    def _show_waiting(self) -> None:
        outbox = self.context.services.outbox_status()
        left = outbox.waiting + outbox.refused
        self.waiting.setVisible(bool(left))
        self.waiting_text.label.setText(self.tr("有 {0} 条警方还没有收到，急的请拨 110").format(left))
