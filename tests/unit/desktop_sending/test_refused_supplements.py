"""A supplement the station refuses holds up nobody: a filler takes its number, and a person decides about its content."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from desktop.application.alerts.drop_refused import DropRefused
from desktop.application.alerts.resend_refused import ResendRefused
from desktop.application.delivery.fill_gaps import AGAIN, FillGaps
from desktop.application.delivery.reconcile import Reconcile
from desktop.application.errors import InvalidInput, NotFound, StationRefused, StationUnreachable
from desktop.domain.alert.filler import WORDS
from desktop.domain.delivery.comparison import ask
from desktop.domain.delivery.outbox import NUMBER_TAKEN, SETTLED, State
from tests.unit.desktop_sending.profile import Profile

NO = StationRefused("invalid-supplement", 422, "Wrong.", "有误。")


def fill(profile: Profile) -> FillGaps:
    """The use case over this profile."""
    return FillGaps(begin=profile.storage.begin, connect=profile.station, clock=profile.clock)


def refused_in_the_middle(profile: Profile) -> str:
    """An alert with three supplements, the second refused and the third waiting behind it."""
    alert_id = profile.queue(urgent=True)
    for text in ("一", "二", "三"):
        profile.supplement(alert_id, text)
    profile.station.failures = [None, None, NO]
    deliver = profile.deliver()
    while deliver().value.sent:
        pass
    assert [profile.state(alert_id, n) for n in range(4)] == [
        State.DELIVERED,
        State.DELIVERED,
        State.REFUSED,
        State.QUEUED,
    ]
    return alert_id


def texts_put(profile: Profile, n: int) -> list[str]:
    """What the station was told under a number."""
    return [json.loads(body).get("text", "") for _id, m, body in profile.station.put if m == n]


def test_the_later_ones_go_on_by_themselves_and_the_refused_content_waits_for_a_person(profile: Profile) -> None:
    alert_id = refused_in_the_middle(profile)
    assert fill(profile)().value == 1
    assert texts_put(profile, 2) == ["二", WORDS]
    assert profile.deliver()().value.sent == 1
    assert (profile.state(alert_id, 2), profile.state(alert_id, 3)) == (State.REFUSED, State.DELIVERED)
    with profile.storage.begin() as work:
        assert work.outbox.undelivered() == (0, 1)
        assert work.alerts.supplement(alert_id, 2).text == "二"
    assert fill(profile)().value == 0


def test_better_words_go_as_a_correction_of_that_number(profile: Profile) -> None:
    alert_id = refused_in_the_middle(profile)
    fill(profile)()
    resend = ResendRefused(begin=profile.storage.begin, clock=profile.clock)
    assert resend(alert_id, None, 2, "二，改好了").value == 4
    profile.deliver()()
    said = json.loads(profile.station.put[-1][2])
    assert (said["kind"], said["corrects"], said["text"]) == ("correction", 2, "二，改好了")
    with profile.storage.begin() as work:
        assert work.outbox.undelivered() == (0, 0)
        # What is kept under the number is what the station has a receipt for.
        receipt = work.outbox.receipt(alert_id, 2)
        assert receipt is not None
        assert work.alerts.supplement(alert_id, 2).sha256 == receipt.sha256
    assert [profile.state(alert_id, n) for n in range(5)] == [State.DELIVERED] * 5


def test_not_sending_it_leaves_only_the_filler_even_before_that_has_gone(profile: Profile) -> None:
    alert_id = refused_in_the_middle(profile)
    drop = DropRefused(begin=profile.storage.begin, clock=profile.clock)
    drop(alert_id, 2)
    assert profile.state(alert_id, 2) is State.QUEUED
    profile.deliver()()
    assert [profile.state(alert_id, n) for n in range(4)] == [State.DELIVERED] * 4
    assert texts_put(profile, 2) == ["二", WORDS]
    with pytest.raises(NotFound):
        drop(alert_id, 2)


def test_empty_words_change_nothing(profile: Profile) -> None:
    alert_id = refused_in_the_middle(profile)
    with pytest.raises(InvalidInput):
        ResendRefused(begin=profile.storage.begin, clock=profile.clock)(alert_id, None, 2, "  ")
    assert profile.state(alert_id, 2) is State.REFUSED


def test_a_number_that_is_taken_at_the_station_holds_nobody_up(profile: Profile) -> None:
    alert_id = profile.queue()
    profile.supplement(alert_id, "一")
    profile.supplement(alert_id, "二")
    profile.station.failures = [None, StationRefused(NUMBER_TAKEN, 409)]
    deliver = profile.deliver()
    deliver(), deliver()
    assert [profile.state(alert_id, n) for n in (1, 2)] == [State.REFUSED, State.DELIVERED]
    ResendRefused(begin=profile.storage.begin, clock=profile.clock)(alert_id, None, 1, "一，再说一次")
    deliver()
    assert json.loads(profile.station.put[-1][2])["kind"] == "fact"
    assert profile.entry(alert_id, 1).refused_code == SETTLED
    with profile.storage.begin() as work:
        assert work.outbox.undelivered() == (0, 0)


@pytest.mark.parametrize("failure", [StationUnreachable("network"), StationRefused("invalid-supplement", 422)])
def test_a_filler_that_does_not_get_through_is_tried_again_later(
    profile: Profile, failure: StationUnreachable | StationRefused
) -> None:
    alert_id = refused_in_the_middle(profile)
    profile.station.failures = [failure]
    assert fill(profile)().value == 0
    assert fill(profile)().value == 0
    profile.clock.advance(AGAIN / timedelta(seconds=1))
    assert fill(profile)().value == 1
    assert profile.state(alert_id, 2) is State.REFUSED


def test_a_restored_station_that_lost_the_filler_gets_it_again(profile: Profile) -> None:
    alert_id = refused_in_the_middle(profile)
    fill(profile)()
    profile.deliver()()
    with profile.storage.begin() as work:
        (sent,) = work.outbox.sent_alerts(0, 10, profile.clock.now() - timedelta(days=1))
        assert sent.supplements == 3
        work.feed.put_comparison(ask(work.feed.comparison()))
        work.commit()
    profile.station.have = {alert_id: 1}
    assert Reconcile(begin=profile.storage.begin, connect=profile.station, clock=profile.clock)().value == 2
    assert fill(profile)().value == 1
    assert texts_put(profile, 2) == ["二", WORDS, WORDS]
    assert profile.deliver()().value.sent == 1
