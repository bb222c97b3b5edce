"""A call once the events of the moment are done, for things that may be gone by then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def soon(owner: QObject, work: Callable[[], object]) -> None:
    """Call `work` in the event loop's next round; never when `owner` is gone by then.

    In place of `QTimer.singleShot(0, owner, work)`: where the owner went before its turn, PySide 6.11 keeps that call's function
    for ever, and with a page's method the whole page.
    """
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.timeout.connect(work)
    timer.timeout.connect(timer.deleteLater)
    timer.start(0)
