"""Beside the fields: the level and why, and the five things an urgent alert needs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.words import LEVEL, TRACK, word
from desktop.ui.viewmodels.review.model import AlertReviewViewModel
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import ChoiceChips
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.icon_label import IconLabel, IconText
from desktop.ui.widgets.pill import Pill
from redflags import Level

LEVEL_TONE: Final = {"none": "slate", "watch": "accent", "alert": "warn", "urgent": "plum"}
_REASONS: Final = 3


class ReviewSide(QWidget):
    """Shows level, reasons and the fast path; `level_chosen` and `reason_given` when a person changed them."""

    level_chosen = Signal(str)
    reason_given = Signal(str)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self._build_level())
        column.addWidget(self._build_reasons())
        column.addWidget(self._build_fast())
        column.addStretch(1)

    def show_level(self, view_model: AlertReviewViewModel) -> None:
        """Show level, track and reasons of the newest review."""
        level, review = view_model.level, view_model.review
        self.pill.show_state(word(LEVEL, level.level.value, self._lang), LEVEL_TONE[level.level.value])
        allowed = {item.value for item in level.allowed()}
        for item in Level:
            self.levels.button(item.value).setVisible(item.value in allowed)
        self.levels.set_values((level.level.value,))
        self.computed.setText(self.tr("按回答算出来是「{0}」").format(word(LEVEL, level.computed.value, self._lang)))
        self.computed.setVisible(level.level is not level.computed)
        self.reason.setVisible(level.lowered)
        self.reason.set_text(level.reason)
        self.reason.show_problem(self.tr("请写一句为什么降一级") if level.reason_missing else "")
        if review is None:
            return
        self.track.setText(word(TRACK, review.track, self._lang) if review.reasons else "")
        self.track.setVisible(bool(self.track.text()))
        clear_layout(self._reasons)
        for _id, points, zh, en in [row for row in review.reasons if row[1] > 0][:_REASONS]:
            self._reasons.addWidget(_reason_row(en if self._lang == "en" else zh, points))
        self.reasons_card.setVisible(bool(review.reasons))

    def show_fast(self, view_model: AlertReviewViewModel) -> None:
        """Tick off the five things, and name what else is wrong that has no field here."""
        clear_layout(self._fast)
        words = {
            "setting": self.tr("场合"),
            "place": self.tr("店铺地址"),
            "person_present": self.tr("人还在吗"),
            "value_status": self.tr("钱或东西到哪一步"),
            "narrative": self.tr("一句话说明"),
        }
        for key, done in view_model.fast_path():
            icon, token = ("circle-check", "ok") if done else ("circle-help", "warn")
            row = IconText(icon, words[key], token, "" if done else "strong")
            state = self.tr("有了") if done else self.tr("还缺")
            row.setAccessibleName(f"{words[key]} {state}")
            self._fast.addWidget(row)

    def _build_level(self) -> Card:
        card = Card(padding=18, spacing=10)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("级别"), "heading"), 1)
        self.pill = Pill()
        head.addWidget(self.pill)
        card.body.addLayout(head)
        self.track = label("", "muted")
        card.body.addWidget(self.track)
        self.levels = ChoiceChips([(item.value, LEVEL[item.value].get(self._lang)) for item in Level], self.tr("级别"))
        self.levels.changed.connect(lambda: self.level_chosen.emit(self.levels.value()))
        card.body.addWidget(self.levels)
        self.computed = label("", "faint")
        card.body.addWidget(self.computed)
        self.reason = LabelledLine(self.tr("为什么降一级"), placeholder=self.tr("例如：家人到场，用途清楚"))
        self.reason.edit.setMaxLength(200)
        self.reason.edited.connect(self.reason_given)
        self.reason.hide()
        card.body.addWidget(self.reason)
        return card

    def _build_reasons(self) -> Card:
        self.reasons_card = Card(padding=18, spacing=10)
        self.reasons_card.body.addWidget(label(self.tr("主要依据"), "heading"))
        self._reasons = QVBoxLayout()
        self._reasons.setSpacing(theme().px(8))
        self.reasons_card.body.addLayout(self._reasons)
        return self.reasons_card

    def _build_fast(self) -> Card:
        card = Card(tone="flat", padding=18, spacing=10)
        card.body.addWidget(label(self.tr("紧急时只要这五样"), "heading"))
        card.body.addWidget(label(self.tr("其余可以提交后再补。"), "faint"))
        self._fast = QVBoxLayout()
        self._fast.setSpacing(theme().px(8))
        card.body.addLayout(self._fast)
        return card


def _reason_row(text: str, points: int) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(10))
    row.addWidget(IconLabel("flag", "text_3", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text), 1)
    row.addWidget(label(f"+{points}", "small", wrap=False))
    return holder
