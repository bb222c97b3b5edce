"""Which notices are shown: all, unread, those for one's own trade; by area; by words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.bulletins.model import BulletinsViewModel
from desktop.ui.widgets.basics import clear_layout
from desktop.ui.widgets.choices import ChoiceChips, Segmented
from desktop.ui.widgets.fields import SearchField

ANY = "*"


class BulletinFilters(QWidget):
    """Writes a person's choice into the model and says `changed`."""

    changed = Signal()

    def __init__(self, model: BulletinsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._areas: tuple[str, ...] = ()
        self.tabs = Segmented(
            (("all", self.tr("全部"), ""), ("unread", self.tr("没看过"), ""), ("trade", self.tr("本行业"), "")),
            self.tr("看哪些"),
        )
        self.tabs.set_value("all")
        self.tabs.chosen.connect(self._on_tab)
        self.search = SearchField(self.tr("搜通报"))
        self.search.searched.connect(self._on_search)
        self.chips: ChoiceChips | None = None
        self._chip_row = QVBoxLayout()
        row = QHBoxLayout()
        row.setSpacing(theme().px(14))
        row.addWidget(self.tabs)
        row.addWidget(self.search, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        column.addLayout(row)
        column.addLayout(self._chip_row)

    def show_model(self) -> None:
        """Offer the areas there are, when there is more than one."""
        areas = self._model.areas()
        if areas == self._areas:
            return
        self._areas = areas
        clear_layout(self._chip_row)
        self.chips = None
        if len(areas) > 1:
            self.chips = ChoiceChips(((ANY, self.tr("所有区域")), *((area, area) for area in areas)), self.tr("区域"))
            self.chips.set_values((self._model.area or ANY,))
            self.chips.changed.connect(self._on_area)
            self._chip_row.addWidget(self.chips)
        elif self._model.area:
            self._model.area = ""

    def clear(self) -> None:
        """Show everything again."""
        self._model.tab, self._model.area, self._model.text = "all", "", ""
        self.tabs.set_value("all")
        self.search.clear()
        if self.chips is not None:
            self.chips.set_values((ANY,))
        self.changed.emit()

    def _on_tab(self, tab: str) -> None:
        self._model.tab = tab
        self.changed.emit()

    def _on_area(self) -> None:
        value = self.chips.value() if self.chips is not None else ANY
        self._model.area = "" if value == ANY else value
        self.changed.emit()

    def _on_search(self, text: str) -> None:
        if text != self._model.text:
            self._model.text = text
            self.changed.emit()
