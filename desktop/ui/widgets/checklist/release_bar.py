"""Letting the customer go, with a reason and a courteous sentence; in the page, not over it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import ChoiceChips


class ReleaseBar(Card):
    """`confirmed(reason)` once a reason is chosen; hidden until asked for."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="ok", padding=16, spacing=10)
        self._reasons = (
            ("known", self.tr("熟客，往来正常")),
            ("purpose", self.tr("用途说得清")),
            ("family", self.tr("家人在场或已联系上")),
            ("papers", self.tr("手续和证件都对得上")),
            ("other", self.tr("其他，问过放心")),
        )
        head = QHBoxLayout()
        head.setSpacing(theme().px(12))
        head.addWidget(label(self.tr("为什么可以放行？"), "strong"), 1)
        self.cancel = Button(self.tr("再看看"), "ghost")
        self.cancel.clicked.connect(self.hide)
        head.addWidget(self.cancel)
        self.chips = ChoiceChips(self._reasons, self.tr("放行原因"))
        self.chips.changed.connect(self._on_changed)
        self.go = Button(self.tr("放行"), "primary", "check", large=True)
        self.go.clicked.connect(self._on_go)
        foot = QHBoxLayout()
        foot.setSpacing(theme().px(12))
        foot.addWidget(label(self.tr("可以对客人说：“让您久等了，都办好了，您慢走。”"), "muted"), 1)
        foot.addWidget(self.go)
        self.body.addLayout(head)
        self.body.addWidget(self.chips)
        self.body.addLayout(foot)
        self.hide()

    def ask(self) -> None:
        """Show the bar with no reason chosen."""
        self.chips.set_values(())
        self.go.setEnabled(False)
        self.show()
        self.chips.button("known").setFocus()

    def _on_changed(self) -> None:
        self.go.setEnabled(bool(self.chips.value()))

    def _on_go(self) -> None:
        words = dict(self._reasons).get(self.chips.value())
        if words:
            self.hide()
            self.confirmed.emit(words)
