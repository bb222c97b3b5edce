"""A letter of praise or a banner of honour as it is shown: the words, to whom, from whom, when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QObject, Signal

from desktop.application.read_models import RewardRow, RewardsPage
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, read_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.records.format import day
from desktop.ui.viewmodels.records.words import REWARD_KIND, word
from redflags import Text

_PHRASE: Final = 10
_GIVEN: Final = frozenset({"notified", "awarded"})
_TO: Final = Text("赠：{0}", "For {0}")
_DEAR: Final = Text("{0}：", "Dear {0},")


@dataclass(frozen=True, slots=True)
class AwardWords:
    """What is painted, in the clerk's language; `text` is the police's own."""

    kind: Literal["letter", "banner"]
    title: str
    to: str
    text: str
    by: str
    on: str

    @property
    def spoken(self) -> str:
        """Return all of it as one text, for screen readers."""
        return " ".join(part for part in (self.title, self.to, self.text, self.by, self.on) if part)


def can_be_shown(reward: RewardRow) -> bool:
    """Tell whether it is a letter or banner that was given, with words of its own."""
    return reward.kind != "cash" and reward.state in _GIVEN and bool(reward.text.strip())


def award_words(reward: RewardRow, shop: str, member: str, station: str, lang: str) -> AwardWords:
    """Return the words of a letter (to the member of the shop) or a banner (to the shop)."""
    letter = reward.kind == "letter"
    to = " ".join(part for part in (shop, member if letter else "") if part)
    return AwardWords(
        kind="letter" if letter else "banner",
        title=reward.title or word(REWARD_KIND, reward.kind, lang),
        to=(_DEAR if letter else _TO).get(lang).format(to) if to else "",
        text=" ".join(reward.text.split()) if letter else _lines(reward.text),
        by=station,
        on=day(reward.updated_at, lang),
    )


def _lines(text: str) -> str:
    """Return a banner's phrases one under the other; a sentence with longer parts stays a sentence."""
    parts = text.split()
    couplet = not text.isascii() and all(len(part) <= _PHRASE for part in parts)
    return ("\n" if couplet else " ").join(parts)


class AwardViewModel(QObject):
    """Reads the signed-in member's own award off the UI thread."""

    state_changed = Signal(str)  # loading | ready | missing | signed-out | error

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.reward_id = ""
        self.words: AwardWords | None = None
        self.error_sentence = ""

    def open(self, reward_id: str) -> None:
        """Show one award."""
        session = self._context.session
        self.reward_id, self.words = reward_id, None
        if session is None:
            self.state_changed.emit("signed-out")
            return
        self.state_changed.emit("loading")
        done = partial(self._on_page, session.member_id, session.name, reward_id)
        self._context.tasks.run(partial(self._context.services.rewards, session), done, self._on_failed, owner=self)

    def _on_page(self, member_id: str, name: str, reward_id: str, page: RewardsPage) -> None:
        if member_id != self._context.member_id or reward_id != self.reward_id:
            return
        found = next((row for row in page.rows if row.reward_id == reward_id and can_be_shown(row)), None)
        if found is None:
            self.state_changed.emit("missing")
            return
        shop = self._context.services.shop()
        self.words = award_words(found, shop.name if shop else "", name, shop.station_name if shop else "", self.lang)
        self.state_changed.emit("ready")

    def _on_failed(self, error: Exception) -> None:
        self.error_sentence = read_words(error, self.lang).sentence
        self.state_changed.emit("error")
