"""The parcel at hand: its waybill number, and the recipient and sender for the depot's own count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.flow_layout import FlowLayout

NARROW: Final = 480
PEOPLE: Final = ("recipient_phone", "recipient_address", "subject_phone")


class ParcelCard(Card):
    """`people` are the details asked for beside the number; `edited(key, text)` for details of the draft; `agreed` takes over the offered answer, `channels_asked` for the card."""

    edited = Signal(str, str)
    agreed = Signal()
    channels_asked = Signal()

    def __init__(self, people: Sequence[str], parent: QWidget | None = None, *, channels: bool) -> None:
        super().__init__(parent, padding=16, spacing=10)
        captions = {
            "waybill_no": (self.tr("运单号（可扫码）"), ""),
            "recipient_phone": (self.tr("收件人电话"), ""),
            "recipient_address": (self.tr("收件地址"), ""),
            "subject_phone": (self.tr("寄件人电话"), ""),
        }
        keys = ("waybill_no", *people)
        self.lines = {key: LabelledLine(*captions[key]) for key in keys}
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(16))
        grid.setVerticalSpacing(theme().px(8))
        for key, line in self.lines.items():
            line.edited.connect(lambda text, k=key: self.edited.emit(k, text))
        self._grid = grid
        self._arrange(2)
        self.body.addLayout(grid)
        more = self.tr("收件地址、寄件人") if "subject_phone" in people else self.tr("收件地址")
        self.more = Button(more, "ghost", "chevron-down", checkable=True)
        self.more.toggled.connect(self._show_people)
        foot = FlowLayout(spacing=theme().px(12))
        foot.addWidget(self.more)
        if channels:
            button = Button(self.tr("官方渠道（给客人看）"), "secondary", "phone")
            button.clicked.connect(self.channels_asked)
            foot.addWidget(button)
        self.seen = label("", "small")
        # Made with its words: a button made without any stays square.
        self.agree = Button(self.tr("是贵重或偏重件：按此回答「是」"), "secondary", "check")
        self.agree.clicked.connect(self.agreed)
        foot.addWidget(self.agree)
        self.body.addWidget(self.seen)
        self.body.addLayout(foot)
        self.seen.hide()
        self.agree.hide()
        if people:
            self._show_people(False)
        else:
            self.more.hide()

    def show_details(self, details: Mapping[str, str]) -> None:
        """Show what is kept without saying so."""
        for key, line in self.lines.items():
            line.set_text(details.get(key, ""))
        if any(details.get(key) for key in PEOPLE[1:] if key in self.lines):
            self.more.setChecked(True)

    def show_waybill(self, words: str, *, warn: bool) -> None:
        """Say under the number whose it may be, or what is odd about it."""
        self.lines["waybill_no"].show_problem(words if warn else "", "warn")
        if not warn:
            self.lines["waybill_no"].show_note(words)

    def show_seen(self, words: str, *, offer: bool) -> None:
        """Say what the records know of the recipient, and offer the answer to the matching question."""
        self.seen.setText(words)
        self.seen.setVisible(bool(words))
        self.agree.setVisible(offer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields under each other where two do not fit side by side."""
        super().resizeEvent(event)
        self._arrange(1 if event.size().width() < theme().px(NARROW) else 2)

    def _arrange(self, across: int) -> None:
        for index, line in enumerate(self.lines.values()):
            self._grid.addWidget(line, index // across, index % across, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            self._grid.setColumnStretch(column, int(column < across))

    def _show_people(self, shown: bool) -> None:
        for key in PEOPLE[1:]:
            if key in self.lines:
                self.lines[key].setVisible(shown)
