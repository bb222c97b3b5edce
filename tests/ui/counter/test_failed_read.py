"""A home page that could not be read does not say that nothing is open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.errors import StorageFailed
from desktop.application.read_models import CounterOverview
from desktop.ui.pages.counter.page import CounterPage
from desktop.ui.widgets.states import EmptyState
from tests.ui.live_line.counter import Counter


def empties(page: CounterPage) -> list[str]:
    """What the page now says is empty."""
    return [one.title.text() for one in page.findChildren(EmptyState) if one.isVisible()]


def broken(_member: str) -> CounterOverview:
    """A disk that gives nothing."""
    raise StorageFailed("io")


def test_nothing_is_called_empty_while_it_cannot_be_read(counter: Counter) -> None:
    real = counter.services.counter_overview
    page = CounterPage(counter.context)
    counter.show(page)
    assert empties(page) == ["今天没有正在办的", "都填完了"]
    counter.use(counter_overview=broken)
    page.model.load()
    counter.settle()
    assert page.error.isVisible()
    assert empties(page) == []
    counter.use(counter_overview=real)
    QTest.mouseClick(page.error.retry, Qt.MouseButton.LeftButton)
    counter.settle()
    assert empties(page) == ["今天没有正在办的", "都填完了"]


def test_what_was_read_before_stays(counter: Counter) -> None:
    alert_id = counter.submitted()
    page = CounterPage(counter.context)
    counter.show(page)
    counter.use(counter_overview=broken)
    page.model.load()
    counter.settle()
    assert page.open.buttons[alert_id].isVisible()
    assert empties(page) == []
