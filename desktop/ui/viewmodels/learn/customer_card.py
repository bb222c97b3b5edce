"""What a customer reads on a card or a poster, in the language chosen for the customer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.application.training_models import LessonShelf, Story, WarningCard
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, Lang, read_words
from desktop.ui.runtime.language import language
from redflags import Text

MOST_STORIES = 3
NOTICES: Final = frozenset({"cash-structuring"})
"""Cards that tell a rule of the shop rather than warn: no headline that stops anyone, no hotline."""

_STOP: Final = Text("先停一停，再往下办", "Stop a moment before you go on")
_NOTICE: Final = Text("温馨提示", "Please note")
_ASK: Final = Text("拿不准，先问家里人，或拨 96110", "Not sure? Ask your family first, or call 96110")
_URGENT: Final = Text("情况紧急，拨打 110", "In an emergency call 110")
_QR: Final = Text(
    "扫码带走这段话，只有文字，不跳转、不填信息", "Scan to keep these words: text only, no link, nothing to fill in"
)


@dataclass(frozen=True, slots=True)
class CardWords:
    """The words of one card in one language; `foot` and `urgent` are empty on a notice."""

    headline: str
    text: str
    foot: str
    urgent: str
    qr_caption: str

    @property
    def to_take_home(self) -> str:
        """The words in the QR code: the fewer, the easier a phone reads it."""
        return "\n".join(part for part in (self.text, self.foot) if part)

    @property
    def spoken(self) -> str:
        """Everything as one text, for a screen reader."""
        return "\n".join(part for part in (self.headline, self.text, self.foot, self.urgent) if part)


def card_words(card: WarningCard, lang: str) -> CardWords:
    """Return the words of a card."""
    notice = card.scam_type in NOTICES
    return CardWords(
        headline=(_NOTICE if notice else _STOP).get(lang),
        text=card.card.get(lang),
        foot="" if notice else _ASK.get(lang),
        urgent="" if notice else _URGENT.get(lang),
        qr_caption=_QR.get(lang),
    )


class CustomerCardViewModel(QObject):
    """Which card is shown, and in which language the customer reads it."""

    changed = Signal()
    failed = Signal(object)  # ErrorWords

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.customer_lang: str = self.lang
        self._shelf: LessonShelf | None = None
        self._wanted = ""

    @property
    def card(self) -> WarningCard | None:
        """Return the card now shown; the first one when the wanted one is unknown."""
        cards = self._shelf.cards if self._shelf else ()
        return next((card for card in cards if card.scam_type == self._wanted), cards[0] if cards else None)

    @property
    def _shown(self) -> str:
        return self.card.scam_type if self.card else ""

    @property
    def words(self) -> CardWords | None:
        """Return its words in the customer's language."""
        return card_words(self.card, self.customer_lang) if self.card else None

    @property
    def stories(self) -> tuple[Story, ...]:
        """Return the cases of this card's pattern, those that were reported first."""
        found = [story for story in self._shelf.stories if story.scam_type == self._shown] if self._shelf else []
        return tuple(sorted(found, key=lambda story: not story.published))[:MOST_STORIES]

    @property
    def place(self) -> tuple[int, int]:
        """Return (number of this card, number of cards), counted from 1."""
        cards = self._shelf.cards if self._shelf else ()
        return (cards.index(self.card) + 1 if self.card else 0), len(cards)

    def show(self, scam_type: str) -> None:
        """Show a card."""
        self._wanted = scam_type
        if self._shelf is None:
            self._context.tasks.run(
                self._context.services.learning.lessons, self._on_shelf, self._on_failed, owner=self
            )
        else:
            self.changed.emit()

    def step(self, by: int) -> None:
        """Show the card before or after, around the end."""
        if self._shelf and self.card:
            cards = self._shelf.cards
            self.show(cards[(cards.index(self.card) + by) % len(cards)].scam_type)

    def speak(self, lang: str) -> None:
        """Show the card in another language."""
        self.customer_lang = lang
        self.changed.emit()

    def _on_shelf(self, shelf: LessonShelf) -> None:
        self._shelf = shelf
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        words: ErrorWords = read_words(error, self.lang)
        self.failed.emit(words)
