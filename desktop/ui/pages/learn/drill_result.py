"""Why: what the checklist says about the scene, each answer with its reason, and what to remember."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.application.training_models import DrillResult, DrillView
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.checklist.panel import LEVEL_TONE
from desktop.ui.viewmodels.records.words import LEVEL, word
from desktop.ui.widgets.basics import clear_layout, label, line
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.pill import Pill
from redflags import Level


class DrillResultPanel(QWidget):
    """The verdict, the reasons, the answers; `following` and `again` are the page's to connect."""

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self.verdict = label("", "big")
        self.following = Button(self.tr("下一练"), "primary", "chevron-right", large=True)
        self.again = Button(self.tr("再练一次"), "secondary", "refresh-cw")
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(theme().px(14))
        self._head = Card(padding=20, spacing=12)
        self._icon = IconLabel("circle-check", "ok", 30)
        self._lesson = label("", "lead")
        words = QVBoxLayout()
        words.setSpacing(theme().px(4))
        words.addWidget(self.verdict)
        words.addWidget(self._lesson)
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme().px(10))
        buttons.addWidget(self.following)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        self._head.body.addLayout(row)
        self._head.body.addLayout(buttons)
        self._why = Card(padding=20, spacing=10)
        self._said = Card(padding=20, spacing=12)
        for card in (self._head, self._said, self._why):
            self._body.addWidget(card)

    def show_result(self, view: DrillView, result: DrillResult) -> None:
        """Show one answered drill."""
        tone = "ok" if result.right else "warn"
        self._head.set_tone(tone)
        self._icon.set_icon("circle-check" if result.right else "lightbulb", tone)
        self.verdict.setText(self._verdict(result))
        self._lesson.setText(result.lesson.get(self._lang))
        self._head.setAccessibleName(f"{self.verdict.text()} {self._lesson.text()}")
        self._show_why(result)
        self._show_said(view, result)

    def _verdict(self, result: DrillResult) -> str:
        level = word(LEVEL, result.level, self._lang)
        if result.right:
            return self.tr("两步都对")
        if result.saying_right:
            return self.tr("话说得好，档位是「{level}」").format(level=level)
        if result.level_right:
            return self.tr("档位对了，话可以更稳")
        return self.tr("这一练再看看：档位是「{level}」").format(level=level)

    def _show_why(self, result: DrillResult) -> None:
        body = self._why.body
        clear_layout(body)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("核对清单怎么看"), "heading"), 1)
        head.addWidget(Pill(word(LEVEL, result.level, self._lang), LEVEL_TONE[Level(result.level)]))
        body.addLayout(head)
        for points, text in result.reasons:
            row = QHBoxLayout()
            row.setSpacing(theme().px(12))
            row.addWidget(label(f"{points:+d}", "kbd", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(text.get(self._lang)), 1)
            body.addLayout(row)
        if not result.reasons:
            body.addWidget(label(self.tr("没有一条计分，平常办理。"), "muted"))
        if result.names:
            names = " · ".join(name.get(self._lang) for name in result.names)
            body.addWidget(label(self.tr("像这几类：{names}").format(names=names), "small"))
        body.addWidget(line())
        for icon, tone, text in (("check", "ok", result.action), ("x", "warn", result.never)):
            body.addLayout(_row(icon, tone, text.get(self._lang)))

    def _show_said(self, view: DrillView, result: DrillResult) -> None:
        body = self._said.body
        clear_layout(body)
        body.addWidget(label(self.tr("三种说法"), "heading"))
        for index, (saying, why) in enumerate(zip(view.sayings, result.whys, strict=True)):
            good = index in result.good_sayings
            row = _row(
                "circle-check" if good else "x", "ok" if good else "slate", saying.get(self._lang), why.get(self._lang)
            )
            if index == result.chosen_saying:
                row.addWidget(Pill(self.tr("您选的"), "ok" if good else "warn"), 0, Qt.AlignmentFlag.AlignTop)
            body.addLayout(row)


def _row(icon: str, tone: str, text: str, detail: str = "") -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme().px(12))
    row.addWidget(IconLabel(icon, tone, 20), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(theme().px(2))
    words.addWidget(label(text, "strong" if detail else ""))
    if detail:
        words.addWidget(label(detail, "muted"))
    row.addLayout(words, 1)
    return row
