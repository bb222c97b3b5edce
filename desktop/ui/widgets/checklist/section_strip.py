"""One line of a long page's parts: where one is, and a touch to anywhere else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import set_property
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.stepped_button import SteppedButton

GAP = 4


class _Place(SteppedButton):
    """One part."""

    def sizeHint(self) -> QSize:
        """Have room for the bold words."""
        return QSize(self.bold_width() + theme().px(20), super().sizeHint().height())


class SectionStrip(QWidget):
    """`chosen(key)` for a part, `stepped(±1)` for the one before or after.

    Shows as many whole names as there is room for, the current one always among them. One stop of Tab.
    """

    chosen = Signal(str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: dict[str, _Place] = {}
        self._current, self._first = "", 0
        self.before = Button("PgUp", "jump", "chevron-left", name=self.tr("上一段"))
        self.after = Button("PgDn", "jump", "chevron-right", name=self.tr("下一段"))
        self.after.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(GAP))
        for button, step in ((self.before, -1), (self.after, 1)):
            # The keys they name do the same from everywhere on the page.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            set_property(button, "end", "true")
            button.clicked.connect(lambda _checked=False, s=step: self.stepped.emit(s))
        self._row.addWidget(self.before)
        self._row.addStretch(1)
        self._row.addWidget(self.after)

    @property
    def current(self) -> str:
        """Return the part marked as the one worked on."""
        return self._current

    def order(self) -> list[str]:
        """Return all parts from first to last."""
        return list(self._places)

    def button(self, key: str) -> Button:
        """Return the button of one part."""
        return self._places[key]

    def show_parts(self, parts: Sequence[tuple[str, str]]) -> None:
        """Show these (key, words); the same ones as before change nothing."""
        if [(key, place.text()) for key, place in self._places.items()] == list(parts):
            return
        for place in self._places.values():
            self._row.removeWidget(place)
            place.hide()
            place.deleteLater()
        self._places = {}
        for key, words in parts:
            place = _Place(words, "jump", parent=self, checkable=True, name=self.tr("到：{part}").format(part=words))
            place.clicked.connect(lambda _checked=False, k=key: self._on_clicked(k))
            place.stepped.connect(self._on_stepped)
            place.hide()
            self._places[key] = place
            self._row.insertWidget(self._row.count() - 2, place)
        self._first = 0
        self.mark(self._current if self._current in self._places else next(iter(self._places), ""))

    def mark(self, key: str) -> None:
        """Mark the part worked on."""
        self._current = key
        for name, place in self._places.items():
            place.setChecked(name == key)
            place.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width holds other names."""
        super().resizeEvent(event)
        self._arrange()

    def _on_clicked(self, key: str) -> None:
        # Pressing the current one takes its mark away, as buttons go; the page says where it is.
        self.mark(self._current)
        self.chosen.emit(key)

    def _on_stepped(self, step: int) -> None:
        keys = self.order()
        place = keys.index(self._current) + step if self._current in keys else 0
        if 0 <= place < len(keys):
            self.mark(keys[place])
            self._places[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        keys = self.order()
        if not keys:
            return
        gap = theme().px(GAP)
        widths = [self._places[key].sizeHint().width() + gap for key in keys]
        room = self.width() - self.before.sizeHint().width() - self.after.sizeHint().width() - gap
        at = keys.index(self._current) if self._current in keys else 0
        first = min(self._first, at)
        while first < at and sum(widths[first : at + 1]) > room:
            first += 1
        last = at
        while last + 1 < len(keys) and sum(widths[first : last + 2]) <= room:
            last += 1
        while first > 0 and sum(widths[first - 1 : last + 1]) <= room:
            first -= 1
        self._first = first
        for index, key in enumerate(keys):
            self._places[key].setVisible(first <= index <= last)
