"""The pages before sign-in: opening, passphrase, enrolment, sign-in; made for the language and text size of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.main_window.profile_keeper import ProfileKeeper
from desktop.ui.pages.sign_in.opening import OpeningPage
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.language import language

if TYPE_CHECKING:
    from desktop.ui.widgets.sign_in.practice_panel import PracticePanel

# Pages are loaded when they are needed: the first paint waits for none of them.
_ASKS = ("passphrase-needed", "wrong-passphrase")
_TRADE_ICON = {"gold": "gem", "courier": "package"}


class Gates(QObject):
    """Says which gate page the state of the profile asks for; the window shows it."""

    signed_in = Signal(object)  # Session
    enrolled = Signal()

    def __init__(self, keeper: ProfileKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper

    def opening(self) -> QWidget:
        """The page while the profile is being opened."""
        return OpeningPage()

    def refused(self, error: Exception) -> QWidget:
        """The page that asks for the passphrase, or says why the profile stays closed."""
        from desktop.application.errors import ProfileLocked
        from desktop.ui.pages.sign_in.passphrase import PassphrasePage
        from desktop.ui.runtime.error_text import error_words

        page = PassphrasePage()
        page.given.connect(lambda text: self._keeper.open(passphrase=text))
        page.retried.connect(self._keeper.open)
        words = error_words(error, "en" if language().code == "en" else "zh")
        if isinstance(error, ProfileLocked) and error.reason in _ASKS:
            first = error.reason == "passphrase-needed"
            page.ask("" if first else words.what, "" if first else words.todo)
        else:
            page.explain(words.what, words.todo)
        return page

    def entry(self, context: UiContext, returning: str | None = None) -> QWidget:
        """The page of an open profile while nobody is signed in; `returning` is the clerk whose pages wait behind it."""
        from desktop.ui.pages.sign_in.enrolment import EnrolmentPage
        from desktop.ui.pages.sign_in.page import SignInPage

        if context.services.shop() is None:
            join = EnrolmentPage(context)
            join.enrolled.connect(self.enrolled)
            return join
        page = SignInPage(context, self._practice(context))
        page.signed_in.connect(self.signed_in)
        page.load()
        if returning is not None:
            page.expect(returning)
        return page

    def _practice(self, context: UiContext) -> PracticePanel | None:
        from desktop.ui.widgets.sign_in.practice_panel import PracticePanel

        facts = self._keeper.facts
        if facts is None:
            return None
        shops = [(c.key, c.name, _TRADE_ICON.get(c.trade, "store")) for c in self._keeper.choices()]
        panel = PracticePanel(shops, self._keeper.key)
        names = {member.member_id: member.name for member in context.services.members()}
        pins = [(names[member], pin) for member, pin in facts.pins.items() if member in names]
        panel.show_facts(pins, facts.desk_url, facts.officers)
        panel.shop_chosen.connect(self._keeper.open)
        return panel
