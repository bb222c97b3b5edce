"""Personal details leave this PC after their time, never before the station has them safe; receipts form one chain."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.attachments.pictures import Pictures
from desktop.adapters.attachments.sealed_files import SealedFiles
from desktop.application.delivery.keep_house import EVERY_S, KeepHouse
from desktop.application.errors import StationUnreachable
from desktop.application.photos.add_photo import AddPhoto
from desktop.application.photos.send_photos import SendPhotos
from desktop.application.read_models import RecordFilter
from desktop.domain.alert.alert import Alert, digest_of
from desktop.domain.alert.canonical import canonical_json
from desktop.domain.alert.fields import FIELDS
from desktop.domain.alert.retention import wipe_alert
from desktop.domain.case.feed import FeedPosition
from desktop.domain.delivery.comparison import Comparison
from desktop.domain.delivery.outbox import OutboxEntry
from tests.fakes.counter import alert
from tests.fakes.pictures import photo
from tests.unit.desktop_sending.profile import Profile

BODY = {
    "alert_id": "x",
    "narrative": "叙述金丝雀",
    "place": {"address": "中心街", "detail": "二号柜台"},
    "payee": {"account": "6222020000000000", "name": "某甲"},
    "subject": {"desc": "灰外套", "id_no": "350000000000000000"},
    "contact": {"phone": "13800138000", "mode": "call"},
    "payments": [{"last4": "1234"}],
    "member_signature": "a..b",
}


@pytest.fixture
def files(tmp_path: Path) -> SealedFiles:
    """The folder of photos."""
    return SealedFiles(tmp_path / "attachments")


def house(profile: Profile, files: SealedFiles) -> KeepHouse:
    """The use case, as after a start of the app."""
    return KeepHouse(begin=profile.storage.begin, connect=profile.station, clock=profile.clock, files=files)


def saved(profile: Profile) -> str:
    """One alert with details of every level, delivered with a supplement; the feed was read in epoch e1."""
    now = profile.clock.now()
    body = canonical_json(BODY)
    kept = replace(alert(1, at=now, narrative="叙述金丝雀"), body=body, sha256=digest_of(body))
    with profile.storage.begin() as work:
        work.alerts.add(kept)
        work.outbox.add(OutboxEntry(kept.alert_id, 0, False, now, now))
        work.feed.put_position(FeedPosition("e1", "c"))
        work.feed.put_comparison(Comparison("e1"))
        work.commit()
    profile.supplement(kept.alert_id, "又来了金丝雀")
    profile.deliver()()
    return kept.alert_id


def stored(profile: Profile, alert_id: str) -> tuple[Alert, str]:
    """The alert and its supplement's text as kept."""
    with profile.storage.begin() as work:
        return work.alerts.get(alert_id), work.alerts.supplement(alert_id, 1).text


def test_details_go_level_by_level_and_the_row_stays(profile: Profile, files: SealedFiles) -> None:
    alert_id = saved(profile)
    profile.station.durable = ("e1", 99)
    before, _ = stored(profile, alert_id)
    profile.clock.advance(timedelta(days=8).total_seconds())
    assert house(profile, files)().value == 1
    first, said = stored(profile, alert_id)
    body = json.loads(first.body)
    assert (first.wiped, first.sha256, said) == ("L3", before.sha256, "又来了金丝雀")
    assert body["payee"] == {}
    assert body["subject"] == {"desc": "灰外套"}
    assert body["narrative"] == "叙述金丝雀"
    assert house(profile, files)().value == 0
    profile.clock.advance(timedelta(days=23).total_seconds())
    assert house(profile, files)().value == 1
    last, said = stored(profile, alert_id)
    assert (last.wiped, last.narrative, said) == ("L2", "", "")
    for gone in ("金丝雀", "灰外套", "13800138000", "某甲", "1234", "member_signature"):
        assert gone not in last.body.decode()
    assert json.loads(last.body)["place"] == BODY["place"]
    reads = profile.storage.reads(profile.connectivity)
    assert reads.records(RecordFilter(), 0, 9, profile.clock.now()).total == 1
    assert reads.records(RecordFilter(text="金丝雀"), 0, 9, profile.clock.now()).total == 0
    assert reads.live_line(alert_id).short_no


@pytest.mark.parametrize("durable", [("e1", 0), ("e1", 1), ("e2", 99)])
def test_nothing_goes_before_the_station_has_it_safe(
    profile: Profile, files: SealedFiles, durable: tuple[str, int]
) -> None:
    alert_id = saved(profile)
    profile.station.durable = durable
    profile.clock.advance(timedelta(days=90).total_seconds())
    assert house(profile, files)().value == 0
    assert stored(profile, alert_id)[0].wiped == ""


def test_a_station_that_is_ahead_never_makes_the_wipe_run_early(profile: Profile, files: SealedFiles) -> None:
    alert_id = saved(profile)
    profile.station.durable = ("e1", 99)
    before = profile.clock.now()
    profile.clock.advance(timedelta(days=90).total_seconds())
    keep = house(profile, files)
    # The PC's own clock, which the station's is ninety days ahead of.
    profile.clock.own = before
    assert keep.wipe().value == 0
    assert stored(profile, alert_id)[0].wiped == ""
    profile.clock.own = None
    assert keep().value > 0


def test_what_was_not_delivered_is_never_wiped(profile: Profile, files: SealedFiles) -> None:
    alert_id = saved(profile)
    profile.station.durable = ("e1", 99)
    profile.supplement(alert_id, "还没送达")
    profile.clock.advance(timedelta(days=90).total_seconds())
    assert house(profile, files)().value == 0


def test_an_unreachable_station_changes_nothing_and_is_asked_again(profile: Profile, files: SealedFiles) -> None:
    saved(profile)
    keep, asked = house(profile, files), []

    def meta() -> object:
        asked.append(1)
        raise StationUnreachable("network")

    profile.station.meta = meta  # type: ignore[assignment,method-assign]  # the same station behind a dead line
    keep()
    keep()
    profile.clock.advance(EVERY_S)
    keep()
    assert len(asked) == 2


def test_photos_go_with_the_names_and_strays_are_swept(profile: Profile, files: SealedFiles) -> None:
    alert_id, ids = saved(profile), profile.ids
    begin, clock = profile.storage.begin, profile.clock
    AddPhoto(begin=begin, clock=clock, ids=ids, cleaner=Pictures(), files=files)(alert_id, None, photo())
    profile.deliver()()
    SendPhotos(begin=begin, connect=profile.station, clock=clock, ids=ids, files=files)()
    stray, fresh = "01930000-0000-7000-8000-00000000dead", "01ffffff-0000-7000-8000-00000000beef"
    for name in (stray, fresh):
        files.put(name, b"x")
    house(profile, files)()
    assert stray not in files.names()
    assert fresh in files.names(), "it may belong to a photo that is just being added"
    profile.station.durable = ("e1", 99)
    clock.advance(timedelta(days=31).total_seconds())
    house(profile, files)()
    with begin() as work:
        (kept,) = work.attachments.of(alert_id)
    assert kept.key is None
    assert kept.file not in files.names()


def test_receipts_are_one_chain(profile: Profile, files: SealedFiles) -> None:
    for _ in range(3):
        profile.queue()
    profile.deliver()()
    reads = profile.storage.reads(profile.connectivity)
    house(profile, files)()
    assert reads.outbox().odd_receipts == 0
    profile.station.given.append(replace(profile.station.given[-1], compact="a receipt that never came here"))
    profile.queue()
    profile.deliver()()
    house(profile, files)()
    assert reads.outbox().odd_receipts == 1
    profile.station.given[-1] = profile.station.given[0]
    profile.queue()
    profile.deliver()()
    house(profile, files)()
    assert reads.outbox().odd_receipts == 3, "and two that name the same one"


def test_every_field_of_a_level_is_taken_out() -> None:
    for step, levels in (("L3", ("L3",)), ("L2", ("L2", "L3"))):
        for field in FIELDS.values():
            body: dict[str, object] = {}
            inside = body
            *outer, last = field.pointer.strip("/").split("/")
            for name in outer:
                inside[name] = inside = {}
            inside[last] = "金丝雀"
            wiped = wipe_alert(replace(alert(1), body=canonical_json(body)), step)  # type: ignore[arg-type]  # both steps
            assert (b"\xe9\x87\x91" in wiped.body) is (field.privacy not in levels), field.key
