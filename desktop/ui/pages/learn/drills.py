"""The drills: what to practise next, and all of them with how far one is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.application.training_models import DrillRow
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.learn.model import LearnViewModel
from desktop.ui.viewmodels.learn.rows import DRILL_STATE, DRILL_TONE, state_of
from desktop.ui.viewmodels.records.words import SETTING, SETTING_ICON, word
from desktop.ui.widgets.basics import clear_layout, empty_layout, label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconTile
from desktop.ui.widgets.live_line.line_button import LineButton
from desktop.ui.widgets.pill import Pill
from desktop.ui.widgets.scroll_area import ScrollArea

TWO_COLUMNS_FROM = 760


class DrillsPanel(QWidget):
    """Emits `drill_opened(drill_id)`."""

    drill_opened = Signal(str)

    def __init__(self, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lang = lang
        self._next = ""
        self.rows: dict[str, LineButton] = {}
        self._pills: dict[str, Pill] = {}
        self._columns = 2
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.area = ScrollArea(spacing=14)
        column.addWidget(self.area)
        self.area.body.addWidget(self._build_next())
        self._grid = QGridLayout()
        self._grid.setSpacing(theme().px(10))
        self.area.body.addLayout(self._grid)
        self.area.body.addStretch(1)

    def show_model(self, model: LearnViewModel) -> None:
        """Show the drills with the member's progress."""
        shelf, progress = model.shelf, model.progress
        if shelf is None:
            return
        if set(self.rows) != {row.drill_id for row in shelf.drills}:
            self._build_rows(shelf.drills)
        for row in shelf.drills:
            state = state_of(row.drill_id, progress)
            pill = self._pills[row.drill_id]
            pill.show_state(word(DRILL_STATE, state, self._lang), DRILL_TONE[state])
            place = word(SETTING, row.setting, self._lang)
            self.rows[row.drill_id].setAccessibleName(f"{row.title.get(self._lang)} {place} {pill.accessibleName()}")
        mastered = len(progress.mastered) if progress else 0
        self.bar.setRange(0, max(1, len(shelf.drills)))
        self.bar.setValue(mastered)
        words = self.tr("已掌握 {done} / {all}").format(done=mastered, all=len(shelf.drills))
        self.mastered.setText(words)
        self.bar.setAccessibleName(words)
        self._show_next(model.next_drill())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would cut the titles."""
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= theme().px(TWO_COLUMNS_FROM) else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _build_next(self) -> Card:
        self.next_card = Card(padding=20, spacing=12)
        self.next_card.set_edge("accent")
        self.next_icon = IconTile("timer", "accent", 48)
        self.next_title = label("", "big")
        self.next_place = label("", "muted")
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(label(self.tr("下一练"), "small"))
        words.addWidget(self.next_title)
        words.addWidget(self.next_place)
        self.start = Button(self.tr("开始，约 60 秒"), "primary", large=True)
        self.start.clicked.connect(lambda: self.drill_opened.emit(self._next))
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(self.next_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.start, 0, Qt.AlignmentFlag.AlignVCenter)
        self.next_card.body.addLayout(row)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.mastered = label("", "small", wrap=False)
        progress = QHBoxLayout()
        progress.setSpacing(theme().px(14))
        progress.addWidget(self.bar, 1)
        progress.addWidget(self.mastered)
        self.next_card.body.addLayout(progress)
        return self.next_card

    def _show_next(self, row: DrillRow | None) -> None:
        self.next_card.setVisible(row is not None)
        if row is None:
            return
        self._next = row.drill_id
        self.next_title.setText(row.title.get(self._lang))
        self.next_place.setText(word(SETTING, row.setting, self._lang))
        self.next_icon.set_icon(SETTING_ICON[row.setting], "accent")

    def _build_rows(self, drills: tuple[DrillRow, ...]) -> None:
        clear_layout(self._grid)
        self.rows, self._pills = {}, {}
        for row in drills:
            pill = Pill()
            button = LineButton(
                SETTING_ICON[row.setting],
                "slate",
                row.title.get(self._lang),
                word(SETTING, row.setting, self._lang),
                pill,
            )
            button.clicked.connect(lambda _checked=False, drill=row.drill_id: self.drill_opened.emit(drill))
            self.rows[row.drill_id], self._pills[row.drill_id] = button, pill
        self._place()

    def _place(self) -> None:
        empty_layout(self._grid)
        for index, button in enumerate(self.rows.values()):
            self._grid.addWidget(button, index // self._columns, index % self._columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
