"""An urgent alert that needs the phone is not forgotten because its own page is not open."""

from __future__ import annotations

from desktop.application.changes import Kind
from desktop.application.errors import StationRefused
from desktop.ui.pages.counter.page import CounterPage
from tests.ui.live_line.counter import Counter
from tests.ui.pages.counter import CounterScreen


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
    screen = CounterScreen(counter)
    screen.tick()
    assert screen.call() == "没有网络，警方还没有收到，请拨 110"
    assert "中心街" in screen.read_out()
    assert not screen.warning()


def test_the_general_warning_comes_back_when_the_phone_is_no_longer_needed(counter: Counter) -> None:
    urgent = counter.submitted(urgent=True)
    counter.deliver()
    counter.profile.connectivity.silent()
    counter.submitted()
    counter.clock.advance(61)
    screen = CounterScreen(counter)
    screen.tick()
    assert (bool(screen.call()), bool(screen.warning())) == (True, False)
    counter.police(urgent, "acknowledged")
    counter.settle()
    screen.tick()
    assert (bool(screen.call()), bool(screen.warning())) == (False, True)


def test_a_quick_call_reads_out_nothing_that_nobody_said(counter: Counter) -> None:
    counter.profile.connectivity.silent()
    counter.services.silent_alarm(counter.context.session)
    page = shown(counter)
    tick(counter, page)
    said = page.call.readout.accessibleDescription()
    assert "一键求助" in said
    for unasked in ("还在", "财物", "没有"):
        assert unasked not in said


def test_a_refused_line_of_a_delivered_alert_is_not_called_a_missing_alert(counter: Counter) -> None:
    alert_id = counter.submitted()
    counter.deliver()
    counter.services.add_fact(alert_id, counter.context.session, "人往车站去了")
    counter.profile.station.failures = [StationRefused("invalid-supplement", 422, "Wrong.", "有误。")]
    counter.deliver()
    page = shown(counter)
    tick(counter, page)
    assert counter.services.outbox_status().refused == 1
    assert page.warning.sentence.text() == "上报警方已收到，后来补充的还没有；急的请拨 110"


def test_a_waiting_line_beside_a_waiting_alert_leaves_the_alert_missing(counter: Counter) -> None:
    counter.profile.connectivity.silent()
    alert_id = counter.submitted()
    counter.services.add_fact(alert_id, counter.context.session, "人往车站去了")
    page = shown(counter)
    tick(counter, page)
    assert page.warning.sentence.text() == "警方还没有收到，请拨 110"


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
