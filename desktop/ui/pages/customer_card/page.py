"""One card for a customer: look at it, show it on a whole screen, print it as a poster."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.pages.base import Page
from desktop.ui.pages.customer_card.poster import PosterCard
from desktop.ui.pages.customer_card.related import RelatedStories
from desktop.ui.pages.customer_card.screen import CustomerCardScreen, second_screen
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.runtime.kept_files import place_of
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.learn.customer_card import CustomerCardViewModel
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import Segmented
from desktop.ui.widgets.icon_label import IconText
from desktop.ui.widgets.learn.warning_card import WarningCardView
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.states import InlineError

SIDE_WIDTH, PREVIEW_WIDTH = 300, 320
NARROW, STACKED = 880, 620


class CustomerCardPage(Page):
    """Enter or F11 shows the card on the whole screen, arrows turn the cards over, Esc goes back to all of them."""

    route: ClassVar[str] = "card"
    section: ClassVar[str] = "learn"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = CustomerCardViewModel(context, self)
        self._wanted = ""
        self.screen_window = CustomerCardScreen(self)
        self.header = PageHeader(self.title(), self.tr("转过屏幕给客人看，或打印出来放在柜台上。"))
        self.back = Button(self.tr("全部提示卡"), "secondary", "arrow-left")
        self.back.clicked.connect(lambda: context.navigator.go("learn", tab="cards"))
        self.header.buttons.addWidget(self.back)
        self.error = InlineError()
        self.error.retried.connect(lambda: self.model.show(self._wanted))
        self.area = ScrollArea()
        for part in (self.header, self.error):
            self.column.addWidget(part)
        self.column.addWidget(self.area, 1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(theme().px(18))
        self._middle.addLayout(self._build_left(), 1)
        self._side = self._build_side()
        self._middle.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        self.area.body.addLayout(self._middle)
        self.area.body.addStretch(1)
        self.model.changed.connect(self._show)
        self.model.failed.connect(self._on_failed)
        self.screen_window.left.connect(self._on_screen_left)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("提示卡")

    def on_shown(self, **args: object) -> None:
        """Show a card (`scam_type`); the first one without."""
        self._wanted = str(args.get("scam_type") or self._wanted)
        self.model.show(self._wanted)
        self._show_screens()
        self.full.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_hidden(self) -> None:
        """A card over the clerk's own screen goes; one on the customer's screen stays, unless the whole window is put away."""
        if not self.screen_window.elsewhere or not self.isVisible():
            self.screen_window.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the cards over, fill the screen, or go back."""
        turn = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if turn is not None:
            self.model.step(turn)
        elif event.key() in (Qt.Key.Key_F11, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.full.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.back.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the actions under the card where both do not fit side by side."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme().px(NARROW)
        self._middle.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._top.setDirection(
            QBoxLayout.Direction.TopToBottom
            if event.size().width() < theme().px(STACKED)
            else QBoxLayout.Direction.LeftToRight
        )
        self._side.setMinimumWidth(0 if narrow else theme().px(SIDE_WIDTH))
        self._side.setMaximumWidth(16_777_215 if narrow else theme().px(SIDE_WIDTH))

    def _build_left(self) -> QVBoxLayout:
        # Small on purpose: the clerk's screen may be seen from the other side of the counter.
        self.preview = WarningCardView(width=PREVIEW_WIDTH)
        self.preview.setFixedSize(self.preview.sizeHint())
        self.name, self.person = label("", "heading"), label("", "muted")
        self.before = Button("", "secondary", "chevron-left", name=self.tr("上一张"))
        self.after = Button("", "secondary", "chevron-right", name=self.tr("下一张"))
        self.before.clicked.connect(lambda: self.model.step(-1))
        self.after.clicked.connect(lambda: self.model.step(1))
        self.number = label("", "muted", wrap=False)
        turn = QHBoxLayout()
        turn.setSpacing(theme().px(12))
        for part in (self.before, self.number, self.after):
            turn.addWidget(part)
        turn.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(theme().px(6))
        for text in (self.name, self.person):
            words.addWidget(text)
        words.addStretch(1)
        words.addLayout(turn)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(theme().px(18))
        self._top.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(words, 1)
        shown = Card(padding=18)
        shown.body.addLayout(self._top)
        script = Card(tone="accent", padding=18, spacing=6)
        script.body.addWidget(IconText("message-square-quote", self.tr("您可以这样说"), "accent", "strong"))
        self.script = label("", "lead")
        script.body.addWidget(self.script)
        column = QVBoxLayout()
        column.setSpacing(theme().px(12))
        column.addWidget(shown)
        column.addWidget(script)
        self.related = RelatedStories()
        self.related.opened.connect(lambda group: self.context.navigator.go("learn", tab="stories", group=group))
        column.addWidget(self.related)
        column.addStretch(1)
        return column

    def _build_side(self) -> QWidget:
        self.full = Button(self.tr("给客人看（全屏）"), "primary", "maximize", large=True)
        self.full.clicked.connect(lambda: self._show_screen(own=True))
        self.other = Button(self.tr("放到客人的屏幕上"), "secondary", "monitor")
        self.other.clicked.connect(self._on_other)
        self.screens = label("", "faint")
        self.speech = Segmented((("zh", "中文", ""), ("en", "English", "")), self.tr("客人看的语言"))
        self.speech.set_value(self.model.customer_lang)
        self.speech.chosen.connect(self.model.speak)
        self.poster = PosterCard(self.context, self.model)
        self.poster.saved.connect(self._on_saved)
        self.poster.failed.connect(self._on_save_failed)
        show = Card(padding=18, spacing=10)
        for widget in (self.full, self.other, self.screens, label(self.tr("客人看的语言"), "small"), self.speech):
            show.body.addWidget(widget)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(show)
        column.addWidget(self.poster)
        return side

    def _show(self) -> None:
        card, words = self.model.card, self.model.words
        if card is None or words is None:
            return
        self.error.clear()
        lang = self.model.lang
        self.name.setText(card.name.get(lang))
        self.person.setText(card.person.get(lang))
        self.script.setText(card.script.get(lang))
        self.preview.show_words(words)
        number, count = self.model.place
        self.number.setText(f"{number} / {count}")
        self.related.show_stories(self.model.stories, lang)
        if self.screen_window.isVisible():
            self.screen_window.show_words(words)

    def _show_screens(self) -> None:
        there = second_screen(self) is not None
        shown = self.screen_window.isVisible() and self.screen_window.elsewhere
        self.other.setEnabled(there or shown)
        self.other.set_words(self.tr("收起客人的屏幕") if shown else self.tr("放到客人的屏幕上"))
        self.screens.setText(
            self.tr("客人的屏幕上正显示这张卡。") if shown else "" if there else self.tr("只接了一块屏幕。")
        )
        self.screens.setVisible(bool(self.screens.text()))

    def _show_screen(self, *, own: bool) -> None:
        words = self.model.words
        if words is not None:
            self.screen_window.show_on(None if own else second_screen(self), words)
            self._show_screens()

    def _on_other(self) -> None:
        if self.screen_window.isVisible():
            self.screen_window.close()
        elif second_screen(self) is not None:
            self._show_screen(own=False)

    def _on_screen_left(self) -> None:
        self._show_screens()
        if self.isVisible():
            self.activateWindow()

    def _on_saved(self, path: Path) -> None:
        self.error.clear()
        self.context.navigator.toast(self.tr("已存到 {0}").format(place_of(path)), file=path)

    def _on_save_failed(self) -> None:
        self.error.show_error(self.tr("海报没有存成"), self.tr("请换一个文件夹，或腾出磁盘空间后再存。"))

    def _on_failed(self, words: ErrorWords) -> None:
        self.error.show_error(self.tr("提示卡没有读出来"), words.sentence, self.tr("再试一次"))
