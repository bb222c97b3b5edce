"""The tabs with their counts, the checklist and the search field above the list of records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from desktop.application.read_models import RecordFilter
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.fields import SearchField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.records.setting_menu import Choice, SettingMenu


class RecordFilters(QWidget):
    """One tab is always chosen; `searched` comes when typing pauses. A shop with one checklist has none to choose from."""

    tab_chosen = Signal(str)
    setting_chosen = Signal(str)  # a setting, or nothing for all
    searched = Signal(str)

    def __init__(self, settings: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = {
            "all": self.tr("全部"),
            "waiting": self.tr("未送达"),
            "open": self.tr("处理中"),
            "reward": self.tr("待领奖"),
            "closed": self.tr("已办结"),
        }
        self.tabs: dict[str, Button] = {}
        group = QButtonGroup(self)
        flow = FlowLayout(spacing=theme().px(8))
        for tab, words in self._words.items():
            button = Button(words, "chip", checkable=True)
            button.clicked.connect(lambda _checked=False, t=tab: self.tab_chosen.emit(t))
            group.addButton(button)
            flow.addWidget(button)
            self.tabs[tab] = button
        self.setting = SettingMenu(settings)
        self.setting.chosen.connect(self.setting_chosen)
        if len(settings) > 1:
            flow.addWidget(self.setting)
        else:
            self.setting.setParent(self)
            self.setting.hide()
        self.search = SearchField(self.tr("搜索编号、内容或进度"), delay_ms=200)
        self.search.searched.connect(self.searched)
        chips = QWidget()
        chips.setLayout(flow)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme().px(10))
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(chips, 0, 0)
        self._grid.addWidget(self.search, 0, 1, Qt.AlignmentFlag.AlignTop)
        self.choose("all")

    def set_narrow(self, narrow: bool) -> None:
        """Put the search field under the tabs, or beside them."""
        self.search.setMinimumWidth(0 if narrow else theme().px(270))
        if narrow:
            self._grid.addWidget(self.search, 1, 0, 1, 2)
        else:
            self._grid.addWidget(self.search, 0, 1, Qt.AlignmentFlag.AlignTop)

    def choose(self, tab: str) -> None:
        """Show a tab as chosen without saying so; an unknown one is `all`."""
        self.tabs[tab if tab in self.tabs else "all"].setChecked(True)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many records each tab holds."""
        for tab, button in self.tabs.items():
            button.set_words(f"{self._words[tab]} {counts[tab]:,}" if tab in counts else self._words[tab])

    def show_filter(self, shown: RecordFilter) -> None:
        """Show a filter as chosen without saying so."""
        self.choose(shown.tab)
        self.setting.show_setting(shown.setting or "")
        if self.search.text().strip() != shown.text:
            self.search.blockSignals(True)
            self.search.setText(shown.text)
            self.search.blockSignals(False)
