"""The button that leaves only the records of one checklist in the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.widgets.button import Button

Choice = tuple[str, str]
"""(setting, words)"""


class SettingMenu(Button):
    """Says which checklist's records are shown; `chosen` with the setting, or with nothing for all of them."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__("", "chip", parent=parent)
        self._words = {"": self.tr("全部"), **dict(choices)}
        self._menu = QMenu(self)
        self.actions_of: dict[str, QAction] = {}
        group = QActionGroup(self)
        for setting, words in self._words.items():
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, s=setting: self._on_chosen(s))
            group.addAction(action)
            self.actions_of[setting] = action
        self.setMenu(self._menu)
        self.show_setting("")

    def show_setting(self, setting: str) -> None:
        """Show a setting as chosen without saying so; one that is not offered is all."""
        known = setting if setting in self._words else ""
        self.actions_of[known].setChecked(True)
        self.set_words(self.tr("场景：{name}").format(name=self._words[known]))

    def _on_chosen(self, setting: str) -> None:
        self.show_setting(setting)
        self.chosen.emit(setting)
