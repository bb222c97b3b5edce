"""An urgent alert that needs the phone is not forgotten because its own page is not open."""

from __future__ import annotations

from desktop.application.changes import Kind
from desktop.application.errors import StationRefused
from desktop.ui.pages.counter.page import CounterPage
from tests.ui.live_line.counter import Counter


def shown(counter: Counter) -> CounterPage:
    """The home page."""
    page = CounterPage(counter.context)
    counter.show(page)
    counter.settle()
    return page


def tick(counter: Counter, page: CounterPage) -> None:
    """One second of the page's clock, and what it reads."""
    page.on_tick()
    counter.settle()
    page.on_tick()


def test_offline_at_once_with_the_words_to_read_out(counter: Counter) -> None:
    counter.profile.connectivity.silent()
    counter.submitted(urgent=True)
    page = shown(counter)
    tick(counter, page)
    assert page.call.isVisible()
    assert page.call.truth.sentence.text() == "没有网络，警方还没有收到，请拨 110"
    assert "中心街" in page.call.readout.accessibleDescription()


def test_online_it_is_shown_after_sixty_seconds_and_not_before(counter: Counter) -> None:
    counter.profile.connectivity.answered(counter.clock.now())
    alert_id = counter.submitted(urgent=True)
    page = shown(counter)
    counter.clock.advance(58)
    tick(counter, page)
    assert not page.call.isVisible()
    counter.clock.advance(2)
    tick(counter, page)
    assert page.call.isVisible()
    page.call.truth.retry.click()
    assert counter.navigator.went == [("live", {"alert_id": alert_id})]


def test_delivered_but_seen_by_nobody_is_shown_and_goes_when_it_is_seen(counter: Counter) -> None:
    alert_id = counter.submitted(urgent=True)
    counter.deliver()
    page = shown(counter)
    counter.clock.advance(61)
    tick(counter, page)
    assert page.call.truth.sentence.text() == "已送达，但还没有人看到，请拨 110"
    counter.police(alert_id, "acknowledged")
    counter.settle()
    tick(counter, page)
    assert not page.call.isVisible()


def test_an_ordinary_alert_does_not_take_the_place(counter: Counter) -> None:
    counter.profile.connectivity.silent()
    counter.submitted()
    page = shown(counter)
    counter.clock.advance(120)
    tick(counter, page)
    assert not page.call.isVisible()
    assert page.warning.sentence.text() == "警方还没有收到，请拨 110"


def test_a_refused_one_is_shown_until_it_was_submitted_anew(counter: Counter) -> None:
    alert_id = counter.submitted(urgent=True)
    counter.profile.station.failures = [StationRefused("invalid-alert", 422, "Wrong.", "有误。")]
    counter.deliver()
    page = shown(counter)
    tick(counter, page)
    assert page.call.isVisible()
    draft = counter.services.amend.revise(alert_id, counter.context.session).value
    counter.services.submit_alert(draft.draft_id, counter.context.session)
    counter.deliver()
    counter.tell(Kind.ALERTS)
    counter.settle()
    tick(counter, page)
    assert not page.call.isVisible()
