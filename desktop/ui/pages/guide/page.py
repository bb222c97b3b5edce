"""The guide of a new user: four steps beside everything else, left at any time, not offered again once it is done."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.application.training_models import LessonShelf
from desktop.ui.pages.base import Page
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import error_words
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.guide.steps import CallStep, DrillStep, GuideStep, KeysStep, PurposeStep
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.step_dots import StepDots

WIDEST, HIGHEST = 720, 620


class GuidePage(Page):
    """Enter and the arrows turn the steps, Esc leaves; all keys of the program work meanwhile."""

    route: ClassVar[str] = "guide"
    section: ClassVar[str] = "counter"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.keys = KeysStep()
        self.drill = DrillStep()
        self.drill.opened.connect(self._open_drill)
        self.steps: tuple[GuideStep, ...] = (PurposeStep(), self.keys, self.drill, CallStep())
        self.index = 0
        self.dots = StepDots(len(self.steps))
        self.place = label("", "small", wrap=False)
        self.stack = QStackedWidget()
        for step in self.steps:
            area = ScrollArea()
            area.body.addWidget(step)
            area.body.addStretch(1)
            self.stack.addWidget(area)
        card = Card(padding=24, spacing=18)
        card.setMaximumSize(theme().px(WIDEST), theme().px(HIGHEST))
        head = QHBoxLayout()
        head.addWidget(self.dots)
        head.addStretch(1)
        head.addWidget(self.place)
        card.body.addLayout(head)
        card.body.addWidget(self.stack, 1)
        card.body.addLayout(self._buttons())
        row = QHBoxLayout()
        row.addWidget(card, 100)
        row.addStretch(1)
        self.column.addWidget(PageHeader(self.title(), self.tr("一分钟。随时可以离开，正在办的事不受影响。")))
        self.column.addLayout(row, 1)
        self.column.addStretch(0)
        self.column.setContentsMargins(*(theme().px(n) for n in (28, 24, 28, 24)))
        # As shortcuts: a button would take the arrows for going to its neighbour.
        for key, by in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
            arrow = QShortcut(QKeySequence(key), self)
            arrow.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            arrow.activated.connect(lambda by=by: self._turn(by))
        self._show()

    def title(self) -> str:
        """Return the page's name."""
        return self.tr("入门")

    def on_shown(self, **args: object) -> None:
        """Go on where one was, or at a step (`step`, from 0)."""
        wanted = args.get("step")
        if isinstance(wanted, int) and 0 <= wanted < len(self.steps):
            self.index = wanted
        self._show()
        self.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def arguments(self) -> dict[str, object] | None:
        """Return the step now shown."""
        return {"step": self.index}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Try the answer keys on their step; turn the steps; leave."""
        key = event.key()
        digit = key - Qt.Key.Key_0
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif self.steps[self.index] is self.keys and digit in (1, 2, 3):
            self.keys.try_key(digit)
        else:
            super().keyPressEvent(event)

    def _buttons(self) -> QHBoxLayout:
        self.later = Button(self.tr("以后再看  Esc"), "ghost", name=self.tr("以后再看"))
        self.before = Button(self.tr("上一步"), "secondary")
        self.onward = Button(self.tr("下一步"), "primary")
        self.later.clicked.connect(self._leave)
        self.before.clicked.connect(lambda: self._turn(-1))
        self.onward.clicked.connect(self._on_onward)
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        row.addWidget(self.later)
        row.addStretch(1)
        row.addWidget(self.before)
        row.addWidget(self.onward)
        return row

    def _show(self) -> None:
        self.stack.setCurrentIndex(self.index)
        last = self.index == len(self.steps) - 1
        self.dots.show_progress(self.index + 1)
        said = self.tr("第 {n} 步，共 {all} 步").format(n=self.index + 1, all=len(self.steps))
        self.place.setText(said)
        self.dots.setAccessibleName(said)
        self.before.setEnabled(self.index > 0)
        self.onward.set_words(self.tr("看完了") if last else self.tr("下一步"))

    def _turn(self, by: int) -> None:
        wanted = self.index + by
        if 0 <= wanted < len(self.steps):
            self.index = wanted
            self._show()
            self.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_onward(self) -> None:
        if self.index < len(self.steps) - 1:
            self._turn(1)
            return
        self.index = 0
        services = self.context.services
        self.context.tasks.run(
            lambda: services.save_preferences(replace(services.preferences(), guide_done=True)),
            failed=self._on_failed,
            owner=self,
            lane="preferences",
        )
        self.context.navigator.go("counter")
        self.context.navigator.toast(self.tr("可以开始了。想再看，在「设置」里。"))

    def _leave(self) -> None:
        self.context.navigator.go("counter")

    def _open_drill(self) -> None:
        self.context.tasks.run(self.context.services.learning.lessons, self._on_lessons, self._on_failed, owner=self)

    def _on_failed(self, error: Exception) -> None:
        words = error_words(error, "en" if language().code == "en" else "zh")
        self.context.navigator.toast(words.sentence, tone="warn")

    def _on_lessons(self, shelf: LessonShelf) -> None:
        if shelf.drills:
            self.context.navigator.go("drill", drill_id=shelf.drills[0].drill_id, back=self.route)
