"""A closed box that opens on a press: for what should not lie open on the counter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import clear_layout, label
from desktop.ui.widgets.button import Button


class Expander(QWidget):
    """A button with a title; below it, once pressed, small pairs of lines. Hidden while it has nothing to show."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(title, "secondary", "chevron-right", checkable=True)
        self.button.toggled.connect(self._on_toggled)
        self._inner = QWidget()
        self._lines = QVBoxLayout(self._inner)
        self._lines.setContentsMargins(theme().px(12), 0, theme().px(12), theme().px(8))
        self._lines.setSpacing(theme().px(4))
        self._pairs: tuple[tuple[str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.button)
        column.addWidget(self._inner)
        self._inner.hide()

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Keep (line, smaller line under it) pairs; their words are made only while the box is open."""
        if tuple(pairs) == self._pairs:
            self.setVisible(bool(pairs))
            return
        self._pairs = tuple(pairs)
        self.setVisible(bool(pairs))
        self._fill()

    def _on_toggled(self, opened: bool) -> None:
        self.button.set_icon("chevron-down" if opened else "chevron-right")
        self._inner.setVisible(opened)
        self._fill()

    def _fill(self) -> None:
        clear_layout(self._lines)
        if not self.button.isChecked():
            return
        for first, second in self._pairs:
            if first:
                self._lines.addWidget(label(first, "small"))
            if second:
                self._lines.addWidget(label(second, "faint"))
            self._lines.addSpacing(theme().px(6))
