"""A button that shows a key and takes the next one pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.ui.runtime.hot_keys import hot_keys, normal, shown
from desktop.ui.widgets.button import Button

_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)


class KeyButton(Button):
    """Press it, then the new key; Esc or leaving it keeps the old one. The key that calls for help keeps working meanwhile."""

    key_pressed = Signal(str)
    # Qt sends events while the button is being made.
    listening = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("F8", "secondary", name=name, parent=parent)
        self._name = name
        self._key = ""
        self.clicked.connect(self.listen)

    def show_key(self, key: str) -> None:
        """Show which key it is."""
        self._key = key
        self._end()

    def listen(self) -> None:
        """Wait for the new key."""
        self.listening = True
        self.setText(self.tr("按新的键…"))
        self.setAccessibleName(self.tr("{name}：按新的键，Esc 取消").format(name=self._name))

    def event(self, event: QEvent) -> bool:
        """Keep a key that is a shortcut elsewhere from acting while a new one is awaited."""
        if self.listening and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and _portable(event) != hot_keys().sequence("alarm"):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving it keeps the old key."""
        super().focusOutEvent(event)
        self._end()

    def _take(self, event: QKeyEvent) -> None:
        if event.key() in _MODIFIERS:
            return
        key = _portable(event)
        self._end()
        if event.key() != Qt.Key.Key_Escape:
            self.key_pressed.emit(key)

    def _end(self) -> None:
        self.listening = False
        self.setText(shown(self._key))
        self.setAccessibleName(self.tr("{name}：{key}，按下可更改").format(name=self._name, key=shown(self._key)))


def _portable(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return normal(QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key()))).toString())
