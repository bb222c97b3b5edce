"""The key that calls for help: heard from the first paint on, behind the lock, under the calculator, from a draft in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

# Loaded with the window's first paint: everything else is loaded when it is needed.
if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.main_window.early_alarm import EarlyAlarm
    from desktop.ui.main_window.frame import WindowFrame
    from desktop.ui.runtime.host import Host


class AlarmKey(QObject):
    """Brings a press to the road there is: the short one until the profile is open, the ordinary one from then on."""

    def __init__(self, window: WindowFrame) -> None:
        super().__init__(window)
        self._window = window
        self._listens = False
        self._early: EarlyAlarm | None = None
        self._error: Exception | None = None

    def listen(self) -> None:
        """Hear the key; once."""
        if self._listens:
            return
        from PySide6.QtCore import Qt

        from desktop.ui.runtime.hot_keys import hot_keys

        self._listens = True
        hot_keys().bind("alarm", self._window, self.press, Qt.ShortcutContext.ApplicationShortcut)
        hot_keys().touched.connect(self._on_touched)

    def start(self, host: Host) -> EarlyAlarm:
        """Begin to open the short road."""
        from desktop.ui.main_window.early_alarm import EarlyAlarm

        self._early = EarlyAlarm(host, self)
        self._early.start()
        return self._early

    def press(self) -> None:
        """Raise the alarm, from the draft in hand if there is one."""
        window = self._window
        if window.context is not None:
            shell = window.shell if not window.locked else None
            window.alarm.press(window.context, shell.draft_in_hand if shell is not None else None)
        elif self._early is not None:
            self._early.press()
        elif self._error is not None:
            window.alarm.refuse(self._error)

    def _on_touched(self, action: str, held: QWidget) -> None:
        if action == "alarm" and held.window() is self._window:
            self.press()

    def opened(self) -> None:
        """The ordinary road is there: what was pressed until now is its business."""
        self._error = None
        self._hand_over()

    def refused(self, error: Exception) -> None:
        """The profile stays closed: a press says so."""
        self._error = error
        self._hand_over()

    def close(self) -> None:
        """The window goes."""
        if self._early is not None:
            self._early.close()
            self._early = None

    def _hand_over(self) -> None:
        early, self._early = self._early, None
        if early is not None:
            early.hand_over(self._on_handed_over)

    def _on_handed_over(self, alert_id: str | None, wanted: bool) -> None:
        window = self._window
        if alert_id is None:
            if wanted:
                self.press()
        elif window.context is not None:
            window.alarm.take_over(window.context, alert_id)
        else:
            window.alarm.say_unsent()
