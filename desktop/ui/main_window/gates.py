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
    from desktop.application.care_models import Restored
    from desktop.ui.pages.sign_in.restore import RestorePage
    from desktop.ui.widgets.sign_in.practice_panel import PracticePanel

# Pages are loaded when they are needed: the first paint waits for none of them.
_ASKS = ("passphrase-needed", "wrong-passphrase")
_TRADE_ICON = {"gold": "gem", "courier": "package"}


class Gates(QObject):
    """Says which gate page the state of the profile asks for; the window shows it."""

    signed_in = Signal(object)  # Session
    enrolled = Signal()
    replaced = Signal(object)  # QWidget: another page for the place of the one shown
    said = Signal(str)

    def __init__(self, keeper: ProfileKeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._restoring: RestorePage | None = None
        self._file = ""
        keeper.reminded.connect(self._on_reminded)
        keeper.restored.connect(self._on_restored)
        keeper.restore_failed.connect(self._on_restore_failed)

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
        if isinstance(error, ProfileLocked) and error.reason == "passphrase-new":
            page.choose()
            page.offer_restore(self._offers_restore())
        elif isinstance(error, ProfileLocked) and error.reason in _ASKS:
            first = error.reason == "passphrase-needed"
            page.ask("" if first else words.what, "" if first else words.todo)
        else:
            page.explain(words.what, words.todo)
            page.offer_restore(self._offers_restore())
        page.restore_asked.connect(lambda: self.replaced.emit(self.restoring()))
        return page

    def restoring(self, *, busy: bool = False) -> RestorePage:
        """The page that makes a profile out of a backup."""
        from desktop.ui.pages.sign_in.restore import RestorePage

        page = self._restoring = RestorePage()
        page.file.set_text(self._file)
        page.asked.connect(self._on_restore_asked)
        page.stop_asked.connect(self._keeper.stop_restore)
        page.left.connect(self._keeper.open)
        self._keeper.restore_progressed.connect(page.bar.show_progress)
        page.show_busy(busy)
        return page

    def _offers_restore(self) -> bool:
        # Practice has nothing to lose, and its profiles open themselves.
        return self._keeper.can_restore and self._keeper.facts is None

    def _on_restore_asked(self, file: str, passphrase: str) -> None:
        from pathlib import Path

        self._file = file
        self._keeper.restore(Path(file), passphrase)
        # Closing what was open has put another page in this one's place.
        self.replaced.emit(self.restoring(busy=True))

    def _on_reminded(self, what: str) -> None:
        words = {
            "backup": self.tr("最近没有备份成：请到「设置」的「备份与恢复」看看。"),
            "first-drill": self.tr("备份还没有试着恢复过：请到「设置」的「备份与恢复」做一次恢复演练。"),
            "key": self.tr(
                "系统钥匙串打不开了：现在都还能用，但关机以后会打不开资料。请马上到「设置」的「备份与恢复」备份一次。"
            ),
            "drill": self.tr("备份 90 天没有试过了：请到「设置」的「备份与恢复」做一次恢复演练。"),
        }
        self.said.emit(words[what])

    def _on_restored(self, done: Restored) -> None:
        self._restoring, self._file = None, ""
        words = self.tr("恢复好了：{n} 条记录，正在和值班台核对。", "", done.note.records).format(n=done.note.records)
        if done.opens_with == "passphrase":
            words += self.tr("以后的开机口令就是这个备份口令。")
        self.said.emit(words)

    def _on_restore_failed(self, error: Exception) -> None:
        from desktop.ui.runtime.error_text import error_words

        words = error_words(error, "en" if language().code == "en" else "zh")
        if self._restoring is not None:
            self._restoring.show_failure(words.what, words.todo)

    def entry(self, context: UiContext, returning: str | None = None) -> QWidget:
        """The page of an open profile while nobody is signed in; `returning` is the clerk whose pages wait behind it."""
        from desktop.ui.pages.sign_in.enrolment import EnrolmentPage
        from desktop.ui.pages.sign_in.page import SignInPage

        if context.services.shop() is None:
            join = EnrolmentPage(context)
            join.enrolled.connect(self.enrolled)
            join.offer_restore(self._offers_restore())
            join.restore_asked.connect(lambda: self.replaced.emit(self.restoring()))
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
