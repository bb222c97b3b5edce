"""One field of the review page: caption, the control its kind asks for, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.alert.fields import FIELDS
from desktop.ui.runtime.theme import theme
from desktop.ui.viewmodels.review.fields import FieldSpec
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.choices import ChoiceChips
from desktop.ui.widgets.fields import LabelledLine
from desktop.ui.widgets.flow_layout import FlowLayout


class _FreeText(QPlainTextEdit):
    """A text whose Down key, of no use while it is empty, asks for the words offered."""

    offer_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every other key is the text's own."""
        if event.key() == Qt.Key.Key_Down and not event.modifiers() and self.document().isEmpty():
            self.offer_asked.emit()
            return
        super().keyPressEvent(event)


class FieldRow(QWidget):
    """Emits `edited(key, value)` for what a person did; `set_value` and `show_problem` are silent."""

    edited = Signal(str, str)

    def __init__(self, spec: FieldSpec, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._lang = lang
        self._understood = self._offered = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(6))
        self.chips: ChoiceChips | None = None
        self.line: LabelledLine | None = None
        self.text: QPlainTextEdit | None = None
        self.note = label("", "faint", parent=self)
        hint = spec.hint.get(lang) if spec.hint else ""
        if spec.control in ("choice", "chips"):
            self._build_chips()
        elif spec.control == "text":
            self._build_text(hint)
        else:
            self._build_line(hint)
        self.note.hide()

    def value(self) -> str:
        """Return what is shown: a code, a comma list of codes, or a text."""
        if self.chips is not None:
            return ",".join(self.chips.values())
        if self.text is not None:
            return self.text.toPlainText()
        return self.line.edit.text() if self.line is not None else ""

    def set_value(self, value: str) -> None:
        """Show a value; what already says the same is left alone, so the cursor does not jump."""
        shown = self.value()
        if shown in (value, value := self._in_language(value)):
            return
        if self.chips is not None:
            self.chips.set_values(tuple(value.split(",")) if value else ())
        elif self.text is not None:
            self.text.blockSignals(True)
            self.text.setPlainText(value)
            self.text.blockSignals(False)
        elif self.line is not None:
            self.line.set_text(value)

    def _in_language(self, value: str) -> str:
        """Return one of the offered words in the language shown; what is kept and sent stays as it was chosen."""
        same = (words for words in self.spec.suggestions if value in (words.zh, words.en))
        return next((words.get(self._lang) for words in same), value)

    def show_problem(self, sentence: str, *, blocking: bool = True) -> None:
        """Say beside the field what is wrong and what to do; an empty sentence takes it away."""
        tone = "danger" if blocking else "warn"
        if self.line is not None:
            self.line.show_problem(sentence, tone)
            if not sentence:
                self.line.show_note(self._understood)
            return
        if self.text is not None:
            set_property(self.text, "invalid", "true" if sentence and blocking else "false")
        self.note.setText(sentence)
        set_property(self.note, "tone", tone if sentence else "")
        self.note.setVisible(bool(sentence))

    def show_understood(self, text: str) -> None:
        """Say under the line how a number was understood; empty for nothing to say."""
        if self.line is not None and text != self._understood:
            self._understood = text
            self.line.show_note(text)

    def problem(self) -> str:
        """Return the sentence shown beside the field."""
        note = self.line.note if self.line is not None else self.note
        return "" if note.isHidden() or note.text() == self._understood else note.text()

    def offer(self, words: str) -> None:
        """Offer a text that one press writes into the empty field; no words, no offer."""
        self._offered = words
        self._show_offer()

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        target: QWidget | None = self.text
        if self.line is not None:
            target = self.line.edit
        if self.chips is not None and self.spec.choices:
            target = self.chips.button(self.chips.value() or next(iter(self.spec.choices)))
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_chips(self) -> None:
        caption = self.spec.label.get(self._lang)
        choices = [(code, text.get(self._lang)) for code, text in (self.spec.choices or {}).items()]
        self.chips = ChoiceChips(choices, caption, many=self.spec.control == "chips")
        self.chips.changed.connect(self._say)
        for part in (label(caption, "small"), self.chips, self.note):
            self._column.addWidget(part)

    def _build_text(self, hint: str) -> None:
        caption = self.spec.label.get(self._lang)
        self.text = _FreeText()
        self.text.offer_asked.connect(lambda: self._on_offer_taken() if self._offered else None)
        self.text.setAccessibleName(caption)
        self.text.setPlaceholderText(hint)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme().px(96))
        self.text.textChanged.connect(self._say)
        self.text.textChanged.connect(self._show_offer)
        self.take_offer = Button(self.tr("照核对写一句（按 ↓）"), "chip", "pencil")
        self.take_offer.clicked.connect(self._on_offer_taken)
        for part in (label(caption, "small"), self.text, self.take_offer, self.note):
            self._column.addWidget(part)
        self._column.setAlignment(self.take_offer, Qt.AlignmentFlag.AlignLeft)
        self.take_offer.hide()

    def _build_line(self, hint: str) -> None:
        self.line = LabelledLine(self.spec.label.get(self._lang), placeholder=hint)
        known = FIELDS.get(self.spec.key)
        self.line.edit.setMaxLength(known.longest if known else 20)
        self.line.edited.connect(self._say)
        self._column.addWidget(self.line)
        if not self.spec.suggestions:
            return
        flow = FlowLayout(spacing=theme().px(6))
        for suggestion in self.spec.suggestions:
            words = suggestion.get(self._lang)
            button = Button(words, "chip", name=f"{self.spec.label.get(self._lang)}:{words}")
            button.clicked.connect(lambda _checked=False, w=words: self._suggest(w))
            flow.addWidget(button)
        self._column.addLayout(flow)

    def _show_offer(self) -> None:
        if self.text is not None:
            self.take_offer.setVisible(bool(self._offered) and not self.text.toPlainText().strip())

    def _on_offer_taken(self) -> None:
        if self.text is not None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.set_value(self._offered)
            self.text.moveCursor(QTextCursor.MoveOperation.End)
            self._show_offer()
            self._say()

    def _suggest(self, words: str) -> None:
        self.set_value(words)
        self._say()

    def _say(self) -> None:
        self.edited.emit(self.spec.key, self.value())
