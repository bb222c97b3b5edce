"""What one customer's large cash asks of the shop, with its last day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.application.register_models import CashTask
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.format import day_time, yuan
from desktop.ui.viewmodels.register.words import date_words
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.pill import Pill

SOON = 2


class RegisterTask(Card):
    """`ticked(sale_ids, note)`: reported, or open again after all."""

    ticked = Signal(object, str)

    def __init__(
        self, task: CashTask, now: Callable[[], datetime], lang: str, parent: QWidget | None = None, *, can_write: bool
    ) -> None:
        super().__init__(parent, padding=16, spacing=8)
        self.task = task
        who = task.who or self.tr("没有留下标识的客人")
        self.heading = label(self.tr("{who} · 现金 {cash}").format(who=who, cash=yuan(task.cash_fen)), "strong")
        self.pill = Pill(*self._state())
        self.button = self._button()
        self.button.setEnabled(can_write)
        top = QHBoxLayout()
        top.setSpacing(theme().px(12))
        top.addWidget(self.heading, 1)
        top.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.lines = [label(words, role) for words, role in self._words(now(), lang)]
        for line in self.lines:
            self.body.addWidget(line)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.setAccessibleName(f"{self.heading.text()} {self.pill.accessibleName()}")

    def _state(self) -> tuple[str, str]:
        task = self.task
        if task.done_at is not None:
            return self.tr("已报送"), "ok"
        if task.days_left < 0:
            return self.tr("已过期限"), "danger"
        if task.days_left == 0:
            return self.tr("今天到期"), "danger"
        return self.tr("还有 {n} 天", "", task.days_left).format(
            n=task.days_left
        ), "warn" if task.days_left <= SOON else "accent"

    def _button(self) -> Button:
        done = self.task.done_at is not None
        words = self.tr("改回未报送") if done else self.tr("已向监测中心报送")
        button = Button(words, "ghost" if done else "secondary", "undo-2" if done else "check")
        note = "unreported" if done else "reported"
        button.clicked.connect(lambda: self.ticked.emit(self.task.sale_ids, note))
        return button

    def _words(self, now: datetime, lang: str) -> list[tuple[str, str]]:
        task = self.task
        day, last = date_words(task.day, lang), date_words(task.deadline, lang)
        kind = self.tr("卖出") if task.direction == "sell" else self.tr("回收")
        counted = self.tr("{kind} {n} 笔").format(kind=kind, n=len(task.sale_ids))
        words = [(self.tr("{day} {counted}，报送期限 {last}").format(day=day, counted=counted, last=last), "muted")]
        if not task.certain:
            words.append((self.tr("期限跨到还没收录放假安排的年份，只按周末推算，请再核对。"), "small"))
        if task.missing:
            names = {"name": self.tr("姓名"), "id_no": self.tr("证件号码"), "phone": self.tr("联系方式")}
            gap = self.tr("、")
            lacking = gap.join(names[key] for key in task.missing)
            words.append((self.tr("身份资料还缺：{what}").format(what=lacking), "small"))
        if task.done_at is not None:
            when = day_time(task.done_at, now, lang)
            words.append((self.tr("{who} 于 {when} 记为已报送").format(who=task.done_by or "—", when=when), "faint"))
        return words
