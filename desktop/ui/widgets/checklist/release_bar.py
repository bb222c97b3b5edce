"""Letting the customer go: one press on a reason, and a courteous sentence to go with it; in the page, not over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout

MOST_OWN: Final = 3


class ReleaseBar(Card):
    """`confirmed(reason)` with the press that chooses it (the page offers to take it back); hidden until asked for."""

    confirmed = Signal(str)
    asking = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="ok", padding=16, spacing=10)
        self._usual = (
            self.tr("熟客，往来正常"),
            self.tr("用途说得清"),
            self.tr("家人在场或已联系上"),
            self.tr("手续和证件都对得上"),
            self.tr("其他，问过放心"),
        )
        self._polite = {
            "gold_shop": self.tr("可以对客人说：“耽误您了，给您登记了积分，您慢走。”"),
            "courier_acceptance": self.tr("可以对客人说：“耽误您了，给您加固好了，单子您收好。”"),
            "courier_inquiry": self.tr("可以对客人说：“查清楚了，有事随时来问，不着急。”"),
            "bank_counter": self.tr("可以对客人说：“耽误您了，都办好了，钱请当面点清。”"),
        }
        self._other = self.tr("可以对客人说：“让您久等了，都办好了，您慢走。”")
        head = QHBoxLayout()
        head.setSpacing(theme().px(12))
        head.addWidget(label(self.tr("为什么可以放行？点一下就放行"), "strong"), 1)
        self.cancel = Button(self.tr("再看看"), "ghost")
        self.cancel.clicked.connect(self.hide)
        head.addWidget(self.cancel)
        self.reasons: list[Button] = []
        self._flow = FlowLayout(spacing=theme().px(8))
        self.polite = label("", "muted")
        self.body.addLayout(head)
        self.body.addLayout(self._flow)
        self.body.addWidget(self.polite)
        self.hide()

    def ask(self, setting: str = "", own: Sequence[str] = ()) -> None:
        """Show the reasons: first what was answered in the customer's favour, then the usual ones; digits choose."""
        clear_layout(self._flow)
        self.reasons = []
        for place, words in enumerate((*own[:MOST_OWN], *self._usual)):
            button = Button(f"{place + 1}  {words}", "secondary", name=words)
            button.clicked.connect(lambda _checked=False, reason=words: self._on_chosen(reason))
            self._flow.addWidget(button)
            self.reasons.append(button)
        self.polite.setText(self._polite.get(setting, self._other))
        self.show()
        self.reasons[0].setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that it is asked."""
        super().showEvent(event)
        self.asking.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that it is asked no more."""
        super().hideEvent(event)
        self.asking.emit(not self.isHidden())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses, Escape thinks again."""
        place = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.cancel.click()
        elif 0 <= place < len(self.reasons) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.reasons[place].click()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, reason: str) -> None:
        self.hide()
        self.confirmed.emit(reason)
