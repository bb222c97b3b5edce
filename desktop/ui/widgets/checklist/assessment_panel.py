"""The live panel: level in a word, reasons, what would clear the customer, what to say, what the law asks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.checklist.panel import LEVEL_TONE, PanelWords
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.checklist.clearing import ClearingList
from desktop.ui.widgets.checklist.level_gauge import LevelGauge
from desktop.ui.widgets.expander import Expander
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.scroll_area import ScrollArea

MOST_LINES = 5
LOW = 560
"""Below this height, at 100 %, gauge and reasons would push what to say off the screen (a 1366x768 shop PC)."""


class _Lines(QWidget):
    """Lines of words with a value at the right; made once, filled again and again."""

    def __init__(self, count: int, icon_name: str, color: str = "text_3") -> None:
        super().__init__()
        self._rows: list[tuple[QWidget, IconLabel, QLabel, QLabel]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        for _index in range(count):
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme().px(10))
            icon, words, value = IconLabel(icon_name, color, 17), label(""), label("", "strong", wrap=False)
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            row.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
            column.addWidget(holder)
            self._rows.append((holder, icon, words, value))

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show (words, value) pairs; the widget hides when there are none."""
        for index, (holder, _icon, words, value) in enumerate(self._rows):
            holder.setVisible(index < len(lines))
            if index < len(lines):
                words.setText(lines[index][0])
                value.setText(lines[index][1])
        self.setVisible(bool(lines))


class AssessmentPanel(ScrollArea):
    """Repainted after every answer from the words of one assessment; nothing in it takes a decision.

    `question_asked(id)` leads to a question, `card_asked(scam_type)` to the card for the customer.
    """

    question_asked = Signal(str)
    card_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=12)
        self._narrow = self._low = False
        self.reasons_card = Card(padding=18, spacing=10)
        self.reasons_card.hide()
        for card in (self._level_card(), self._script_card(), self.reasons_card, self._duty_card()):
            self.body.addWidget(card)
        self.avoid = Expander(self.tr("这些话先不说"))
        self.notes = Expander(self.tr("规定怎么说"))
        self.channels = Expander(self.tr("官方渠道"))
        for expander in (self.avoid, self.channels, self.notes):
            self.body.addWidget(expander)
        self.body.addStretch(1)

    def show_words(self, words: PanelWords) -> None:
        """Show one assessment."""
        tone = LEVEL_TONE[words.level]
        self.gauge.show_level(
            words.level_word,
            self.tr("{n} 分", "", words.points).format(n=words.points),
            words.position,
            words.level.rank,
        )
        self.pill.show_state(words.level_word, tone)
        self.track.setText(words.track)
        self.track.setVisible(bool(words.track))
        self.insufficient.setVisible(words.insufficient)
        self.reasons.show_lines([(text, f"{points:+d}") for points, text in words.reasons])
        self.clearing.show_lines(words.clearing)
        self._order(clearing_first=words.clearing_first)
        self._arrange()
        self._scam_type = words.scam_type
        self.card.setVisible(bool(words.scam_type))
        self.script_head.setText(self.tr("可以这样说") if words.script else self.tr("照常接待"))
        self.script_name.setText(words.script_title)
        self.script_name.setVisible(bool(words.script_title))
        for index, line_label in enumerate(self.script):
            line_label.setVisible(index < len(words.script))
            said = language().pick("“{0}”", '"{0}"')
            line_label.setText(said.format(words.script[index]) if index < len(words.script) else "")
        self.action.setText(words.action)
        self.never.setText(words.never)
        self.duty_card.setVisible(bool(words.duties))
        self.duties.setText("\n".join(text for _title, text in words.duties))
        self.avoid.show_pairs([(no, self.tr("可以说：{yes}").format(yes=yes)) for no, yes in words.avoid])
        self.notes.show_pairs(words.notes)
        self.channels.show_pairs([("", text) for text in words.channels])

    def set_compact(self, compact: bool) -> None:
        """Leave the gauge out where the panel lies under the questions: the word beside the title says the same."""
        self._narrow = compact
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What to say next stays on the screen: where there is little height the reasons come after it, without the gauge."""
        super().resizeEvent(event)
        low = self.height() < theme().px(LOW)
        if low != self._low:
            self._low = low
            self._arrange()

    def _arrange(self) -> None:
        little = self._narrow or self._low
        self.gauge.setVisible(not little)
        home = self.reasons_card if little else self.level_card
        if home.body.indexOf(self._below) < 0:
            home.body.addWidget(self._below)
            self._below.show()
        self.reasons_card.setVisible(little and self._says_why)

    @property
    def _says_why(self) -> bool:
        return any(not part.isHidden() for part in (self.insufficient, self.reasons, self.clearing))

    def _level_card(self) -> Card:
        self.level_card = card = Card(padding=18, spacing=10)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("眼下的判断"), "heading"), 1)
        self.pill = Pill("", "ok")
        head.addWidget(self.pill)
        self.gauge = LevelGauge()
        self.track = label("", "muted")
        self.track.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.insufficient = Card(tone="slate", padding=10)
        self.insufficient.body.addWidget(label(self.tr("知道的还少，先按看到的算；再看几条会更准。"), "small"))
        self.reasons = _Lines(MOST_LINES, "flag")
        self.clearing = ClearingList()
        self.clearing.chosen.connect(self.question_asked)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme().px(10))
        below.addWidget(self.insufficient)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(theme().px(10))
        for block in (self.reasons, self.clearing):
            self._facts.addWidget(block)
        below.addLayout(self._facts)
        card.body.addLayout(head)
        for part in (self.gauge, self.track, self._below):
            card.body.addWidget(part)
        return card

    def _order(self, *, clearing_first: bool) -> None:
        first = self.clearing if clearing_first else self.reasons
        item = self._facts.itemAt(0)
        if item is not None and item.widget() is not first:
            self._facts.removeWidget(first)
            self._facts.insertWidget(0, first)

    def _script_card(self) -> Card:
        card = Card(tone="accent", padding=18, spacing=8)
        head = QHBoxLayout()
        head.setSpacing(theme().px(8))
        head.addWidget(IconLabel("message-square-quote", "accent", 18))
        self.script_head = label(self.tr("可以这样说"), "strong")
        head.addWidget(self.script_head, 1)
        card.body.addLayout(head)
        self.script_name = label("", "faint")
        card.body.addWidget(self.script_name)
        self.script = [label("", "strong"), label("", "muted"), label("", "muted")]
        for part in self.script:
            card.body.addWidget(part)
        self.action = label("", "small")
        self.never = label("", "small", "warn")
        card.body.addWidget(self.action)
        card.body.addWidget(self.never)
        self._scam_type = ""
        self.card = Button(self.tr("给客人看的提示卡"), "secondary", "monitor")
        self.card.clicked.connect(lambda: self.card_asked.emit(self._scam_type))
        card.body.addWidget(self.card)
        return card

    def _duty_card(self) -> Card:
        self.duty_card = Card(tone="gold", padding=18, spacing=8)
        head = QHBoxLayout()
        head.setSpacing(theme().px(8))
        head.addWidget(IconLabel("landmark", "gold", 18))
        head.addWidget(label(self.tr("按规定要做的"), "strong"), 1)
        self.duties = label("", "small")
        self.duty_card.body.addLayout(head)
        self.duty_card.body.addWidget(self.duties)
        return self.duty_card
