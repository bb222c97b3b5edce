"""The rewards page's state: the signed-in member's own rewards, and claiming one."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Changes, Kind, changed
from desktop.application.read_models import RewardRow, RewardsPage
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import Lang, error_words, read_words
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.rewards.steps import is_claimable

_TOUCHES: Final = changed(Kind.REWARDS)


class RewardsViewModel(QObject):
    """Reads and claims off the UI thread; nothing is shown while nobody is signed in."""

    state_changed = Signal(str)  # loading | ready | empty | signed-out | error
    claim_changed = Signal(str)  # a reward's id: its claim started, was taken, or failed

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lang: Lang = "en" if language().code == "en" else "zh"
        self.page: RewardsPage | None = None
        self.state = "loading"
        self.error_sentence = ""
        self.claiming: set[str] = set()
        self.claimed: set[str] = set()
        self.claim_errors: dict[str, str] = {}

    def start(self) -> None:
        """Read the rewards of whoever is signed in."""
        session = self._context.session
        if session is None:
            self.page = None
            self._set_state("signed-out")
            return
        if self.page is None:
            self._set_state("loading")
        read = partial(self._context.services.rewards, session)
        self._context.tasks.run(read, partial(self._on_page, session.member_id), self._on_failed, owner=self)

    def on_changed(self, kinds: Changes) -> None:
        """Look again after a reward moved."""
        if kinds & _TOUCHES:
            self.start()

    def rows(self) -> tuple[RewardRow, ...]:
        """Return rewards, those to claim first, then newest first."""
        rows = self.page.rows if self.page else ()
        return tuple(sorted(rows, key=lambda row: (not is_claimable(row), -row.updated_at.timestamp())))

    def claim(self, reward_id: str) -> None:
        """Claim a reward with the signed-in member's own key; a second press while it runs does nothing."""
        session = self._context.session
        if session is None or reward_id in self.claiming:
            return
        self.claiming.add(reward_id)
        self.claim_errors.pop(reward_id, None)
        self.claim_changed.emit(reward_id)
        self._context.tasks.run(
            partial(self._context.services.claim_reward, reward_id, session),
            partial(self._on_claimed, reward_id),
            partial(self._on_claim_failed, reward_id),
            owner=self,
        )

    def _on_page(self, member_id: str, page: RewardsPage) -> None:
        if member_id != self._context.member_id:
            return
        self.page = page
        self._set_state("ready" if page.rows else "empty")

    def _on_failed(self, error: Exception) -> None:
        self.error_sentence = read_words(error, self.lang).sentence
        self._set_state("error")

    def _on_claimed(self, reward_id: str, _outcome: object) -> None:
        self.claiming.discard(reward_id)
        self.claimed.add(reward_id)
        self.claim_changed.emit(reward_id)

    def _on_claim_failed(self, reward_id: str, error: Exception) -> None:
        self.claiming.discard(reward_id)
        self.claim_errors[reward_id] = error_words(error, self.lang).sentence
        self.claim_changed.emit(reward_id)

    def _set_state(self, state: str) -> None:
        self.state = state
        self.state_changed.emit(state)
