"""Photos: kept with their alert, named by a supplement, sent after it piece by piece, never sent twice from the start."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.adapters.attachments.pictures import Pictures
from desktop.adapters.attachments.sealed_files import SealedFiles
from desktop.application.errors import InvalidInput, NotFound, StationRefused, StationUnreachable
from desktop.application.photo_models import AttachmentView
from desktop.application.photos.add_photo import AddPhoto
from desktop.application.photos.read_photos import ListPhotos, ReadPhoto
from desktop.application.photos.remove_photo import RemovePhoto
from desktop.application.photos.send_photos import ROUND_S, SendPhotos
from desktop.domain.alert.alert import digest_of
from desktop.domain.alert.attachment import CHUNK_BYTES, MOST_PER_ALERT
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.supplement import write_supplement
from desktop.domain.delivery.comparison import Comparison
from desktop.domain.delivery.outbox import State
from tests.fakes.pictures import photo
from tests.unit.desktop_sending.profile import Profile

DRAFT_ALERT = "01940000-0000-7000-8000-00000000d00d"


@dataclass
class Photos:
    """A profile's photos."""

    profile: Profile
    files: SealedFiles

    def __post_init__(self) -> None:
        begin, clock, ids = self.profile.storage.begin, self.profile.clock, self.profile.ids
        reads = self.profile.storage.reads(self.profile.connectivity)
        self.add = AddPhoto(begin=begin, clock=clock, ids=ids, cleaner=Pictures(), files=self.files)
        self.remove = RemovePhoto(begin=begin, files=self.files)
        self.list = ListPhotos(reads=reads)
        self.read = ReadPhoto(reads=reads, files=self.files)
        self.send = SendPhotos(begin=begin, connect=self.profile.station, clock=clock, ids=ids, files=self.files)

    def arrived(self, *, noise: bool = False) -> AttachmentView:
        """A photo of an alert that has arrived, itself not yet sent."""
        alert_id = self.profile.queue()
        view = self.add(alert_id, None, photo(5, (900, 700), noise=noise)).value
        self.profile.deliver()()
        return view


@pytest.fixture
def photos(profile: Profile, tmp_path: Path) -> Photos:
    """Photos of an enrolled profile with one open draft."""
    now = profile.clock.now()
    with profile.storage.begin() as work:
        work.drafts.add(Draft("d1", DRAFT_ALERT, "gold_shop", 2, None, now, now))
        work.commit()
    return Photos(profile, SealedFiles(tmp_path / "attachments"))


def test_a_photo_is_announced_then_sent_whole(photos: Photos) -> None:
    view = photos.arrived(noise=True)
    station = photos.profile.station
    said = json.loads(station.put[1][2])
    assert (said["kind"], said["n"]) == ("attachment", 1)
    assert said["attachment"]["sha256"] == view.sha256
    assert not station.uploads
    report = photos.send().value
    assert (report.sent, report.next_at) == (1, None)
    assert digest_of(station.uploads[view.alert_id, view.sha256]) == view.sha256
    assert len(station.pieces) == -(-view.size // CHUNK_BYTES) > 1
    assert photos.list(view.alert_id)[0].state == "sent"
    assert photos.read(view.alert_id, view.sha256) == station.uploads[view.alert_id, view.sha256]


def test_no_photo_before_its_alert_has_arrived(photos: Photos) -> None:
    alert_id = photos.profile.queue()
    photos.add(alert_id, None, photo())
    photos.profile.station.failures = [StationUnreachable("network")]
    photos.profile.deliver()()
    assert photos.send().value.next_at is None
    assert not photos.profile.station.pieces


def test_a_cut_line_goes_on_where_it_stopped(photos: Photos) -> None:
    view = photos.arrived(noise=True)
    station = photos.profile.station
    station.failures = [None, StationUnreachable("timeout")]
    report = photos.send().value
    assert report.failed == 1
    assert report.next_at is not None
    # The piece whose answer was lost had arrived after all.
    station.uploads[view.alert_id, view.sha256] += b""
    photos.profile.clock.advance(10)
    assert photos.send().value.sent == 1
    assert [offset for offset, _ in station.pieces] == sorted({offset for offset, _ in station.pieces})
    assert digest_of(station.uploads[view.alert_id, view.sha256]) == view.sha256


def test_a_station_that_knows_another_offset_is_followed(photos: Photos) -> None:
    view = photos.arrived(noise=True)
    key = (view.alert_id, view.sha256)
    photos.profile.station.uploads[key] = photos.read(*key)[:100]
    assert photos.send().value.sent == 1
    assert digest_of(photos.profile.station.uploads[key]) == view.sha256


def test_a_round_is_short_and_the_next_goes_on(photos: Photos) -> None:
    view = photos.arrived(noise=True)
    clock, station = photos.profile.clock, photos.profile.station
    put = station.put_piece

    def slow(alert_id: str, sha256: str, media_type: str, offset: int, size: int, piece: bytes) -> int:
        clock.advance(ROUND_S)
        return put(alert_id, sha256, media_type, offset, size, piece)

    station.put_piece = slow  # type: ignore[method-assign]  # the same station, only slow
    first = photos.send().value
    assert (first.sent, len(station.pieces)) == (0, 1)
    assert first.next_at is not None
    assert first.next_at <= clock.now()
    while photos.send().value.sent == 0:
        pass
    assert digest_of(station.uploads[view.alert_id, view.sha256]) == view.sha256


@pytest.mark.parametrize("slug", ["unsupported-type", "too-large", "too-many-attachments"])
def test_a_refused_photo_blocks_nothing(photos: Photos, slug: str) -> None:
    refused, good = photos.arrived(), photos.arrived()
    photos.profile.station.failures = [StationRefused(slug, 415)]
    report = photos.send().value
    assert (report.refused, report.sent) == (1, 1)
    assert photos.list(refused.alert_id)[0].refused_code == slug
    assert photos.list(good.alert_id)[0].state == "sent"


def test_a_station_without_the_alert_is_asked_again_from_the_start(photos: Photos) -> None:
    view = photos.arrived()
    photos.profile.station.failures = [StationRefused("unknown-alert", 404)]
    assert photos.send().value.failed == 1
    photos.profile.clock.advance(600)
    assert photos.send().value.sent == 1
    assert photos.list(view.alert_id)[0].state == "sent"


def test_a_lost_file_is_said(photos: Photos) -> None:
    view = photos.arrived()
    for name in photos.files.names():
        photos.files.remove(name)
    assert photos.send().value.refused == 1
    assert photos.list(view.alert_id)[0].refused_code == "photo-lost"


def test_the_same_photo_is_kept_once_and_five_are_the_most(photos: Photos) -> None:
    first = photos.add(DRAFT_ALERT, None, photo(1)).value
    assert photos.add(DRAFT_ALERT, None, photo(1)).value == first
    for number in range(2, MOST_PER_ALERT + 1):
        photos.add(DRAFT_ALERT, None, photo(number))
    with pytest.raises(InvalidInput) as caught:
        photos.add(DRAFT_ALERT, None, photo(9))
    assert caught.value.problems[0].code == "too-many"
    assert len(photos.files.names()) == len(photos.list(DRAFT_ALERT)) == MOST_PER_ALERT


def test_a_drafts_photo_can_be_taken_back_and_a_sent_alerts_cannot(photos: Photos) -> None:
    view = photos.add(DRAFT_ALERT, None, photo(1)).value
    photos.remove(DRAFT_ALERT, view.sha256)
    assert not photos.list(DRAFT_ALERT)
    assert not photos.files.names()
    sent = photos.arrived()
    with pytest.raises(NotFound):
        photos.remove(sent.alert_id, sent.sha256)
    with pytest.raises(NotFound):
        photos.read(DRAFT_ALERT, view.sha256)


def test_what_is_no_alert_of_ours_takes_no_photo(photos: Photos) -> None:
    with pytest.raises(NotFound):
        photos.add("01940000-0000-7000-8000-00000000ffff", None, photo())
    assert not photos.files.names()


def test_after_a_withdrawal_no_photo(photos: Photos) -> None:
    alert_id = photos.profile.queue()
    now = photos.profile.clock.now()
    with photos.profile.storage.begin() as work:
        gone = write_supplement(
            alert_id=alert_id, n=1, kind="withdrawal", made_at=now, member_id=None, sign=None, text="认错人了"
        )
        work.alerts.add_supplement(gone)
        work.commit()
    with pytest.raises(InvalidInput) as caught:
        photos.add(alert_id, None, photo())
    assert caught.value.problems[0].code == "withdrawn"


def test_a_failing_database_leaves_no_file(photos: Photos) -> None:
    alert_id = photos.profile.queue()
    photos.profile.storage._engine.dispose()
    begin = photos.add._begin
    calls = []

    def once(*_: object) -> object:
        calls.append(1)
        if len(calls) > 1:
            raise StationUnreachable("network")
        return begin()

    photos.add._begin = once  # type: ignore[assignment]  # the second transaction fails
    with pytest.raises(StationUnreachable):
        photos.add(alert_id, None, photo())
    assert not photos.files.names()
    assert photos.profile.state(alert_id) is State.QUEUED


def test_a_photo_that_arrived_at_a_station_restored_meanwhile_is_asked_for_again(photos: Photos) -> None:
    photos.arrived()
    profile, uploads = photos.profile, photos.profile.station.uploads
    put_piece = profile.station.put_piece

    def restored_after_the_last_piece(*said: Any) -> int:
        offset = put_piece(*said)
        uploads.clear()
        with profile.storage.begin() as work:
            work.feed.put_comparison(Comparison("e2", asked=1, answered=1))
            work.commit()
        profile.station.__dict__.pop("put_piece")
        return offset

    profile.station.__dict__["put_piece"] = restored_after_the_last_piece
    photos.send()
    photos.send()
    assert list(uploads) != []
