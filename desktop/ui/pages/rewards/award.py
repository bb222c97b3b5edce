"""A letter of praise or a banner at full size, to show and to print."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.pages.base import Page
from desktop.ui.pages.on_paper import OnPaper
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.rewards.award import AwardViewModel
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.paper.printing import Put
from desktop.ui.widgets.rewards.award import AwardView, put_award
from desktop.ui.widgets.states import EmptyState, InlineError


class AwardPage(Page):
    """Shows one award of the signed-in member (`on_shown(reward_id=…)`); Esc goes back."""

    route: ClassVar[str] = "award"
    section: ClassVar[str] = "rewards"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.view_model = AwardViewModel(context, self)
        self.header = PageHeader(self.tr("奖励"), " ")
        self.back = Button("", "secondary", "arrow-left", name=self.tr("返回"))
        self.back.clicked.connect(context.navigator.back)
        row = self.header.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignTop)
        title = self.tr("奖励")
        self.paper = OnPaper(context, self.view_model.lang, self.tr("打印或存好"), title, self._putting, self)
        self.header.buttons.addWidget(self.paper.menu)
        self.column.addWidget(self.header)
        self.error = InlineError()
        self.error.retried.connect(lambda: self.view_model.open(self.view_model.reward_id))
        self.column.addWidget(self.error)
        self.view = AwardView()
        self.view.hide()
        self.column.addWidget(self.view, 1)
        self.column.setContentsMargins(*(theme().px(n) for n in (28, 24, 28, 20)))
        self.empty = EmptyState("award", self.tr("正在读取…"), action=self.tr("看全部奖励"))
        self.empty.acted.connect(lambda: context.navigator.go("rewards"))
        self.column.addWidget(self.empty, 1)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(context.navigator.back)
        self.view_model.state_changed.connect(self._on_state)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("奖励")

    def on_shown(self, **args: object) -> None:
        """Show one award."""
        self.view_model.open(str(args.get("reward_id", "")) or self.view_model.reward_id)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _putting(self) -> Put:
        words = self.view_model.words
        assert words is not None, "the button works only while an award is shown"
        return lambda device: put_award(device, words)

    def _on_state(self, state: str) -> None:
        words = self.view_model.words
        self.paper.menu.setEnabled(words is not None)
        self.view.setVisible(words is not None)
        self.empty.setVisible(state in ("loading", "missing", "signed-out"))
        if state == "error":
            self.error.show_error(self.tr("没有读出来"), self.view_model.error_sentence, self.tr("再试一次"))
        else:
            self.error.clear()
        if words is not None:
            self.header.set_texts(words.title, words.on)
            self.paper.menu.file_name = f"{words.title}-{words.on}".replace("/", "-").replace("\\", "-")
            self.view.show_words(words)
        elif state == "missing":
            self.empty.show_words("award", self.tr("没有可以展示的内容"), "", self.tr("看全部奖励"))
        elif state == "signed-out":
            self.empty.show_words("lock", self.tr("登录后能看到自己的奖励"), "", "")
        elif state == "loading":
            self.empty.show_words("loader", self.tr("正在读取…"))
