"""One instruction or question of the police in large type, with the replies one tap away."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.application.read_models import InstructionView
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.live_line.model import LiveLineViewModel
from desktop.ui.viewmodels.records.format import day_time
from desktop.ui.viewmodels.records.words import REPLY, unit_word
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.icon_label import IconText
from desktop.ui.widgets.pill import Pill

_TWO_LINES: Final = 60


class InstructionCard(Card):
    """Emits `replied(code)` or `answered(text)`; what is being typed stays while the page is brought up to date."""

    replied = Signal(str)
    answered = Signal(str)

    def __init__(
        self, instruction: InstructionView, codes: tuple[str, ...], when: str, lang: str, *, over: bool = False
    ) -> None:
        super().__init__(padding=20, spacing=12)
        self.instruction = instruction
        self.set_edge("" if over else "accent")
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        title = self.tr("值班台的问题") if instruction.is_question else self.tr("值班台的指示")
        icon = "message-circle" if instruction.is_question else "flag"
        head.addWidget(IconText(icon, title, "accent", "strong"), 1)
        if instruction.urgent and not over:
            head.addWidget(Pill(self.tr("马上办"), "warn"))
        self.body.addLayout(head)
        self.words = label(instruction.text, "title")
        self.body.addWidget(self.words)
        unit = unit_word(instruction.unit, lang)
        self.meta = label(f"{when} · {unit}" if unit else when, "faint")
        self.body.addWidget(self.meta)
        self.answer: QLineEdit | None = None
        self.problem = label("", "small", "danger")
        self.problem.hide()
        if instruction.is_question and not over:
            self.body.addLayout(self._build_answer())
        # A question is answered in words: buttons made for it would belong to nobody and never go away.
        self.buttons = {} if instruction.is_question else {code: self._reply_button(code, lang) for code in codes}
        if self.buttons:
            flow = FlowLayout(spacing=theme().px(10))
            for button in self.buttons.values():
                flow.addWidget(button)
            self.body.addLayout(flow)
        self.body.addWidget(self.problem)
        if instruction.replied:
            said = REPLY[instruction.replied].get(lang) if instruction.replied in REPLY else instruction.replied
            self.body.addWidget(IconText("check", self.tr("您已回复：{0}").format(said), "ok", "muted"))
        self.setAccessibleName(f"{title} {instruction.text}")

    def show_problem(self, sentence: str) -> None:
        """Say why the reply did not go; an answer typed stays, and the keyboard is there. Empty takes it away."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if self.answer is not None:
            set_property(self.answer, "invalid", "true" if sentence else "false")
            if sentence:
                self.answer.setFocus()

    def _reply_button(self, code: str, lang: str) -> Button:
        button = Button(REPLY[code].get(lang), "secondary", large=True)
        button.clicked.connect(lambda: self._say(code))
        return button

    def _build_answer(self) -> QHBoxLayout:
        self.answer = QLineEdit()
        self.answer.setMaxLength(500)
        self.answer.setAccessibleName(self.tr("回答值班台的问题"))
        self.answer.setPlaceholderText(self.tr("在这里回答"))
        send = Button(self.tr("回答"), "primary", "send")
        send.clicked.connect(self._on_answer)
        self.answer.returnPressed.connect(self._on_answer)
        self.answer.textEdited.connect(lambda _text: self.show_problem(""))
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        row.addWidget(self.answer, 1)
        row.addWidget(send)
        return row

    def _say(self, code: str) -> None:
        self.show_problem("")
        self.replied.emit(code)

    def _on_answer(self) -> None:
        if self.answer is not None and self.answer.text().strip():
            self.show_problem("")
            self.answered.emit(self.answer.text().strip())


class InstructionList(QWidget):
    """All instructions, newest first; an answer being typed survives when another instruction arrives."""

    def __init__(self, view_model: LiveLineViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shown: tuple[tuple[InstructionView, ...], bool] | None = None
        self._of = ""
        self.cards: dict[str, InstructionCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))

    def show_newest(self, now: datetime, *, over: bool = False) -> bool:
        """Bring the cards up to date; true when one came that was not here before.

        Nothing is rebuilt when only read receipts changed. Once it is `over` nothing is asked of the clerk any more.
        """
        rows = self._view_model.instructions()
        shown = (tuple(replace(row, seen_at=None) for row in rows), over)
        if shown == self._shown:
            return False
        before, self._shown = self._shown, shown
        typed = {key: card.answer.text() for key, card in self.cards.items() if card.answer is not None}
        for old in self.cards.values():
            old.hide()
            old.deleteLater()
        known = {row.instruction_id for row in before[0]} if before and self._of == self._view_model.alert_id else None
        self._of = self._view_model.alert_id
        self.cards = {row.instruction_id: self._card(row, now, typed, over=over) for row in rows}
        for card in self.cards.values():
            self._column.addWidget(card)
        return known is not None and not known.issuperset(self.cards)

    def on_screen(self) -> bool:
        """Tell whether the newest instruction can be read right now: all of it, or of a long one two lines."""
        newest = next(iter(self.cards.values()), None)
        if newest is None:
            return False
        words = newest.words
        return words.visibleRegion().boundingRect().height() >= min(words.height(), theme().px(_TWO_LINES)) > 0

    def _card(self, row: InstructionView, now: datetime, typed: dict[str, str], *, over: bool) -> InstructionCard:
        vm = self._view_model
        codes = () if over else vm.replies_for(row)
        card = InstructionCard(row, codes, day_time(row.at, now, vm.lang), vm.lang, over=over)
        card.replied.connect(lambda code: vm.reply(code, row.instruction_id))
        card.answered.connect(lambda text: vm.answer(text, row.instruction_id))
        if card.answer is not None and not row.replied:
            card.answer.setText(typed.get(row.instruction_id, ""))
        return card
