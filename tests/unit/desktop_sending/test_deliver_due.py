"""The outbox: urgent first, order within an alert, nothing lost, nothing delivered without a receipt."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.application.delivery.deliver_due import BATCH
from desktop.application.errors import ForeignStation, StationRefused, StationUnreachable
from desktop.application.read_models import FieldProblem
from desktop.domain.delivery.outbox import State, take
from tests.support import OPENING
from tests.unit.desktop_sending.profile import Profile


def test_urgent_first_then_oldest(profile: Profile) -> None:
    first, second = profile.queue(), profile.queue()
    urgent = profile.queue(urgent=True)
    report = profile.deliver()().value
    assert [alert_id for alert_id, _, _ in profile.station.put] == [urgent, first, second]
    assert (report.sent, report.refused, report.failed, report.next_at) == (3, 0, 0, None)
    assert {profile.state(one) for one in (first, second, urgent)} == {State.DELIVERED}
    assert profile.deliver()().value.sent == 0


def test_an_urgent_one_that_comes_meanwhile_waits_for_one_batch_at_most(profile: Profile) -> None:
    first, *_others = [profile.queue() for _ in range(3 * BATCH)]
    late: list[str] = []

    def on_put(alert_id: str) -> None:
        if alert_id == first:
            late.append(profile.queue(urgent=True))

    profile.station.on_put = on_put
    profile.deliver()()
    order = [alert_id for alert_id, _, _ in profile.station.put]
    assert order.index(late[0]) == BATCH
    assert len(order) == len(set(order)) == 3 * BATCH + 1


def test_a_slow_station_keeps_a_batch_short(profile: Profile) -> None:
    ids = [profile.queue() for _ in range(4)]
    late: list[str] = []

    def on_put(alert_id: str) -> None:
        profile.clock.advance(0.8)
        if alert_id == ids[0]:
            late.append(profile.queue(urgent=True))

    profile.station.on_put = on_put
    profile.deliver()()
    assert [alert_id for alert_id, _, _ in profile.station.put] == [*ids[:2], late[0], *ids[2:]]


def test_a_supplement_waits_for_its_alert_and_for_the_one_before(profile: Profile) -> None:
    alert_id = profile.queue()
    profile.supplement(alert_id)
    profile.supplement(alert_id)
    other = profile.queue()
    profile.station.failures = [StationUnreachable("busy"), None]
    deliver = profile.deliver()
    report = deliver().value
    assert [(a, n) for a, n, _ in profile.station.put] == [(alert_id, 0), (other, 0)]
    assert report.next_at is not None
    assert report.next_at > profile.clock.now()  # what waits for its alert is not "due now" for ever
    profile.clock.advance(10)
    deliver()
    assert [n for a, n, _ in profile.station.put[2:]] == [0, 1, 2]


def test_the_receipt_is_kept_with_the_letter(profile: Profile) -> None:
    alert_id = profile.queue()
    profile.deliver()()
    with profile.storage.begin() as work:
        receipt = work.outbox.receipt(alert_id, 0)
    assert receipt is not None
    assert receipt.compact == f"jws-{alert_id}-0"


@pytest.mark.parametrize("reason", ["network", "timeout", "tls", "proxy", "insecure-url"])
def test_a_dead_line_ends_the_round_and_grows_the_pause(profile: Profile, reason: str) -> None:
    ids = [profile.queue() for _ in range(3)]
    deliver = profile.deliver()
    pauses = []
    for _ in range(12):
        profile.station.failures = [StationUnreachable(reason)]
        asked = len(profile.station.put)
        report = deliver().value
        assert (report.sent, report.failed, len(profile.station.put)) == (0, 1, asked + 1)
        assert report.next_at is not None
        pauses.append((report.next_at - profile.clock.now()).total_seconds())
        profile.clock.advance(pauses[-1] + 0.1)
    assert pauses == sorted(pauses)
    assert 1 <= pauses[0] <= 2
    assert 150 <= pauses[-1] <= 300
    assert {profile.state(one) for one in ids} == {State.QUEUED}
    assert profile.connectivity.contact.online is False
    assert deliver().value.sent == 3


def test_urgent_ones_do_not_wait_for_the_pause(profile: Profile) -> None:
    profile.queue()
    profile.station.failures = [StationUnreachable("network")]
    deliver = profile.deliver()
    deliver()
    profile.queue()
    assert deliver().value.sent == 0
    urgent = profile.queue(urgent=True)
    deliver()
    assert profile.state(urgent) is State.DELIVERED


def test_a_word_on_the_feed_ends_the_pause(profile: Profile) -> None:
    profile.queue()
    profile.station.failures = [StationUnreachable("network")]
    deliver = profile.deliver()
    deliver()
    fresh = profile.queue()
    profile.connectivity.answered(profile.clock.now())
    deliver()
    assert profile.state(fresh) is State.DELIVERED


def test_retry_after_is_obeyed(profile: Profile) -> None:
    alert_id = profile.queue()
    profile.station.failures = [StationUnreachable("busy", 600.0)]
    profile.deliver()()
    assert profile.entry(alert_id).next_attempt_at == OPENING + timedelta(seconds=600)
    assert profile.connectivity.contact.online is True


def test_one_bad_alert_never_blocks_the_others(profile: Profile) -> None:
    problem = FieldProblem("/narrative", "too-short", "「情况说明」太短。", "“Narrative” is too short.")
    bad, good = profile.queue(), profile.queue()
    profile.station.failures = [StationRefused("invalid-alert", 422, "Wrong.", "有误。", (problem,))]
    report = profile.deliver()().value
    assert (report.sent, report.refused) == (1, 1)
    entry = profile.entry(bad)
    assert (entry.state, entry.refused_code) == (State.REFUSED, "invalid-alert")
    assert entry.refused_detail_zh == "有误。「情况说明」太短。"
    assert profile.state(good) is State.DELIVERED


@pytest.mark.parametrize(("status", "slug"), [(401, "bad-signature"), (401, "unknown-key"), (403, "terminal-revoked")])
def test_a_refused_terminal_holds_the_outbox_and_spends_no_tries(profile: Profile, status: int, slug: str) -> None:
    ids = [profile.queue() for _ in range(3)]
    profile.station.failures = [StationRefused(slug, status)]
    deliver = profile.deliver()
    report = deliver().value
    assert (report.sent, report.failed, len(profile.station.put)) == (0, 1, 1)
    assert profile.held() == slug
    assert [profile.entry(one).attempts for one in ids] == [0, 0, 0]
    assert {profile.state(one) for one in ids} == {State.QUEUED}
    assert deliver().value.failed == 0  # quiet until the next probe
    assert len(profile.station.put) == 1
    profile.clock.advance(61)
    assert deliver().value.sent == 3
    assert profile.held() is None


def test_an_alert_of_another_shop_is_refused_alone(profile: Profile) -> None:
    bad, good = profile.queue(), profile.queue()
    profile.station.failures = [StationRefused("not-your-merchant", 403)]
    profile.deliver()()
    assert (profile.state(bad), profile.state(good)) == (State.REFUSED, State.DELIVERED)
    assert profile.held() is None


def test_a_foreign_station_delivers_nothing(profile: Profile) -> None:
    alert_id = profile.queue()
    profile.station.failures = [ForeignStation("key")]
    profile.deliver()()
    assert profile.state(alert_id) is State.QUEUED
    assert profile.held() == "foreign-station"


@pytest.mark.parametrize("slug", ["unknown-alert", "out-of-order"])
def test_a_station_that_forgot_the_alert_is_asked_again(profile: Profile, slug: str) -> None:
    alert_id = profile.queue()
    profile.deliver()()
    n = profile.supplement(alert_id)
    profile.station.failures = [StationRefused(slug, 409)]
    profile.deliver()()
    assert profile.state(alert_id, n) is State.QUEUED


def test_a_lease_keeps_two_senders_apart_and_runs_out(profile: Profile) -> None:
    alert_id = profile.queue()
    with profile.storage.begin() as work:
        work.outbox.replace(take(work.outbox.get(alert_id, 0), "dead process", profile.clock.now()))
        work.commit()
    deliver = profile.deliver()
    assert deliver().value.sent == 0
    profile.clock.advance(91)
    assert deliver().value.sent == 1


def test_a_receipt_counts_although_the_lease_was_lost(profile: Profile) -> None:
    alert_id = profile.queue()
    other = profile.deliver("other")

    def on_put(_: str) -> None:
        profile.station.on_put = None
        profile.clock.advance(91)
        profile.station.failures = [StationUnreachable("network")]
        other()

    profile.station.on_put = on_put
    report = profile.deliver()().value
    assert report.sent == 1
    assert profile.state(alert_id) is State.DELIVERED


def test_a_failure_after_the_lease_was_lost_changes_nothing(profile: Profile) -> None:
    alert_id = profile.queue()
    other = profile.deliver("other")

    def on_put(_: str) -> None:
        profile.station.on_put = None
        profile.clock.advance(91)
        other()
        profile.station.failures = [StationUnreachable("network")]

    profile.station.on_put = on_put
    profile.deliver()()
    assert profile.state(alert_id) is State.DELIVERED


def test_the_limit_is_kept(profile: Profile) -> None:
    for _ in range(5):
        profile.queue()
    assert profile.deliver()(limit=2).value.sent == 2


def test_nothing_is_sent_by_a_profile_of_no_shop(fresh: Profile) -> None:
    fresh.queue()
    assert fresh.deliver()().value.sent == 0
    assert fresh.station.put == []


def test_the_end_of_a_hold_makes_every_letter_due_at_once(profile: Profile) -> None:
    plain = profile.queue()
    profile.station.failures = [StationRefused("unknown-key", 401)]
    deliver = profile.deliver()
    report = deliver().value
    assert report.next_at is not None
    assert report.next_at > profile.clock.now() + timedelta(seconds=30)  # nothing is asked again before the next probe
    urgent = profile.queue(urgent=True)
    assert deliver().value.sent == 0
    with profile.storage.begin() as work:
        work.outbox.release()
        work.commit()
    assert deliver().value.sent == 2
    assert [alert_id for alert_id, _, _ in profile.station.put[1:]] == [urgent, plain]


@pytest.mark.parametrize("back_s", [60.0, 90_000.0, 40 * 86_400.0])
def test_a_letter_of_a_clock_that_was_ahead_goes_at_once_when_it_is_set_right(profile: Profile, back_s: float) -> None:
    """Pressed while the PC's clock was fast, which the network set right a moment later."""
    alert_id = profile.queue()
    profile.clock.jump(-back_s)
    report = profile.deliver()().value
    assert (report.sent, profile.state(alert_id)) == (1, State.DELIVERED)


def test_neither_a_wait_nor_a_lease_of_a_clock_that_was_ahead_holds_a_letter(profile: Profile) -> None:
    alert_id = profile.queue()
    profile.station.failures = [StationUnreachable("network")]
    assert profile.deliver()().value.failed == 1
    profile.clock.jump(-90_000)
    profile.clock.seconds += 400
    report = profile.deliver()().value
    assert report.sent == 1
    later = profile.queue()
    with profile.storage.begin() as work:
        work.outbox.replace(take(work.outbox.get(later, 0), "a sender that died", profile.clock.now()))
        work.commit()
    profile.clock.jump(-90_000)
    again = profile.deliver()
    assert again().value.sent == 1
    assert profile.state(alert_id) is profile.state(later) is State.DELIVERED
