"""Every piece a page makes has a place in it: one without would outlive the page, and might show as a window of its own."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from desktop.ui.main_window.registry import PAGES
from tests.ui.live_line.counter import Counter
from tests.ui.pages.routes import arguments_of


@pytest.mark.parametrize("route", sorted(PAGES))
def test_no_piece_is_left_beside_its_page(counter: Counter, route: str) -> None:
    before = set(QApplication.topLevelWidgets())
    page = PAGES[route](counter.context)
    counter.show(page, **arguments_of(counter, route))
    fresh = [widget for widget in QApplication.topLevelWidgets() if widget not in before and widget is not page]
    strays = [widget for widget in fresh if widget.parent() is None]
    words = [(type(one).__name__, one.text() if isinstance(one, QLabel) else one.accessibleName()) for one in strays]
    assert words == []
