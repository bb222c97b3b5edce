"""Text is saved while it is typed, not only after it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.ui.runtime.typing_pause import TypingPause


def test_it_fires_while_nobody_ever_pauses(qtbot: QtBot, qapp: QObject) -> None:
    pause, fired = TypingPause(600, qapp), list[int]()
    pause.timeout.connect(lambda: fired.append(1))

    def typing_on() -> bool:
        pause.touch()
        return len(fired) >= 2

    qtbot.waitUntil(typing_on, timeout=20_000)
    pause.stop()
    pause.deleteLater()


def test_a_pause_saves_at_once(qtbot: QtBot, qapp: QObject) -> None:
    pause = TypingPause(0, qapp)
    with qtbot.waitSignal(pause.timeout):
        pause.touch()
    assert not pause.isActive()
    pause.deleteLater()
