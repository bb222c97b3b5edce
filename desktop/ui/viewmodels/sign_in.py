"""Who may sign in on this PC, and trying a PIN or an activation code."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from desktop.application.changes import Outcome
from desktop.application.errors import InvalidInput
from desktop.application.read_models import MemberTile
from desktop.application.session import Session
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.error_text import ErrorWords, Lang, error_words, problem_text
from desktop.ui.runtime.language import language

PIN_DIGITS = (4, 8)


def pin_is_possible(pin: str) -> bool:
    """Tell whether a text could be a PIN: 4 to 8 digits."""
    return pin.isascii() and pin.isdigit() and PIN_DIGITS[0] <= len(pin) <= PIN_DIGITS[1]


class SignInViewModel(QObject):
    """The members' tiles and one attempt at a time; the PIN is never kept."""

    members_changed = Signal()
    busy_changed = Signal(bool)
    refused = Signal(object)  # ErrorWords
    rejected = Signal(object)  # tuple of (field, sentence): a code or a PIN that cannot be
    signed_in = Signal(object)  # Session

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.members: tuple[MemberTile, ...] = ()
        self.chosen: MemberTile | None = None
        self.busy = False

    def load(self) -> None:
        """Look who is here; the clerk chosen before stays chosen."""
        self.members = self._context.services.members()
        wanted = self.chosen.member_id if self.chosen else None
        self.chosen = next((m for m in self.members if m.member_id == wanted), None)
        if self.chosen is None and len(self.members) == 1:
            self.chosen = self.members[0]
        self.members_changed.emit()

    def choose(self, member_id: str) -> None:
        """Take one clerk's tile."""
        self.chosen = next((m for m in self.members if m.member_id == member_id), None)
        self.members_changed.emit()

    def shop_name(self) -> str:
        """Return the shop's name, empty before enrolment."""
        shop = self._context.services.shop()
        return shop.name if shop else ""

    def locked_until(self, member: MemberTile) -> datetime | None:
        """Return when a clerk may try again, None when that is now."""
        until = member.locked_until
        return until if until is not None and until > self._context.now() else None

    def locked_for(self) -> timedelta | None:
        """Return how long the chosen clerk is still locked, None when not."""
        until = self.chosen.locked_until if self.chosen else None
        left = until - self._context.now() if until else None
        return left if left is not None and left > timedelta() else None

    def sign_in(self, pin: str) -> None:
        """Try the PIN of the chosen clerk."""
        member = self.chosen
        if member is None or self.busy:
            return
        self._begin()
        self._context.tasks.run(
            lambda: self._context.services.sign_in(member.member_id, pin), self._on_in, self._on_refused, owner=self
        )

    def activate(self, code: str, pin: str) -> None:
        """Make the chosen clerk's key with the code from the duty desk and a new PIN."""
        member = self.chosen
        if member is None or self.busy:
            return
        self._begin()
        self._context.tasks.run(
            lambda: self._context.services.activate_member(member.member_id, code, pin),
            self._on_in,
            self._on_refused,
            owner=self,
        )

    def _begin(self) -> None:
        self.busy = True
        self.busy_changed.emit(True)

    def _on_in(self, outcome: Outcome[Session]) -> None:
        self.busy = False
        self.busy_changed.emit(False)
        self.signed_in.emit(outcome.value)

    def _on_refused(self, error: Exception) -> None:
        self.busy = False
        self.busy_changed.emit(False)
        lang: Lang = "en" if language().code == "en" else "zh"
        if isinstance(error, InvalidInput):
            self.rejected.emit(tuple((one.field, problem_text(one, lang)) for one in error.problems))
            return
        words: ErrorWords = error_words(error, lang)
        self.load()
        self.refused.emit(words)
