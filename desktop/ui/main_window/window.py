"""The one window: decides whether the lock, the pages or the calculator is shown, and owns the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from desktop.application.changes import Changes, Kind
from desktop.ui.main_window.gates import Gates
from desktop.ui.main_window.profile_keeper import ProfileKeeper
from desktop.ui.main_window.quick_hide import QuickHide
from desktop.ui.main_window.silent_alarm import SilentAlarm
from desktop.ui.runtime.context import UiContext
from desktop.ui.runtime.host import Host
from desktop.ui.runtime.hot_keys import hot_keys
from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.reading_order import go_on
from desktop.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desktop.application.read_models import Preferences
    from desktop.application.session import Session
    from desktop.ui.main_window.shell import Shell
    from desktop.ui.pages.counter.calculator import CalculatorPage

TITLE = "柜台助手"
SMALLEST = QSize(1024, 700)
COMFORTABLE = QSize(1280, 832)


class MainWindow(QMainWindow):
    """Lock, pages, calculator: one of the three; F8 swaps to the calculator and back, F9 calls for help from each."""

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setMinimumSize(SMALLEST)
        self.resize(COMFORTABLE)
        self.keeper = ProfileKeeper(host, self)
        self.gates = Gates(self.keeper, self)
        self.alarm = SilentAlarm(self)
        self.context: UiContext | None = None
        self.shell: Shell | None = None
        self._error: Exception | None = None
        self._percent = theme().percent
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.gate: QWidget = self.gates.opening()
        self.cover = QuickHide(self.stack, self)
        self.stack.addWidget(self.gate)
        self.notice = Toast(self.stack)
        self._connect()

    @property
    def hidden_away(self) -> bool:
        """Tell whether the calculator stands in for everything else."""
        return self.cover.shown

    @property
    def calculator(self) -> CalculatorPage:
        """Return the harmless page."""
        return self.cover.page

    def start(self) -> None:
        """Open the profile; the window is already painted."""
        self.keeper.open()

    def go(self, route: str, **args: object) -> None:
        """Show a page, when somebody is signed in."""
        if self.shell is not None:
            self.shell.go(route, **args)

    def back(self) -> None:
        """Show the page before."""
        if self.shell is not None:
            self.shell.back()

    def toast(
        self,
        text: str,
        *,
        undo: Callable[[], None] | None = None,
        settled: Callable[[], None] | None = None,
        tone: str = "ok",
    ) -> None:
        """Say one thing at the lower edge of whatever is shown."""
        self.notice.say(text, undo=undo, settled=settled, tone=tone)

    def sign_in(self, session: Session) -> None:
        """Show the pages to the clerk who just proved who they are; from the calculator, where they left off."""
        if self.context is None:
            return
        same = self.context.member_id == session.member_id
        self.context.session = session
        if same and self.shell is not None:
            self.stack.setCurrentWidget(self.shell)
            self.shell.resume()
            return
        self._make_shell("counter", {})

    def sign_out(self) -> None:
        """Lock: what is on the screen is kept, drafts put away are wiped."""
        context = self.context
        self.notice.dismiss()
        self._drop_shell()
        if context is not None:
            context.session = None
            wipe = context.services.wipe_discarded
            context.tasks.run(lambda: wipe(True), owner=self, lane="draft")
            self._show_gate(self.gates.entry(context))

    def hide_away(self) -> None:
        """Swap to the calculator, or ask for the PIN to come back."""
        if not self.hidden_away:
            self.notice.dismiss()
            self.cover.show()
            if self.shell is not None:
                self.shell.pause()
        elif self.shell is None:
            self.stack.setCurrentWidget(self.gate)
        else:
            self.calculator.ask_code()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab follows the reading order of what is shown; Qt's own follows the order in which pieces were made."""
        return go_on(self, self.focusWidget(), forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is on the screen and close the profile before the window goes."""
        self.alarm.forget()
        self.notice.dismiss()
        self._drop_shell()
        self.keeper.close()
        super().closeEvent(event)

    def _connect(self) -> None:
        self.keeper.opened.connect(self._on_opened)
        self.keeper.failed.connect(self._on_open_failed)
        self.keeper.closing.connect(self._on_closing)
        self.gates.signed_in.connect(self.sign_in)
        self.gates.enrolled.connect(self._show_entry)
        self.alarm.said.connect(lambda text, tone: self.toast(text, tone=tone))
        self.alarm.raised.connect(self._on_alarm)
        self.cover.pin_given.connect(lambda pin: self.cover.check(self.context, pin))
        self.cover.proved.connect(self.sign_in)
        language().changed.connect(self._rebuild)
        theme().changed.connect(self._on_look)
        anywhere = Qt.ShortcutContext.ApplicationShortcut
        hot_keys().bind("hide", self, self.hide_away, anywhere)
        hot_keys().bind("alarm", self, self._call_for_help, anywhere)

    def _on_opened(self) -> None:
        profile, tasks = self.keeper.profile, self.keeper.tasks
        if profile is None or tasks is None:
            return
        self._error = None
        self.context = UiContext(profile.services, tasks, self)
        _apply_look(profile.services.preferences())
        self.cover.use(profile.services.preferences().hide_page)
        tasks.changed.connect(self._on_changed)
        if self.keeper.sync is not None:
            self.keeper.sync.contact_changed.connect(lambda: self.shell.show_contact() if self.shell else None)
        self._show_entry()
        self.cover.prepare()

    def _on_open_failed(self, error: Exception) -> None:
        self._error = error
        self._show_gate(self.gates.refused(error))

    def _on_closing(self) -> None:
        self.alarm.forget()
        self.notice.dismiss()
        self._drop_shell()
        self.context = None
        self._show_gate(self.gates.opening())

    def _show_entry(self) -> None:
        if self.context is not None:
            self._show_gate(self.gates.entry(self.context))

    def _show_gate(self, page: QWidget) -> None:
        was_hidden = self.hidden_away
        old, self.gate = self.gate, page
        self.stack.addWidget(page)
        if not was_hidden:
            self.stack.setCurrentWidget(page)
            page.setFocus()
        self.stack.removeWidget(old)
        old.deleteLater()

    def _make_shell(self, route: str, args: dict[str, object]) -> None:
        from desktop.ui.main_window.shell import Shell

        if self.context is None:
            return
        self._drop_shell()
        self.shell = Shell(self.context)
        self.shell.signed_out.connect(self.sign_out)
        self.shell.hidden_away.connect(self.hide_away)
        self.stack.addWidget(self.shell)
        self.stack.setCurrentWidget(self.shell)
        self.shell.go(route, **args)

    def _drop_shell(self) -> None:
        shell, self.shell = self.shell, None
        if shell is not None:
            shell.pause()
            if self.stack.currentWidget() is shell:
                self.stack.setCurrentWidget(self.gate)
            self.stack.removeWidget(shell)
            shell.deleteLater()

    def _rebuild(self) -> None:
        self._percent = theme().percent
        self.cover.prepare()
        if self.shell is not None and self.context is not None:
            route, args = self.shell.place
            self._make_shell(route, args)
        elif self.context is not None:
            self._show_entry()
        elif self._error is not None:
            self._show_gate(self.gates.refused(self._error))

    def _on_changed(self, kinds: Changes) -> None:
        if Kind.PREFERENCES in kinds and self.context is not None:
            self.cover.use(self.context.services.preferences().hide_page)

    def _on_look(self) -> None:
        if theme().percent != self._percent:
            self._rebuild()

    def _call_for_help(self) -> None:
        if self.context is not None:
            self.alarm.press(self.context, self.shell.draft_in_hand if self.shell else None)

    def _on_alarm(self, alert_id: str) -> None:
        if not self.hidden_away:
            self.go("live", alert_id=alert_id)


def _apply_look(kept: Preferences) -> None:
    hot_keys().apply(kept.keys)
    if (kept.language, kept.theme, kept.text_percent) != (language().code, theme().choice, theme().percent):
        language().apply(kept.language)
        theme().apply(kept.theme, kept.text_percent)
