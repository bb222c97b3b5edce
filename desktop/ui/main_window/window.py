"""The one window: decides whether the lock, the pages or the calculator is shown; the keys here work everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent

from desktop.ui.main_window.alarm_key import AlarmKey
from desktop.ui.main_window.frame import TITLE, WindowFrame

# What the window needs to work is loaded when it is furnished, after its first paint.
if TYPE_CHECKING:
    from desktop.application.session import Session
    from desktop.ui.runtime.host import Host

__all__ = ["TITLE", "MainWindow"]


class MainWindow(WindowFrame):
    """Lock, pages, calculator: one of the three; F8 swaps to the calculator and back, F9 calls for help from each."""

    def __init__(self) -> None:
        super().__init__()
        self._error: Exception | None = None
        self.alarm_key = AlarmKey(self)

    def furnish(self, host: Host) -> None:
        """Make the pieces and join them."""
        from desktop.ui.main_window.habits import Habits
        from desktop.ui.main_window.news_marks import NewsMarks
        from desktop.ui.runtime.theme import theme

        super().furnish(host)
        self._percent = theme().percent
        self.habits = Habits(self)
        self.news_marks = NewsMarks(self)
        self._connect()
        self.alarm_key.listen()

    def start(self) -> None:
        """Open the profile; the window is already painted."""
        self.keeper.open()

    def go(self, route: str, **args: object) -> None:
        """Show a page to whoever is signed in; behind the lock it waits for the same clerk."""
        if self.shell is None:
            return
        if self.locked:
            self.pages.later(route, args)
        else:
            self.shell.go(route, **args)

    def back(self) -> None:
        """Show the page before."""
        if self.shell is not None and not self.locked:
            self.shell.back()

    def sign_in(self, session: Session) -> None:
        """Show the pages to the clerk who just proved who they are; the one who left them finds them as they were."""
        if self.context is None:
            return
        self.context.session = session
        if not self.pages.enter(self.context):
            self._wipe_discarded()
        self.held.say_to(self.context.member_id, self.notice)
        self.news.look()

    def sign_out(self) -> None:
        """Leave: drafts are kept, those put away are wiped."""
        self.notice.dismiss()
        self.pages.drop()
        if self.context is not None:
            self.context.session = None
            self._wipe_discarded()
            self._show_entry()

    def lock(self) -> None:
        """Ask who is there; everything stays as it is for the clerk who was here. Under the calculator it happens unseen."""
        if self.context is None or self.shell is None or self.locked:
            return
        self.notice.dismiss()
        self.shell.pause()
        self.context.session = None
        self._show_entry()

    def hide_away(self) -> None:
        """Swap to the calculator, or ask for the PIN to come back."""
        from desktop.ui.widgets.file_choice import put_away_dialogs

        if not self.hidden_away:
            put_away_dialogs(self)
            self.notice.dismiss()
            self.cover.show()
            self.cover.show_price(self.context)
            self.help.put_away()
            if self.shell is not None and not self.locked:
                self.shell.pause()
        elif self.shell is None or self.locked:
            self.stack.setCurrentWidget(self.gate)
            self.gate.setFocus()
        else:
            self.calculator.ask_code()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is on the screen and close the profile before the window goes."""
        self.alarm_key.close()
        if self.furnished:
            self._forget()
            self.closing.emit()
            self.keeper.close()
        super().closeEvent(event)

    def _connect(self) -> None:
        from PySide6.QtCore import Qt

        from desktop.ui.runtime.hot_keys import hot_keys
        from desktop.ui.runtime.language import language
        from desktop.ui.runtime.theme import theme

        self.keeper.opened.connect(self._on_opened)
        self.keeper.failed.connect(self._on_open_failed)
        self.keeper.closing.connect(self._on_closing)
        self.gates.signed_in.connect(self.sign_in)
        self.gates.enrolled.connect(self._show_entry)
        self.gates.replaced.connect(self._show_gate)
        self.gates.said.connect(self.toast)
        # The one thing said over the calculator and the lock too: whether help is on its way, in words that give nothing away.
        self.alarm.said.connect(lambda text, tone: self.notice.say(text, tone=tone))
        self.alarm.raised.connect(self._on_alarm)
        self.cover.pin_given.connect(lambda pin: self.cover.check(self.context, pin))
        self.cover.proved.connect(self.sign_in)
        self.pages.signed_out.connect(self.sign_out)
        self.pages.hidden_away.connect(self.hide_away)
        self.pages.locked.connect(self.lock)
        self.habits.lock_due.connect(self.lock)
        self.pages.help_asked.connect(self.help.toggle)
        self.pages.moved.connect(self.help.follow)
        language().changed.connect(self._rebuild)
        theme().changed.connect(self._on_look)
        anywhere = Qt.ShortcutContext.ApplicationShortcut
        hot_keys().bind("hide", self, self.hide_away, anywhere)
        hot_keys().bind("help", self, self.help.toggle, anywhere)
        hot_keys().bind("lock", self, self.lock, anywhere)

    def _on_opened(self) -> None:
        from desktop.ui.runtime.context import UiContext
        from desktop.ui.runtime.look import apply_look

        profile, tasks = self.keeper.profile, self.keeper.tasks
        if profile is None or tasks is None:
            return
        self._error = None
        self.context = UiContext(profile.services, tasks, self)
        apply_look(profile.services.preferences())
        self.habits.follow(self.context)
        if self.keeper.sync is not None:
            self.keeper.sync.contact_changed.connect(self._on_contact)
        self.news.follow(self.context)
        self._show_entry()
        self.cover.prepare()
        self.alarm_key.opened()

    def _on_open_failed(self, error: Exception) -> None:
        self._error = error
        self._show_gate(self.gates.refused(error))
        self.alarm_key.refused(error)

    def _on_closing(self) -> None:
        self._forget()
        self.context = None
        self._show_gate(self.gates.opening())

    def _forget(self) -> None:
        """The profile is about to close: what is on the screen is kept, nothing is looked after any more."""
        from desktop.ui.widgets.file_choice import put_away_dialogs

        put_away_dialogs(self)
        self.alarm.forget()
        self.news.forget()
        self.notice.dismiss()
        self.help.put_away()
        self.pages.drop()

    def _rebuild(self) -> None:
        from desktop.ui.runtime.theme import theme

        self._percent = theme().percent
        self.cover.prepare()
        if self.shell is not None and self.context is not None and not self.locked:
            self.pages.make(self.context, self.shell.place)
            self.news_marks.show()
        elif self.context is not None:
            self.pages.put_by()
            self._show_entry()
        elif self._error is not None:
            self._show_gate(self.gates.refused(self._error))
        self.help.make_anew()

    def _on_contact(self) -> None:
        if self.shell is not None:
            self.shell.show_contact()
        self.contact_changed.emit()

    def _on_look(self) -> None:
        from desktop.ui.runtime.theme import theme

        if theme().percent != self._percent:
            self._rebuild()

    def _on_alarm(self, alert_id: str) -> None:
        if not self.hidden_away and not self.locked:
            self.go("live", alert_id=alert_id)

    def _wipe_discarded(self) -> None:
        if self.context is not None:
            wipe = self.context.services.wipe_discarded
            self.context.tasks.run(lambda: wipe(True), owner=self, lane="draft")
