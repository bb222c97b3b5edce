"""A card of fields answering one question of the duty officer; seldom used ones wait behind 「更多」."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.review.fields import FieldGroup
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.review.field_row import FieldRow


class FieldCard(Card):
    """Holds every field of a group, made once; which of them show follows from the answers."""

    edited = Signal(str, str)

    def __init__(self, group: FieldGroup, number: int, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, padding=18, spacing=12)
        self._lang = lang
        head = QHBoxLayout()
        head.setSpacing(theme().px(10))
        head.addWidget(IconLabel(group.icon, "accent", 20))
        self.heading = label(group.title.get(lang), "heading")
        head.addWidget(self.heading, 1)
        self.body.addLayout(head)
        self.setAccessibleName(f"{number}. {group.title.get(lang)}")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(12))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.rows = {spec.key: FieldRow(spec, lang, self) for spec in group.fields}
        for row in self.rows.values():
            row.edited.connect(self.edited)
        self._unfolded = False
        self.more = Button(self.tr("更多 {0} 项").format(0), "ghost", "plus")
        self.more.clicked.connect(self.unfold)
        self._applicable: tuple[str, ...] = ()
        self._shown: tuple[str, ...] | None = None
        self._wanted: Callable[[str], bool] = lambda _key: False
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def unfold(self) -> None:
        """Show the seldom used fields too, with the cursor in the first of them."""
        before = self._shown or ()
        self._unfolded = True
        self.arrange(self._applicable, self._wanted)
        fresh = next((key for key in self._shown or () if key not in before), None)
        if fresh:
            self.rows[fresh].take_focus()

    def arrange(self, applicable: tuple[str, ...], wanted: Callable[[str], bool]) -> None:
        """Show the applicable fields; folded ones only when `wanted` (filled in, or wrong)."""
        self._applicable, self._wanted = applicable, wanted
        shown = tuple(key for key in applicable if self._unfolded or not self.rows[key].spec.extra or wanted(key))
        hidden = [key for key in applicable if key not in shown]
        self.more.setVisible(bool(hidden))
        self.more.setText(self.tr("更多 {0} 项").format(len(hidden)))
        self.more.setAccessibleName("、".join(self.rows[key].spec.label.get(self._lang) for key in hidden))
        if shown == self._shown:
            return
        self._shown = shown
        at = 0
        for key, row in self.rows.items():
            self._grid.removeWidget(row)
            row.setVisible(key in shown)
            if key not in shown:
                continue
            if row.spec.wide:
                at += at % 2
                self._grid.addWidget(row, at // 2, 0, 1, 2, Qt.AlignmentFlag.AlignTop)
                at += 2
            else:
                self._grid.addWidget(row, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
                at += 1
