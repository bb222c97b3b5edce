"""What the register's page shows under its form: figures, tasks, today's customers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.application.register_models import CashTask, PersonDay, RegisterPage
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.format import DASH, yuan_short
from desktop.ui.viewmodels.register.words import date_words
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.register.person import RegisterEntryLine, RegisterPerson
from desktop.ui.widgets.register.task import RegisterTask
from desktop.ui.widgets.stat_tile import StatTile
from desktop.ui.widgets.states import EmptyState

AT_ONCE: Final = 15
"""Customers shown at once, those with the most cash first: a card costs its time, and a busy day has hundreds."""
MakeSheet = Callable[[PersonDay, date, QObject], QWidget]
"""Gives the button that puts one customer's day on paper; it belongs to the object given."""


class RegisterSections(QWidget):
    """`noted(sale_ids, note)`, `again(values)` for one more of the same customer, `first_asked` from the empty state."""

    noted = Signal(object, str)
    again = Signal(object)
    first_asked = Signal()

    def __init__(self, now: Callable[[], datetime], lang: str, sheet: MakeSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now, self._lang, self._sheet = now, lang, sheet
        self.figures = {
            "cash": StatTile("banknote", "accent", self.tr("今日现金")),
            "tasks": StatTile("clipboard-list", "warn", self.tr("待报送")),
            "next": StatTile("clock", "slate", self.tr("最近期限")),
        }
        self.tasks: list[RegisterTask] = []
        self.people: list[RegisterPerson] = []
        self.void: list[RegisterEntryLine] = []
        self.empty: EmptyState | None = None
        self.more: Button | None = None
        self._page: RegisterPage | None = None
        self._can_write = False
        self._room = AT_ONCE
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        tiles = QHBoxLayout()
        tiles.setSpacing(theme().px(12))
        for tile in self.figures.values():
            tiles.addWidget(tile, 1)
        column.addLayout(tiles)
        self._body = QVBoxLayout()
        self._body.setSpacing(theme().px(10))
        column.addLayout(self._body)
        for words in (
            self.tr("同一位客人同一天现金满 10 万元（含），自交易日起 5 个工作日内报送大额交易报告；以监管口径为准。"),
            self.tr("只合计这台电脑上的登记：几台电脑或分店请自行相加。身份资料与交易记录至少保存 10 年。"),
        ):
            column.addWidget(label(words, "faint"))

    def show_page(self, page: RegisterPage, *, can_write: bool) -> None:
        """Show what is true now."""
        self.setVisible(True)
        self._page, self._can_write = page, can_write
        clear_layout(self._body)
        self.tasks, self.people, self.void, self.empty, self.more = [], [], [], None, None
        self._show_figures(page)
        if page.open_tasks:
            self._heading(self.tr("待报送的大额现金"))
            self._add_tasks(page.open_tasks, can_write=can_write)
        self._heading(self.tr("今天的客人"))
        for person in page.people[: self._room]:
            self._add_person(person, page.today)
        self._add_more(len(page.people) - self._room)
        if not page.people:
            self._show_empty(can_write=can_write)
        if page.void:
            self._heading(self.tr("今天作废的"))
        for row in page.void:
            line = RegisterEntryLine(row, can_write=can_write)
            line.noted.connect(lambda sale_id, note: self.noted.emit((sale_id,), note))
            self.void.append(line)
            self._body.addWidget(line)
        if page.done_tasks:
            self._heading(self.tr("近来已报送"))
            self._add_tasks(page.done_tasks, can_write=can_write)

    def _add_person(self, person: PersonDay, today: date) -> None:
        card = RegisterPerson(person, can_write=self._can_write)
        card.noted.connect(lambda sale_id, note: self.noted.emit((sale_id,), note))
        card.again.connect(self.again)
        card.add_paper(self._sheet(person, today, card))
        self.people.append(card)
        self._body.addWidget(card)

    def _add_more(self, left: int) -> None:
        if left > 0:
            self.more = Button(self.tr("再看 {n} 位客人").format(n=min(left, AT_ONCE * 4)), "secondary", "chevron-down")
            self.more.clicked.connect(self._show_more)
            self._body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_more(self) -> None:
        place = len(self.people)
        self._room += AT_ONCE * 4
        if self._page is not None:
            self.show_page(self._page, can_write=self._can_write)
        # The button that was pressed is gone; the keyboard goes on where the new ones begin.
        self.people[place].more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_figures(self, page: RegisterPage) -> None:
        self.figures["cash"].show_figure(yuan_short(page.cash_today_fen, self._lang))
        self.figures["tasks"].show_figure(str(len(page.open_tasks)))
        nearest = page.open_tasks[0].deadline if page.open_tasks else None
        self.figures["next"].show_figure(date_words(nearest, self._lang) if nearest else DASH)

    def _show_empty(self, *, can_write: bool) -> None:
        action = self.tr("记第一笔") if can_write else ""
        text = self.tr("记下金额和现金，同一位客人当天的现金会自动合计。")
        self.empty = EmptyState("book-open", self.tr("今天还没有登记"), text, action)
        self.empty.acted.connect(self.first_asked)
        self._body.addWidget(self.empty)

    def _add_tasks(self, tasks: Sequence[CashTask], *, can_write: bool) -> None:
        for task in tasks:
            card = RegisterTask(task, self._now, self._lang, can_write=can_write)
            card.ticked.connect(self.noted)
            self.tasks.append(card)
            self._body.addWidget(card)

    def _heading(self, words: str) -> None:
        self._body.addWidget(label(words, "heading"))
