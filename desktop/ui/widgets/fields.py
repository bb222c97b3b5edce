"""Text fields: search with a delay, and a labelled line with its problem under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.ui.runtime.icons import icon
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, set_property


class SearchField(QLineEdit):
    """A line to search with; `searched` comes `delay_ms` after the last key, or at once with Enter.

    `went_on` with Enter or the down arrow: on to what was found.
    """

    searched = Signal(str)
    went_on = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None, delay_ms: int = 250) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._say)
        self._action = self.addAction(icon("search", "text_3"), QLineEdit.ActionPosition.LeadingPosition)
        theme().changed.connect(self._draw)
        self.textChanged.connect(lambda _text: self._timer.start())
        self.returnPressed.connect(self._say)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves the line as Enter does."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()

    def _draw(self) -> None:
        self._action.setIcon(icon("search", "text_3"))

    def _say(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text())


class LabelledLine(QWidget):
    """A caption, a line to type in, and under it the hint or what is wrong; `edited` on every key of a person.

    What no longer fits into the line is never dropped in silence: the hint's place says so until there is room again.
    """

    edited = Signal(str)

    def __init__(self, caption: str, hint: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint, self._full, self._said = hint, False, ("", "danger")
        self.caption = label(caption, "small")
        self.edit = QLineEdit()
        self.edit.setAccessibleName(caption)
        self.edit.setPlaceholderText(placeholder)
        self.note = label(hint, "faint")
        if not hint:
            self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        for part in (self.caption, self.edit, self.note):
            column.addWidget(part)
        self.edit.inputRejected.connect(self._on_full)
        self.edit.textEdited.connect(self._on_edited)

    def text(self) -> str:
        """Return what was typed, without spaces around it."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Show a text without saying so."""
        if self.edit.text() != text:
            self.edit.setText(text)
            if not self.edit.hasFocus():
                # One reads a long text from its beginning.
                self.edit.setCursorPosition(0)

    def show_problem(self, sentence: str, tone: str = "danger") -> None:
        """Say what is wrong beside the field; an empty sentence takes it away."""
        set_property(self.edit, "invalid", "true" if sentence and tone == "danger" else "false")
        self._said = (sentence, tone)
        full = self._full_words()
        self.note.setText(sentence or full or self._hint)
        set_property(self.note, "tone", tone if sentence else "warn" if full else "")
        self.note.setVisible(bool(sentence or full or self._hint))

    def show_note(self, sentence: str) -> None:
        """Say something helpful under the field, for example how an amount was understood."""
        self.show_problem("")
        if sentence and not self._full:
            self.note.setText(sentence)
            self.note.setVisible(True)

    def _on_full(self) -> None:
        if not self._full:
            self._full = True
            self.show_problem(*self._said)

    def _on_edited(self, text: str) -> None:
        if self._full and len(text.encode("utf-16-le", "surrogatepass")) // 2 < self.edit.maxLength():
            self._full = False
            self.show_problem(*self._said)
        self.edited.emit(text)

    def _full_words(self) -> str:
        return self.tr("最多 {n} 个字，多出来的没有放进去。").format(n=self.edit.maxLength()) if self._full else ""
