"""Practice mode's own facts: made-up PINs, the desk's address and its officers, and the switch between the two shops."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.choices import Segmented
from desktop.ui.widgets.pill import Pill


class PracticePanel(Card):
    """Everything here is made up, and says so."""

    shop_chosen = Signal(str)

    def __init__(self, shops: Sequence[tuple[str, str, str]], current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, tone="flat", padding=16, spacing=12)
        head = QHBoxLayout()
        head.setSpacing(theme().px(12))
        head.addWidget(Pill(self.tr("练习"), "gold"))
        head.addWidget(label(self.tr("店铺、人员和编号都是编的，随便试。"), "small"), 1)
        self.switch: Segmented | None = None
        if len(shops) > 1:
            self.switch = Segmented(shops, self.tr("换一家店"))
            self.switch.set_value(current)
            self.switch.chosen.connect(self.shop_chosen)
            head.addWidget(self.switch)
        self.body.addLayout(head)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(14))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)

    def show_facts(self, pins: Sequence[tuple[str, str]], desk_url: str, officers: Sequence[tuple[str, str]]) -> None:
        """Show (name, PIN) of the clerks, where the desk's web page is, and (name, password) of its officers."""
        rows = (
            (self.tr("店员口令"), "   ".join(f"{name} {pin}" for name, pin in pins)),
            (self.tr("值班台网页"), desk_url),
            (self.tr("值班台账号"), "   ".join(f"{name} / {password}" for name, password in officers)),
        )
        clear_layout(self._grid)
        for row, (caption, value) in enumerate(rows):
            value_label = label(value, "small")
            value_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label(caption, "faint", wrap=False), row, 0)
            self._grid.addWidget(value_label, row, 1)
