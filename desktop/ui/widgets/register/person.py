"""One customer's entries of a day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.application.register_models import EntryRow, PersonDay
from desktop.domain.alert.times import CHINA
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.records.format import yuan
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card


class RegisterEntryLine(QWidget):
    """One entry in words, with the button that makes it void or brings it back; `noted(sale_id, note)`."""

    noted = Signal(str, str)

    def __init__(self, row: EntryRow, parent: QWidget | None = None, *, can_write: bool) -> None:
        super().__init__(parent)
        clock = f"{row.at.astimezone(CHINA):%H:%M}"
        cash = self.tr("其中现金 {cash}").format(cash=yuan(row.cash_fen)) if row.cash_fen else self.tr("没有现金")
        parts = [clock, yuan(row.amount_fen), cash, row.member]
        self.words = label(" · ".join(part for part in parts if part), "faint" if row.void else "")
        action = self.tr("恢复") if row.void else self.tr("作废")
        self.button = Button(action, "ghost", name=f"{action} {clock} {yuan(row.amount_fen)}")
        self.button.setEnabled(can_write)
        note = "restored" if row.void else "void"
        self.button.clicked.connect(lambda: self.noted.emit(row.sale_id, note))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme().px(12))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button)


class RegisterPerson(Card):
    """`noted(sale_id, note)` for an entry, `again(values)` to write one more for the same customer."""

    noted = Signal(str, str)
    again = Signal(object)

    def __init__(self, person: PersonDay, parent: QWidget | None = None, *, can_write: bool) -> None:
        super().__init__(parent, padding=16, spacing=6)
        who = person.who or self.tr("没有留下标识的客人")
        kind = "" if person.direction == "sell" else self.tr("（回收）")
        self.heading = label(f"{who}{kind}", "strong")
        self.cash = label(self.tr("现金合计 {cash}").format(cash=yuan(person.cash_fen)), "strong", wrap=False)
        self.more = Button(self.tr("再记一笔"), "ghost", "plus", name=self.tr("再记一笔 {who}").format(who=who))
        self.more.setEnabled(can_write)
        known = {**person.known, "direction": person.direction}
        self.more.clicked.connect(lambda: self.again.emit(known))
        top = self._top = QHBoxLayout()
        top.setSpacing(theme().px(12))
        top.addWidget(self.heading, 1)
        top.addWidget(self.cash, 0, Qt.AlignmentFlag.AlignRight)
        top.addWidget(self.more)
        self.body.addLayout(top)
        self.entries = [RegisterEntryLine(row, can_write=can_write) for row in person.entries]
        for line in self.entries:
            line.noted.connect(self.noted)
            self.body.addWidget(line)
        self.setAccessibleName(f"{self.heading.text()} {self.cash.text()}")

    def add_paper(self, button: QWidget) -> None:
        """Put the button of the customer's sheet beside the others."""
        self._top.addWidget(button)
