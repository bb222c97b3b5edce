"""Days people choose: never longer than allowed, counted before the wipe, and the line stays."""

from __future__ import annotations

import pytest

from desktop.domain.alert.retention import LONGEST, Retention
from desktop.domain.case.feed import FeedPosition
from desktop.domain.delivery.comparison import Comparison
from tests.unit.desktop_care.conftest import Kept

DAY = 86400.0


@pytest.mark.parametrize(
    ("chosen", "allowed"),
    [
        (Retention(14, 3), Retention(14, 3)),
        (Retention(365, 365), LONGEST),
        (Retention(0, -4), Retention(1, 1)),
        (Retention(3, 7), Retention(3, 3)),
    ],
)
def test_a_choice_stays_within_what_is_allowed(kept: Kept, chosen: Retention, allowed: Retention) -> None:
    keeping = kept.services.care.keeping
    assert keeping.storage().retention == LONGEST
    assert keeping.save_retention(chosen).value == allowed
    assert keeping.storage().retention == allowed


def test_a_shorter_choice_counts_at_once_and_the_line_stays(kept: Kept) -> None:
    alert = kept.profile.queue()
    kept.profile.station.durable = ("e1", 10)
    with kept.profile.storage.begin() as work:
        work.feed.put_position(FeedPosition("e1", "1"))
        work.feed.put_comparison(Comparison("e1"))
        work.feed.put_durable("e1", 10)
        work.commit()
    kept.services.deliver_due()
    kept.clock.advance(2 * DAY)
    keeping = kept.services.care.keeping
    assert keeping.storage().due == {"L3": 0, "L2": 0}
    keeping.save_retention(Retention(30, 1))
    assert keeping.storage().due == {"L3": 1, "L2": 0}
    assert keeping.wipe_now().value == 1
    report = keeping.storage()
    assert report.due == {"L3": 0, "L2": 0}
    assert report.wiped == {"L3": 1}
    assert report.rows["alerts"] == 1
    with kept.profile.storage.begin() as work:
        assert work.alerts.get(alert).wiped == "L3"


def test_nothing_that_did_not_arrive_is_wiped(kept: Kept) -> None:
    kept.profile.queue()
    kept.clock.advance(400 * DAY)
    keeping = kept.services.care.keeping
    keeping.save_retention(Retention(1, 1))
    assert keeping.wipe_now().value == 0
    assert keeping.storage().wiped == {}


def test_a_kept_choice_that_is_nonsense_is_the_longest_allowed(kept: Kept) -> None:
    for nonsense in ("text", {"l2": "x", "l3": 1}, {"l2": True, "l3": True}, [1, 2]):
        kept.profile.storage.care().put("care/retention", nonsense)
        assert kept.services.care.keeping.storage().retention == LONGEST
