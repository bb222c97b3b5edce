"""A home page that could not be read does not say that nothing is open."""

from __future__ import annotations

from desktop.application.errors import StorageFailed
from desktop.application.read_models import CounterOverview
from tests.ui.live_line.counter import Counter
from tests.ui.pages.counter import CounterScreen


def broken(_member: str) -> CounterOverview:
    """A disk that gives nothing."""
    raise StorageFailed("io")


def test_nothing_is_called_empty_while_it_cannot_be_read(counter: Counter) -> None:
    real = counter.services.counter_overview
    screen = CounterScreen(counter)
    assert screen.empties() == ["今天没有正在办的", "都填完了"]
    counter.use(counter_overview=broken)
    screen.read_again()
    assert screen.failed()
    assert screen.empties() == []
    counter.use(counter_overview=real)
    screen.retry()
    assert screen.empties() == ["今天没有正在办的", "都填完了"]


def test_what_was_read_before_stays(counter: Counter) -> None:
    alert_id = counter.submitted()
    screen = CounterScreen(counter)
    counter.use(counter_overview=broken)
    screen.read_again()
    assert alert_id in screen.open_alerts()
    assert screen.empties() == []
