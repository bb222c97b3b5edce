"""The signed-in member's own training record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.application.training_models import TrainingRecord
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.learn.model import LearnViewModel
from desktop.ui.viewmodels.learn.rows import percent_right
from desktop.ui.viewmodels.records.format import DASH, day_time, month_label
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.learn.training_months import TrainingMonths
from desktop.ui.widgets.live_line.line_button import LineButton
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.scroll_area import ScrollArea
from desktop.ui.widgets.stat_tile import StatTile
from desktop.ui.widgets.states import EmptyState


class RecordPanel(QWidget):
    """Emits `drill_opened(drill_id)`."""

    drill_opened = Signal(str)

    def __init__(self, now: Callable[[], datetime], lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now, self._lang = now, lang
        self._next = ""
        self.figures = {
            "done": StatTile("clipboard-check", "accent", self.tr("练过")),
            "right": StatTile("circle-check", "ok", self.tr("答对")),
            "streak": StatTile("clock", "gold", self.tr("连续练习")),
        }
        self.area = ScrollArea(spacing=12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(label(self.tr("只有您自己登录后能看到，不上报，也不影响奖励。"), "muted"))
        column.addWidget(self.area, 1)
        self._full = QWidget()
        self._full.setLayout(self._build_full())
        self.empty = EmptyState(
            "target", self.tr("还没有练过"), self.tr("练一次大约一分钟，做完就知道为什么。"), self.tr("开始第一练")
        )
        self.empty.acted.connect(lambda: self.drill_opened.emit(self._next))
        self.area.body.addWidget(self._full)
        self.area.body.addWidget(self.empty)
        self.area.body.addStretch(1)
        self._full.hide()

    def show_model(self, model: LearnViewModel) -> None:
        """Show the record of whoever is signed in."""
        record = model.record
        following = model.next_drill()
        self._next = following.drill_id if following else ""
        has_any = record is not None and record.progress.attempts > 0
        self._full.setVisible(has_any)
        self.empty.setVisible(not has_any)
        if record is not None and has_any:
            self._show(record)

    def _build_full(self) -> QVBoxLayout:
        tiles = QHBoxLayout()
        tiles.setSpacing(theme().px(12))
        for tile in self.figures.values():
            tiles.addWidget(tile, 1)
        self.months = TrainingMonths()
        self.months.setAccessibleName(self.tr("每月练习次数"))
        year = Card(padding=20, spacing=12)
        year.body.addWidget(label(self.tr("每月练习次数"), "heading"))
        year.body.addWidget(self.months)
        latest = Card(padding=20, spacing=10)
        latest.body.addWidget(label(self.tr("最近练的"), "heading"))
        self._latest = QVBoxLayout()
        self._latest.setSpacing(theme().px(8))
        latest.body.addLayout(self._latest)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addLayout(tiles)
        column.addWidget(year)
        column.addWidget(latest)
        return column

    def _show(self, record: TrainingRecord) -> None:
        progress = record.progress
        share = percent_right(progress)
        self.figures["done"].show_figure(
            f"{len(progress.done)} / {record.offered}", self.tr("共 {n} 次").format(n=progress.attempts)
        )
        self.figures["right"].show_figure(
            f"{share} %" if share is not None else DASH, self.tr("已掌握 {n} 个").format(n=len(progress.mastered))
        )
        last = day_time(progress.last_at, self._now(), self._lang) if progress.last_at else ""
        self.figures["streak"].show_figure(
            self.tr("{n} 个月", "", progress.streak).format(n=progress.streak), self.tr("上次 {when}").format(when=last)
        )
        self.months.set_months([(month_label(key, self._lang), count) for key, count in progress.by_month])
        clear_layout(self._latest)
        for drill_id, title, right, at in record.latest:
            pill = Pill(self.tr("答对"), "ok") if right else Pill(self.tr("再练一次"), "warn")
            icon, tone = ("circle-check", "ok") if right else ("refresh-cw", "warn")
            row = LineButton(icon, tone, title.get(self._lang), day_time(at, self._now(), self._lang), pill)
            row.clicked.connect(lambda _checked=False, drill=drill_id: self.drill_opened.emit(drill))
            self._latest.addWidget(row)
