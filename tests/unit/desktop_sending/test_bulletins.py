"""Notices of the police: kept, read once, the receipt sent even days later, and read for good after a restore."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.application.bulletin_models import BulletinShelf
from desktop.application.bulletins.list_bulletins import ListBulletins
from desktop.application.bulletins.mark_read import MarkBulletinRead
from desktop.application.changes import NOTHING, Kind
from desktop.application.errors import StationUnreachable
from desktop.application.session import Session
from desktop.application.station_port import Bulletin, FeedEvent, FeedPage
from tests.support import OPENING, FixedClock
from tests.unit.desktop_sending.profile import Profile, open_test_profile


@pytest.fixture
def profile(tmp_path: Path, clock: FixedClock) -> Iterator[Profile]:
    """An enrolled profile."""
    with open_test_profile(tmp_path, clock) as opened:
        opened.enrol()
        yield opened


def told(profile: Profile, *said: Bulletin, epoch: str = "e1", first: int = 1) -> None:
    """The station's feed says these."""
    events = tuple(FeedEvent(first + n, "bulletin", None, OPENING, one, "{}") for n, one in enumerate(said))
    profile.station.pages = [FeedPage(epoch, f"{epoch}-{first}", events)]
    profile.pull()(0)


def shelf(profile: Profile) -> BulletinShelf:
    return ListBulletins(reads=profile.storage.reads(profile.connectivity))()


def read(profile: Profile, name: str) -> frozenset[Kind]:
    session = Session("mem_2", "陈志远", "营业员", lambda _payload: "")
    return MarkBulletinRead(begin=profile.storage.begin, clock=profile.clock)(name, session).changes


def notice(name: str, text: str = "内容") -> Bulletin:
    return Bulletin(name, f"题 {name}", text, "gold", "莲峰镇", OPENING)


def test_the_first_showing_counts_and_names_the_member(profile: Profile) -> None:
    told(profile, notice("b1"), notice("b2"))
    assert shelf(profile).unread == 2
    assert Kind.BULLETINS in read(profile, "b1")
    profile.clock.advance(60)
    assert read(profile, "b1") == NOTHING
    assert shelf(profile).unread == 1
    with profile.storage.begin() as work:
        (receipt,) = work.feed.read_receipts()
    assert (receipt.seq, receipt.member_id, receipt.shown_at, receipt.epoch) == (1, "mem_2", OPENING, "e1")


def test_a_notice_nobody_sent_is_not_read(profile: Profile) -> None:
    assert read(profile, "nothing") == NOTHING


def test_a_receipt_waits_for_the_network(profile: Profile) -> None:
    told(profile, notice("b1"))
    read(profile, "b1")
    deliver, profile.station.failures = profile.deliver(), [StationUnreachable("network")]
    deliver()
    assert profile.station.shown_seqs == []
    profile.clock.advance(3 * 86_400)
    deliver()
    assert profile.station.shown_seqs == [1]
    with profile.storage.begin() as work:
        assert work.feed.read_receipts() == ()


def test_what_was_read_stays_read_when_a_restored_station_says_it_again(profile: Profile) -> None:
    told(profile, notice("b1"), notice("b2"))
    read(profile, "b1")
    read(profile, "b2")
    told(profile, notice("b1"), notice("b2", "改过的内容"), epoch="e2", first=7)
    rows = {row.bulletin_id: row for row in shelf(profile).rows}
    assert rows["b1"].read_at is not None
    assert rows["b2"].read_at is None
    assert rows["b2"].text == "改过的内容"


def test_the_newest_comes_first(profile: Profile) -> None:
    told(profile, notice("b1"), notice("b2"))
    assert [row.bulletin_id for row in shelf(profile).rows] == ["b2", "b1"]
