"""Rows of the settings: a name with its control, a name with its value, a piece of work with its progress."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.flow_layout import FlowLayout

NARROW = 560


class SettingRow(QWidget):
    """A title with a line under it at the left, a control at the right; under each other where there is little room."""

    def __init__(self, title: str, hint: str, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(theme().px(2))
        words.addWidget(label(title, "strong"))
        self.hint = label(hint, "faint")
        words.addWidget(self.hint)
        if not hint:
            self.hint.hide()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme().px(12))
        self._row.addLayout(words, 1)
        self._row.addWidget(control)

    def set_narrow(self, narrow: bool) -> None:
        """Put the control under the words, or beside them."""
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self._row.invalidate()
            self.updateGeometry()


class ValueRow(QWidget):
    """A name and what it is; the value can be selected and copied."""

    def __init__(self, name: str, value: str = "", parent: QWidget | None = None, *, width: int = 132) -> None:
        super().__init__(parent)
        self.name = label(name, "muted")
        self.name.setFixedWidth(theme().px(width))
        self.value = label(value)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._set_accessible()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.value, 1)

    def show_value(self, value: str) -> None:
        """Show another value; a dash for none."""
        self.value.setText(value or "—")
        self._set_accessible()

    def _set_accessible(self) -> None:
        self.value.setAccessibleName(f"{self.name.text()} {self.value.text()}")


class WorkBar(QWidget):
    """What is under way, how far it is, and a button that ends it; hidden while nothing is."""

    stop_asked = Signal()

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label(words, "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(words)
        self.stop = Button(self.tr("停下"), "ghost", "x")
        self.stop.clicked.connect(self.stop_asked)
        left = QVBoxLayout()
        left.setSpacing(theme().px(6))
        left.addWidget(self.words)
        left.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addLayout(left, 1)
        row.addWidget(self.stop)
        self.hide()

    def show_busy(self, busy: bool) -> None:
        """Appear at the beginning of the work and go at its end."""
        if busy:
            self.bar.setValue(0)
            self.stop.setEnabled(True)
        self.setVisible(busy)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.bar.setMaximum(max(total, 1))
        self.bar.setValue(done)


def beside(field: LabelledLine, button: QWidget) -> LabelledLine:
    """Put a button to the right of a field's line and return the field."""
    column = field.layout()
    if isinstance(column, QVBoxLayout):
        place = column.indexOf(field.edit)
        column.removeWidget(field.edit)
        row = QHBoxLayout()
        row.setSpacing(theme().px(10))
        row.addWidget(field.edit, 1)
        row.addWidget(button)
        column.insertLayout(place, row)
    return field


def buttons(*parts: QWidget) -> FlowLayout:
    """Return buttons side by side that wrap where there is little room."""
    flow = FlowLayout(spacing=theme().px(10))
    for part in parts:
        flow.addWidget(part)
    return flow


def values(*rows: tuple[str, str]) -> tuple[QVBoxLayout, dict[str, ValueRow]]:
    """Return rows of (key, name) under each other, and the rows by key."""
    column = QVBoxLayout()
    column.setSpacing(theme().px(10))
    found = {key: ValueRow(name) for key, name in rows}
    for row in found.values():
        column.addWidget(row)
    return column, found


def heading(text: str) -> QLabel:
    """Return the title of a card."""
    return label(text, "heading")
