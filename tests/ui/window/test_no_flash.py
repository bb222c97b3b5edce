"""No piece of a page may show itself as a window of its own for a moment while it is being built."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.main_window.registry import PAGES
from tests.ui.live_line.counter import Counter


class _Windows(QObject):
    """Notes every widget shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at Show events only."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            text = watched.property("text") or watched.accessibleName()
            self.shown.append(f"{type(watched).__name__} {text}".strip())
        return False


@pytest.fixture
def windows(counter: Counter) -> Iterator[_Windows]:
    """A watch over the application."""
    app = QApplication.instance()
    assert app is not None
    watch = _Windows()
    app.installEventFilter(watch)
    yield watch
    app.removeEventFilter(watch)


@pytest.mark.parametrize("route", sorted(PAGES))
def test_only_the_page_itself_is_shown(counter: Counter, windows: _Windows, route: str) -> None:
    args = {
        "review": lambda: {"draft_id": counter.draft()},
        "live": lambda: {"alert_id": counter.submitted()},
        "checklist": lambda: {"setting": "gold_shop"},
    }
    page = PAGES[route](counter.context)
    counter.show(page, **args.get(route, dict)())
    assert windows.shown == [type(page).__name__]
