"""Text fields: search with a delay, and a labelled line with its problem under it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from desktop.ui.runtime.icons import paint_icon
from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, set_property

_SIGN, _AIR = 18, 28  # pixels at 100 %


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
        # Qt's own sign and clear button stay at 16 pixels in type of any size.
        self.clear_button = _Clear(self)
        self.clear_button.clicked.connect(self.clear)
        self.setTextMargins(theme().px(_SIGN + 8), 0, theme().px(32), 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay_ms)
        self._timer.timeout.connect(self._say)
        self.textChanged.connect(self._on_text)
        self.returnPressed.connect(self._say)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leaves the line as Enter does."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.went_on.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what clears the line at its end."""
        super().resizeEvent(event)
        side = theme().px(44)
        self.clear_button.setGeometry(self.width() - side, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line with its sign."""
        super().paintEvent(event)
        side = theme().px(_SIGN)
        with QPainter(self) as painter:
            paint_icon(painter, QRectF(theme().px(12), (self.height() - side) / 2, side, side), "search", "text_3")

    def _on_text(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))
        self._timer.start()

    def _say(self) -> None:
        self._timer.stop()
        self.searched.emit(self.text())


class _Clear(QAbstractButton):
    """A cross at the end of a line, for the finger and the mouse; the keyboard has its own ways."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("清空"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cross."""
        side = theme().px(_SIGN)
        with QPainter(self) as painter:
            place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            paint_icon(painter, place, "x", "text" if self.underMouse() else "text_2")


class _Line(QLineEdit):
    """A text longer than the line is whole under the pointer; a hidden one never is."""

    def event(self, event: QEvent) -> bool:
        """Measure only when somebody points at it."""
        if event.type() == QEvent.Type.ToolTip:
            room = self.width() - theme().px(_AIR)
            cut = self.fontMetrics().horizontalAdvance(self.text()) > room
            shown = cut and self.echoMode() is QLineEdit.EchoMode.Normal
            self.setToolTip(f"<span>{escape(self.text())}</span>" if shown else "")
        return super().event(event)


class LabelledLine(QWidget):
    """A caption, a line to type in, and under it the hint or what is wrong; `edited` on every key of a person.

    What no longer fits into the line is never dropped in silence: the hint's place says so until there is room again.
    """

    edited = Signal(str)

    def __init__(self, caption: str, hint: str = "", placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint, self._full, self._said = hint, False, ("", "danger")
        self.caption = label(caption, "small")
        self.edit = _Line()
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
