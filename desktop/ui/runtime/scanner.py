"""A barcode scanner types like a keyboard, only faster: its bursts are told from a person's keys and kept away from both.

The rule: at least eight letters or digits, each within 40 ms of the one before, ended by Enter, are one scanned number. Nothing
slower or shorter is touched, however fast somebody answers 1, 2, 3. A key held down repeats by itself and never counts.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

GAP_S: Final = 0.04
"""A person's fastest keys are some 60 ms apart, a scanner's 1 to 30 ms."""
LEAST: Final = 8
"""The shortest waybill number (DOMAIN 5.3)."""
_PLAIN: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScannerWedge(QObject):
    """Watches every key that goes to a widget of `room`, once it was told to `listen`.

    It sits on the window, where each key passes once before any widget has it: a filter over the whole application would be
    called for every event of every object, also of those that are just being destroyed.
    Keys that go to no text field are held back for those 40 ms, so that a scan never answers a question on its way; keys in a
    text field appear at once and the field is put back when they turn out to be a scan.
    """

    scanned = Signal(str)
    unfinished = Signal()  # a burst without Enter: the scanner is set up wrongly

    def __init__(self, room: QWidget, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(room)
        self._room, self._clock = room, clock
        self.listening = False
        self._text = ""
        self._last = 0.0
        self._held: list[tuple[int, Qt.KeyboardModifier, str]] = []
        self._field: QLineEdit | None = None
        self._before = ""
        self._replaying = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(round(GAP_S * 1000) + 5)
        self._quiet.timeout.connect(self._on_quiet)

    @property
    def holding(self) -> bool:
        """Whether keys are held back just now, because they may still be a scan."""
        return bool(self._held)

    def listen(self) -> None:
        """Begin, as soon as the room is in a window on the screen."""
        handle = self._room.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
            self.listening = True

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Return True for keys that are held back or belong to a scan."""
        if event.type() != QEvent.Type.KeyPress or self._replaying or not isinstance(event, QKeyEvent):
            return False
        target: QWidget | None = self._room.window().focusWidget()
        if target is None or not self._concerns(target):
            return False
        key = Qt.Key(event.key())
        if key in _ENTER and not event.modifiers() & ~_PLAIN:
            return self._end()
        if key == Qt.Key.Key_Shift:
            return False
        if event.isAutoRepeat() or not _of_a_number(event):
            self._let_go()
            return False
        return self._take(target, event)

    def _concerns(self, widget: QWidget) -> bool:
        if not self._room.isVisible() or not (widget is self._room or self._room.isAncestorOf(widget)):
            return False
        return not isinstance(widget, QLineEdit) or widget.echoMode() is QLineEdit.EchoMode.Normal

    def _take(self, widget: QWidget, event: QKeyEvent) -> bool:
        now = self._clock()
        if self._text and now - self._last > GAP_S:
            self._let_go()
        if not self._text:
            self._field = widget if isinstance(widget, QLineEdit) else None
            self._before = self._field.text() if self._field is not None else ""
        self._text += event.text()
        self._last = now
        self._quiet.start()
        if isinstance(widget, QLineEdit | QTextEdit | QPlainTextEdit):
            return False
        self._held.append((event.key(), event.modifiers(), event.text()))
        return True

    def _end(self) -> bool:
        number = self._text
        if len(number) < LEAST or self._clock() - self._last > GAP_S:
            self._let_go()
            return False
        if self._field is not None and self._field.text() != self._before:
            self._field.setText(self._before)
            self._field.textEdited.emit(self._before)
        self._forget()
        self.scanned.emit(number)
        return True

    def _on_quiet(self) -> None:
        if self._held and len(self._text) >= LEAST:
            # No person types like this: rather nothing than seven answers nobody gave.
            self._forget()
            self.unfinished.emit()
            return
        self._let_go()

    def _let_go(self) -> None:
        held = self._held
        self._forget()
        self._replaying = True
        try:
            for key, modifiers, text in held:
                # An answer moves the keyboard on, so each key goes where it would go now.
                target: QWidget | None = self._room.focusWidget()
                event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)
                QCoreApplication.sendEvent(self._room if target is None else target, event)
        finally:
            self._replaying = False

    def _forget(self) -> None:
        self._quiet.stop()
        self._text, self._held, self._field = "", [], None


def _of_a_number(event: QKeyEvent) -> bool:
    text = event.text()
    return len(text) == 1 and text.isascii() and (text.isalnum() or text == "-") and not event.modifiers() & ~_PLAIN
