"""One question with its three answers, worked by keys, mouse and touch."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.ui.runtime.theme import theme
from desktop.ui.widgets.basics import label, set_property
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card

YES, NO, UNKNOWN = "yes", "no", "unknown"
_KEYS = {Qt.Key.Key_1: YES, Qt.Key.Key_2: NO, Qt.Key.Key_3: UNKNOWN}
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_EDGE = {YES: "accent", UNKNOWN: "warn"}
_ICONS = {YES: "check", NO: "x", UNKNOWN: "circle-help"}
_TONES = {YES: "accent", NO: "ok", UNKNOWN: "warn"}


class QuestionCard(Card):
    """`answered(id, answer, by_key)` with an empty answer when one was taken back; `moved(id, step)` for arrow keys."""

    answered = Signal(str, str, bool)
    moved = Signal(str, int)
    focused = Signal(str)

    def __init__(
        self, item: str, number: str, text: str, ask: str, why: str, *, compact: bool = False, depth: int = 0
    ) -> None:
        super().__init__(padding=16 if compact else 20, spacing=10)
        self.item, self._text, self._answer = item, text, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.number = label(number, "number", wrap=False)
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.number.setFixedSize(theme().px(28), theme().px(28))
        if not number:
            self.number.hide()
        words = QVBoxLayout()
        words.setSpacing(theme().px(4))
        words.addWidget(label(text, "strong" if compact else "heading"))
        if ask:
            words.addWidget(label(self.tr("顺口问：{ask}").format(ask=ask), "small", "accent"))
        if why:
            words.addWidget(label(why, "faint"))
        self.buttons: dict[str, Button] = {}
        answers = QHBoxLayout()
        answers.setSpacing(theme().px(10))
        for value, caption in ((YES, self.tr("是")), (NO, self.tr("否")), (UNKNOWN, self.tr("不清楚"))):
            answers.addWidget(self._button(value, caption, compact=compact), 1)
        top = QHBoxLayout()
        top.setSpacing(theme().px(14))
        top.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme().px(12))
        column.addLayout(words)
        column.addLayout(answers)
        top.addLayout(column, 1)
        self.body.addLayout(top)
        self._indent = depth
        self.setAccessibleName(text)

    @property
    def level_in(self) -> int:
        """Return how far the card is set in under its parent."""
        return self._indent

    @property
    def answer(self) -> str:
        """Return yes, no, unknown, or nothing."""
        return self._answer

    def show_answer(self, answer: str) -> None:
        """Show an answer without saying so."""
        if answer == self._answer and any(b.isChecked() for b in self.buttons.values()) == bool(answer):
            return
        self._answer = answer
        for value, button in self.buttons.items():
            button.setChecked(value == answer)
            button.set_icon(_ICONS[value], _TONES[value] if value == answer else "text_3")
        set_property(self.number, "tone", _TONES.get(answer, ""))
        self._show_edge()
        spoken = self.buttons[answer].text() if answer else self.tr("还没有回答")
        self.setAccessibleName(f"{self._text} {spoken}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1, 2, 3 answer; arrows move; take-back removes the answer."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self.answered.emit(self.item, _KEYS[key], True)
        elif key in _MOVES:
            self.moved.emit(self.item, _MOVES[key])
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.answered.emit(self.item, "", True)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which card the keys belong to."""
        super().focusInEvent(event)
        self._show_edge()
        self.focused.emit(self.item)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys belong to something else now."""
        super().focusOutEvent(event)
        self._show_edge()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the answers takes the keys here."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _button(self, value: str, caption: str, *, compact: bool) -> Button:
        button = Button(caption, "answer", _ICONS[value], checkable=True, name=f"{self._text} {caption}")
        button.set_icon(_ICONS[value], "text_3")
        button.setProperty("answer", value)
        if compact:
            button.setProperty("scale", "small")
        # The card itself takes Tab and the keys 1, 2, 3: three stops less for each question.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda checked: self._on_pressed(value, checked))
        self.buttons[value] = button
        return button

    def _on_pressed(self, value: str, checked: bool) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.answered.emit(self.item, value if checked else "", False)

    def _show_edge(self) -> None:
        self.set_edge("current" if self.hasFocus() else _EDGE.get(self._answer, ""))
