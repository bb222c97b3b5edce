"""One drill: a scene, two choices by key or touch, and why."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.pages.base import Page
from desktop.ui.pages.learn.drill_result import DrillResultPanel
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords
from desktop.ui.runtime.soon import soon
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.learn.drill import LEVELS, DrillViewModel
from desktop.ui.viewmodels.learn.rows import LEVEL_ACTION
from desktop.ui.viewmodels.records.words import LEVEL, SETTING, word
from desktop.ui.widgets.basics import clear_layout, empty_layout, label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checklist.option_button import OptionButton
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.states import InlineError

FOUR_FROM = 760


class DrillPage(Page):
    """Digits answer, Enter goes on to the next drill, Esc goes back to the list."""

    route: ClassVar[str] = "drill"
    section: ClassVar[str] = "learn"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = DrillViewModel(context, self)
        self._wanted = ""
        self.header = PageHeader(self.title(), " ")
        self.clock = Pill()
        self.leave = Button(self.tr("回到学习"), "secondary", "arrow-left")
        self._back = "learn"
        self.leave.clicked.connect(lambda: context.navigator.go(self._back))
        for part in (self.clock, self.leave):
            self.header.buttons.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.error = InlineError()
        self.error.retried.connect(self.model.retry)
        self.area = ScrollArea(spacing=14)
        for shown in (self.header, self.error):
            self.column.addWidget(shown)
        self.column.addWidget(self.area, 1)
        self.scene = label("", "lead")
        self._scene_card = Card(padding=20, spacing=8)
        self._scene_card.body.addWidget(label(self.tr("场景"), "small"))
        self._scene_card.body.addWidget(self.scene)
        self.levels: dict[str, OptionButton] = {}
        self.level_card = self._build_levels()
        self.saying_card = Card(padding=20, spacing=10)
        self.saying_card.body.addWidget(label(self.tr("二、这时候怎么说、怎么做？"), "heading"))
        self._sayings = QVBoxLayout()
        self._sayings.setSpacing(theme().px(10))
        self.saying_card.body.addLayout(self._sayings)
        self.sayings: list[OptionButton] = []
        self.result = DrillResultPanel(self.model.lang)
        self.result.again.clicked.connect(self.model.again)
        self.result.following.clicked.connect(self._on_following)
        for panel in (self._scene_card, self.level_card, self.saying_card, self.result):
            self.area.body.addWidget(panel)
        self.area.body.addStretch(1)
        self.model.moved.connect(self._on_moved)
        self.model.failed.connect(self._on_failed)

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("练习")

    def on_shown(self, **args: object) -> None:
        """Begin a drill (`drill_id`); `back` is the route to go back to."""
        self._wanted = str(args.get("drill_id", ""))
        self._back = str(args.get("back") or "learn")
        self.leave.set_words(self.tr("回到学习") if self._back == "learn" else self.tr("返回"))
        self.model.start(self._wanted)

    def on_tick(self) -> None:
        """Move the clock."""
        self.clock.show_state(self.tr("{n} 秒").format(n=self.model.tick()), "slate")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by digit, go on with Enter, go back with Esc."""
        key = Qt.Key(event.key())
        index = key - Qt.Key.Key_1
        if key == Qt.Key.Key_Escape:
            self.leave.click()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.model.step == "result":
            self.result.following.click()
        elif self.model.step == "level" and 0 <= index < len(LEVELS):
            self.model.choose_level(LEVELS[index])
        elif self.model.step == "saying" and 0 <= index < len(self.sayings):
            self.model.choose_saying(index)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two and two where four in a row would be cut."""
        super().resizeEvent(event)
        self._place_levels(len(LEVELS) if event.size().width() >= theme().px(FOUR_FROM) else 2)

    def _build_levels(self) -> Card:
        card = Card(padding=20, spacing=10)
        card.body.addWidget(label(self.tr("一、您看到哪一档？"), "heading"))
        self._level_grid = QGridLayout()
        self._level_grid.setSpacing(theme().px(10))
        for index, level in enumerate(LEVELS):
            words = word(LEVEL, level, self.model.lang)
            button = OptionButton(str(index + 1), words, word(LEVEL_ACTION, level, self.model.lang))
            button.clicked.connect(lambda _checked=False, chosen=level: self._on_level(chosen))
            self.levels[level] = button
        card.body.addLayout(self._level_grid)
        self._place_levels(len(LEVELS))
        return card

    def _place_levels(self, columns: int) -> None:
        empty_layout(self._level_grid)
        for index, button in enumerate(self.levels.values()):
            self._level_grid.addWidget(button, index // columns, index % columns)
        for column in range(len(LEVELS)):
            self._level_grid.setColumnStretch(column, 1 if column < columns else 0)

    def _on_level(self, level: str) -> None:
        self.model.choose_level(level)
        self._mark()

    def _on_moved(self) -> None:
        model = self.model
        self.error.clear()
        asking = model.step in ("level", "saying", "judging")
        self._scene_card.setVisible(model.view is not None)
        self.level_card.setVisible(asking)
        self.saying_card.setVisible(model.step in ("saying", "judging"))
        self.result.setVisible(model.step == "result")
        self._mark()
        if model.step == "level":
            self._show_scene()
        elif model.step == "saying":
            self.sayings[0].setFocus(Qt.FocusReason.OtherFocusReason)
            # The card has its height only after this event.
            soon(self, self._reveal_sayings)
        elif model.step == "result" and model.view is not None and model.result is not None:
            self.result.show_result(model.view, model.result)
            self.area.verticalScrollBar().setValue(0)
            self.result.following.setFocus(Qt.FocusReason.OtherFocusReason)
        self.on_tick()

    def _reveal_sayings(self) -> None:
        self.area.ensureWidgetVisible(self.saying_card, 0, 0)

    def _mark(self) -> None:
        for level, button in self.levels.items():
            button.setChecked(level == self.model.level)
        for index, button in enumerate(self.sayings):
            button.setChecked(index == self.model.saying)
            button.setEnabled(self.model.step == "saying")

    def _show_scene(self) -> None:
        view, lang = self.model.view, self.model.lang
        if view is None:
            return
        self.header.set_texts(view.title.get(lang), word(SETTING, view.setting, lang))
        self.setAccessibleName(view.title.get(lang))
        self.scene.setText(view.scene.get(lang))
        clear_layout(self._sayings)
        self.sayings = []
        for index, saying in enumerate(view.sayings):
            button = OptionButton(str(index + 1), saying.get(lang))
            button.clicked.connect(lambda _checked=False, chosen=index: self.model.choose_saying(chosen))
            self.sayings.append(button)
            self._sayings.addWidget(button)
        self.area.verticalScrollBar().setValue(0)
        self.levels["none"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_following(self) -> None:
        row = self.model.following
        if row is None:
            self.context.navigator.go("learn")
        else:
            self.context.navigator.go("drill", drill_id=row.drill_id)

    def _on_failed(self, words: ErrorWords) -> None:
        retry = self.tr("再试一次") if words.retryable else ""
        self.error.show_error(self.tr("这一步没有成功"), words.sentence, retry)
