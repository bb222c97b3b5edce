"""After a change of epoch: what the station lost goes again with the same bytes, what differs is shown to a person."""

from __future__ import annotations

import pytest

from desktop.application.delivery.reconcile import TRY_AGAIN_S, Reconcile
from desktop.application.errors import StationRefused, StationUnreachable
from desktop.application.station_port import CaseStatus, FeedEvent, FeedPage
from desktop.domain.case.feed import FeedPosition
from desktop.domain.delivery.outbox import State
from tests.unit.desktop_sending.profile import Profile


def reconcile(profile: Profile) -> Reconcile:
    """The use case."""
    return Reconcile(begin=profile.storage.begin, connect=profile.station, clock=profile.clock)


def restored(profile: Profile) -> None:
    """The station says that its epoch is another one."""
    profile.station.epoch = "e2"
    profile.station.pages.append(StationRefused("epoch-changed", 410))
    profile.pull()(0)


def pending(profile: Profile) -> bool:
    """Whether a comparison is still to be made."""
    with profile.storage.begin() as work:
        return work.feed.comparison().due


def test_nothing_is_compared_without_a_reason(profile: Profile) -> None:
    profile.queue()
    profile.deliver()()
    assert reconcile(profile)().value == 0
    assert profile.station.reconciled == []


def test_what_the_station_lost_goes_again_with_the_same_bytes(profile: Profile) -> None:
    lost, kept, cut = profile.queue(), profile.queue(urgent=True), profile.queue()
    for alert_id in (lost, cut, cut):
        profile.supplement(alert_id)
    unsent_body_count = 6
    profile.deliver()()
    first = {(alert_id, n): body for alert_id, n, body in profile.station.put}
    assert len(first) == unsent_body_count
    restored(profile)
    profile.station.missing, profile.station.have = frozenset({lost}), {cut: 1}
    assert reconcile(profile)().value == 3
    profile.station.put.clear()
    profile.deliver()()
    assert {(alert_id, n) for alert_id, n, _ in profile.station.put} == {(lost, 0), (lost, 1), (cut, 2)}
    assert all(first[alert_id, n] == body for alert_id, n, body in profile.station.put)
    assert profile.state(kept) is State.DELIVERED
    assert not pending(profile)
    assert reconcile(profile)().value == 0


def test_other_content_under_our_id_is_shown_and_never_overwritten(profile: Profile) -> None:
    alert_id = profile.queue()
    profile.deliver()()
    restored(profile)
    profile.station.conflicting = frozenset({alert_id})
    assert reconcile(profile)().value == 0
    entry = profile.entry(alert_id)
    assert (entry.state, entry.refused_code) == (State.REFUSED, "alert-id-conflict")


@pytest.mark.parametrize("failure", [StationUnreachable("network"), StationRefused("rate-limited", 429)])
def test_a_comparison_that_failed_is_made_again(profile: Profile, failure: StationUnreachable | StationRefused) -> None:
    alert_id = profile.queue()
    profile.deliver()()
    restored(profile)
    profile.station.missing = frozenset({alert_id})
    profile.station.failures = [failure]
    compare = reconcile(profile)
    assert compare().value == 0
    assert compare().value == 0, "not at once"
    assert pending(profile)
    profile.clock.advance(TRY_AGAIN_S)
    assert compare().value == 1
    assert not pending(profile)


def test_many_letters_are_asked_page_by_page(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.application.delivery.reconcile.PAGE", 2)
    ids = [profile.queue() for _ in range(5)]
    profile.deliver()()
    restored(profile)
    reconcile(profile)()
    assert [[one.alert_id for one in page] for page in profile.station.reconciled] == [ids[:2], ids[2:4], ids[4:]]


def test_a_restored_stations_word_is_the_newest(profile: Profile) -> None:
    alert_id = profile.queue()
    profile.deliver()()
    profile.station.pages.append(page("e1", alert_id, 9, "closed"))
    profile.pull()(0)
    restored(profile)
    with profile.storage.begin() as work:
        assert work.feed.position() == FeedPosition()
        assert work.feed.comparison().due
    profile.station.pages.append(page("e2", alert_id, 5, "verifying"))
    profile.pull()(0)
    with profile.storage.begin() as work:
        case = work.cases.get(alert_id)
    assert case is not None
    assert (case.revision, case.state) == (5, "verifying")


def page(epoch: str, alert_id: str, revision: int, state: str) -> FeedPage:
    """One status."""
    from tests.support import OPENING

    news = CaseStatus(state, revision, "台", "")
    return FeedPage(epoch, f"{epoch}-{revision}", (FeedEvent(revision, "case.status", alert_id, OPENING, news, "{}"),))
