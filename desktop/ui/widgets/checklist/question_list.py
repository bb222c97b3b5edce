"""All cards of a checklist in one column: questions in blocks, follow-ups in place, mitigators at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.checklist.rows import QUICK, Block
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.checklist.card import QuestionCard
from redflags import Answer, Definition

AT_ONCE = 6
"""Cards made before the first paint; the rest follow in the same number a turn, so that no turn is long."""
MITIGATORS = "mitigators"


class QuestionList(QWidget):
    """Keeps one card for each item ever shown; only the order and what is hidden change.

    One stop of Tab, at the card last worked on: arrows and answers move inside, Tab goes on to the facts.
    """

    answered = Signal(str, str, bool)
    focused = Signal(str)
    grown = Signal()

    def __init__(self, definition: Definition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._definition = definition
        self._cards: dict[str, QuestionCard] = {}
        self._holders: dict[str, QWidget] = {}
        self._headings: dict[str, QWidget] = {}
        self._blocks: tuple[Block, ...] = ()
        self._answers: Mapping[str, Answer] = {}
        self._shown: list[QWidget] = []
        self._stop = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._arrange)

    @property
    def complete(self) -> bool:
        """Tell whether every visible item has its card."""
        return all(key in self._cards for key in self.order())

    def order(self) -> list[str]:
        """Return all visible items from top to bottom."""
        return [*(row.id for block in self._blocks for row in block.rows), *self._definition.mitigators]

    def card(self, item: str) -> QuestionCard | None:
        """Return the card of an item, None before it was made."""
        return self._cards.get(item)

    def parts(self) -> list[tuple[str, str]]:
        """Return (id, title) of the blocks with something in them."""
        found = [block.id for block in self._blocks]
        if self._definition.mitigators:
            found.append(MITIGATORS)
        return [(key, self._title(key)) for key in found]

    def heading(self, block: str) -> QWidget | None:
        """Return a block's title, None before it was made."""
        return self._headings.get(block)

    def entry(self, block: str) -> QuestionCard | None:
        """Return the card at which to begin a block: the first one not answered, else the first; None before it was made."""
        rows = self._rows(block)
        first = next((key for key in rows if key not in self._answers), rows[0] if rows else "")
        return self._cards.get(first)

    def part_of(self, widget: QWidget) -> str:
        """Return the block a widget of this list lies in."""
        item = next((key for key, card in self._cards.items() if card is widget or card.isAncestorOf(widget)), "")
        return next((key for key, _title in self.parts() if item in self._rows(key)), "")

    def _rows(self, block: str) -> list[str]:
        if block == MITIGATORS:
            return list(self._definition.mitigators)
        return [row.id for one in self._blocks if one.id == block for row in one.rows]

    def show_blocks(self, blocks: Sequence[Block], answers: Mapping[str, Answer]) -> None:
        """Show these questions with these answers."""
        self._blocks, self._answers = tuple(blocks), dict(answers)
        self._arrange()

    def next_open(self, item: str) -> str | None:
        """Return the next item after this one, None at the end."""
        order = self.order()
        place = order.index(item) if item in order else -1
        return order[place + 1] if place + 1 < len(order) else None

    def step(self, item: str, step: int) -> str | None:
        """Return the item so many places on, None outside."""
        order = self.order()
        place = order.index(item) + step if item in order else -1
        return order[place] if 0 <= place < len(order) else None

    def _arrange(self) -> None:
        wanted: list[QWidget] = []
        budget, number = AT_ONCE, 0
        for block in (*self._blocks, None):
            rows = (
                [(row.id, row.depth) for row in block.rows] if block else [(k, 0) for k in self._definition.mitigators]
            )
            if not rows or budget == 0:
                continue
            wanted.append(self._heading(block.id if block else MITIGATORS))
            for key, depth in rows:
                if key not in self._cards:
                    if budget == 0:
                        break
                    budget -= 1
                number += depth == 0
                wanted.append(self._holder(key, depth, number, block.id if block else MITIGATORS))
        self._place(wanted)
        for key in self.order():
            card = self._cards.get(key)
            if card is not None:
                answer = self._answers.get(key)
                card.show_answer(answer.value if answer else "")
        self._show_stop(self._stop)
        if not self.complete:
            self._later.start(0)
        self.grown.emit()

    def _show_stop(self, item: str) -> None:
        order = self.order()
        self._stop = item if item in order else next((key for key in order if key not in self._answers), order[0])
        for key, card in self._cards.items():
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if key == self._stop else Qt.FocusPolicy.ClickFocus)

    def _place(self, wanted: list[QWidget]) -> None:
        if wanted == self._shown:
            return
        for widget in self._shown:
            if widget not in wanted:
                self._column.removeWidget(widget)
                widget.hide()
        for index, widget in enumerate(wanted):
            # Never by itemAt: PySide keeps the item it hands out, and crashes once Qt has deleted it with its widget.
            if self._column.indexOf(widget) != index:
                self._column.insertWidget(index, widget)
                widget.show()
        self._shown = wanted

    def _heading(self, block: str) -> QWidget:
        if block not in self._headings:
            self._headings[block] = label(self._title(block), "heading")
        return self._headings[block]

    def _title(self, block: str) -> str:
        if block == QUICK:
            return self.tr("先看这几条")
        if block == MITIGATORS:
            return self.tr("让人放心的情况")
        titles = {section.id: section.title for section in self._definition.sections}
        return language().text(titles[block])

    def _holder(self, key: str, depth: int, number: int, block: str) -> QWidget:
        if key not in self._holders:
            holder = QWidget(self)
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(theme().px(32) * depth, 0, 0, 0)
            card = self._card(key, depth, str(number) if depth == 0 else "", compact=block != QUICK or depth > 0)
            inner.addWidget(card)
            self._holders[key] = holder
        return self._holders[key]

    def _card(self, key: str, depth: int, number: str, *, compact: bool) -> QuestionCard:
        question = self._definition.questions.get(key)
        if question is None:
            text = language().text(self._definition.mitigators[key].text)
            card = QuestionCard(key, number, text, "", "", compact=True)
        else:
            ask = language().text(question.ask) if question.ask else ""
            why = "" if compact else language().text(question.why)
            card = QuestionCard(key, number, language().text(question.text), ask, why, compact=compact, depth=depth)
            card.setToolTip(language().text(question.why) if compact else "")
        card.answered.connect(self.answered)
        card.moved.connect(self._on_moved)
        card.focused.connect(self.focused)
        card.focused.connect(self._show_stop)
        self._cards[key] = card
        return card

    def _on_moved(self, item: str, step: int) -> None:
        target = self.step(item, step)
        card = self._cards.get(target) if target else None
        if card is not None:
            card.setFocus()
