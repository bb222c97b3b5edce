"""Learning: one-minute drills, cases, cards for customers, and the member's own record."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.application.changes import Changes
from desktop.ui.pages.base import Page
from desktop.ui.pages.learn.cards import CardsPanel
from desktop.ui.pages.learn.drills import DrillsPanel
from desktop.ui.pages.learn.record import RecordPanel
from desktop.ui.pages.learn.stories import StoriesPanel
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.learn.model import LearnViewModel
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.choices import Segmented
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.states import EmptyState, InlineError

Panel = DrillsPanel | StoriesPanel | CardsPanel | RecordPanel


class LearnPage(Page):
    """Four panels under one switch; each is made when first looked at."""

    route: ClassVar[str] = "learn"
    section: ClassVar[str] = "learn"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = LearnViewModel(context, self)
        self.tabs = Segmented(
            (
                ("drills", self.tr("练习"), "timer"),
                ("stories", self.tr("案例"), "book-open"),
                ("cards", self.tr("提示卡"), "image"),
                ("record", self.tr("我的记录"), "target"),
            ),
            self.tr("学习内容"),
        )
        self.error = InlineError()
        self.error.retried.connect(self.model.load)
        self.loading = EmptyState("loader", self.tr("正在读取…"))
        self.panels: dict[str, Panel] = {}
        self.stack = QStackedWidget()
        self.stack.addWidget(self.loading)
        room = self.stack.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.stack.setSizePolicy(room)
        inner = QVBoxLayout()
        inner.setSpacing(theme().px(14))
        inner.addWidget(PageHeader(self.title(), self.tr("每天一分钟：看一个场景，想好怎么说。")))
        inner.addWidget(self.tabs)
        inner.addWidget(self.error)
        inner.addWidget(self.stack, 1)
        self.column.addLayout(inner, 1)
        self._arriving, self._group = False, ""
        self.tabs.set_value("drills")
        self.tabs.chosen.connect(lambda _tab: self._show())
        self.model.loaded.connect(self._show)
        self.model.failed.connect(self._on_failed)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("学习")

    def on_shown(self, **args: object) -> None:
        """Show a named tab (and a `group` of cases), or the one last looked at, with what is true now."""
        tab, self._group = str(args.get("tab", "")), str(args.get("group", ""))
        if tab:
            self.tabs.set_value(tab)
        self._arriving = True
        self.model.load()

    def on_changed(self, kinds: Changes) -> None:
        """Look again after a drill."""
        self.model.on_changed(kinds)

    def _show(self) -> None:
        if self.model.shelf is None:
            return
        self.error.clear()
        tab = self.tabs.value()
        panel = self.panels.get(tab)
        if panel is None:
            panel = self.panels[tab] = self._make(tab)
            self.stack.addWidget(panel)
        panel.show_model(self.model)
        if self._group and isinstance(panel, StoriesPanel):
            panel.show_group(self._group)
            self._group = ""
        self.stack.setVisible(True)
        self.stack.setCurrentWidget(panel)
        if self._arriving:
            self._arriving = False
            chosen = next(button for button in self.tabs.findChildren(Button) if button.isChecked())
            first = panel.start if isinstance(panel, DrillsPanel) else chosen
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, tab: str) -> Panel:
        navigator = self.context.navigator
        panel: Panel
        if tab == "stories":
            panel = StoriesPanel(self.model.lang)
            panel.card_opened.connect(lambda scam: navigator.go("card", scam_type=scam))
        elif tab == "cards":
            panel = CardsPanel(self.model.lang)
            panel.card_opened.connect(lambda scam: navigator.go("card", scam_type=scam))
        elif tab == "record":
            panel = RecordPanel(self.context.now, self.model.lang)
            panel.drill_opened.connect(lambda drill: navigator.go("drill", drill_id=drill))
        else:
            panel = DrillsPanel(self.model.lang)
            panel.drill_opened.connect(lambda drill: navigator.go("drill", drill_id=drill))
        return panel

    def _on_failed(self, words: ErrorWords) -> None:
        self.stack.setVisible(self.model.shelf is not None)
        self.error.show_error(self.tr("学习内容没有读出来"), words.sentence, self.tr("再试一次"))
