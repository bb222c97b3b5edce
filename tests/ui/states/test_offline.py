"""Without a network every page that shows an alert says that the police do not have it, what to do, and never that they do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui.gallery.stand import PATIENCE_MS, Look, Stand, standing
from tests.ui.live_line.counter import Counter
from tests.ui.states.faults import shown

DIAL, NOT_THERE = "请拨 110", "警方还没有收到"
SENT = ("已送达", "警方已收到", "已接收 ", "等值班台看到")
PAGES_OF_DELIVERY: tuple[tuple[str, Callable[[str], dict[str, object]], str], ...] = (
    ("counter", lambda _alert: {}, "未送达"),
    ("records", lambda _alert: {}, "有 1 条警方还没有收到"),
    ("live", lambda alert: {"alert_id": alert}, "这里会继续自动送"),
)


@pytest.mark.parametrize("urgent", [False, True], ids=["ordinary", "urgent"])
@pytest.mark.parametrize(("route", "args", "says"), PAGES_OF_DELIVERY, ids=[row[0] for row in PAGES_OF_DELIVERY])
def test_an_alert_without_a_network_is_shown_as_not_received(
    counter: Counter, route: str, args: Callable[[str], dict[str, object]], says: str, urgent: bool
) -> None:
    with standing(counter, Look(), online=False) as stand:
        stand.sign_in()
        alert = counter.submitted(urgent=urgent)
        page = stand.go(route, **args(alert))
        counter.qtbot.waitUntil(lambda: says in shown(page), timeout=PATIENCE_MS)
        seen = shown(page)
        assert DIAL in seen or (route == "counter" and not urgent)
        assert [word for word in SENT if word in seen] == []
        counter.qtbot.waitUntil(lambda: "1 条还没有送达" in shown(stand.window), timeout=PATIENCE_MS)
        assert "没有网络" in shown(stand.window)


@pytest.mark.parametrize(("route", "args", "_says"), PAGES_OF_DELIVERY, ids=[row[0] for row in PAGES_OF_DELIVERY])
def test_once_it_arrives_the_page_says_so_by_itself(
    counter: Counter, route: str, args: Callable[[str], dict[str, object]], _says: str
) -> None:
    with standing(counter, Look(), online=False) as stand:
        stand.sign_in()
        alert = counter.submitted(urgent=True)
        page = stand.go(route, **args(alert))
        counter.qtbot.waitUntil(lambda: NOT_THERE in shown(page), timeout=PATIENCE_MS)
        _network_is_back(stand)
        counter.qtbot.waitUntil(lambda: NOT_THERE not in shown(page), timeout=PATIENCE_MS)
        counter.qtbot.waitUntil(lambda: "还没有送达" not in shown(stand.window), timeout=PATIENCE_MS)


def _network_is_back(stand: Stand) -> None:
    context = stand.window.context
    assert context is not None
    stand.counter.profile.station.failures.clear()
    stand.counter.clock.advance(60)
    services = stand.counter.services
    context.tasks.run(services.deliver_due, owner=stand.window)
