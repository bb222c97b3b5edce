"""Every place to type at, found on the screen and not listed by hand; typing as people and programs do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

Field = QLineEdit | QPlainTextEdit | QTextEdit


def fields_of(root: QWidget) -> Iterator[Field]:
    """Yield every text field that takes input now, in the order they were made."""
    for kind in (QLineEdit, QPlainTextEdit, QTextEdit):
        for field in root.findChildren(kind):
            if isinstance(field, Field) and field.isVisible() and field.isEnabled() and not field.isReadOnly():
                yield field


def text_in(field: Field) -> str:
    """Return what a field shows."""
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def shown_words(part: QWidget, words: str) -> str:
    """Return a part's words, nothing while it is hidden; a part that is shown says something."""
    if not part.isVisible():
        return ""
    assert words, f"{part} is shown and says nothing"
    return words


def write_over(field: Field, text: str, *, paste: bool = False) -> None:
    """Select everything and put a text there: by paste, or as an input method commits it."""
    field.setFocus()
    field.selectAll()
    if paste:
        QApplication.clipboard().setText(text)
        field.paste()
        return
    committed = QInputMethodEvent()
    committed.setCommitString(text)
    QApplication.sendEvent(field, committed)
