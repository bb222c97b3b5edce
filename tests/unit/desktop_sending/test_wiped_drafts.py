"""A draft nobody goes on with stays on the counter; its personal details go by the same days, and so does what nobody could read."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.attachments.pictures import Pictures
from desktop.adapters.attachments.sealed_files import SealedFiles
from desktop.application.delivery.keep_house import KeepHouse
from desktop.application.photos.add_photo import AddPhoto
from desktop.application.station_port import CaseStatus, FeedEvent, FeedPage, News, UnknownNews
from desktop.domain.alert.draft import Draft
from desktop.domain.alert.fields import FIELDS
from desktop.domain.alert.retention import STEPS, wipe_draft
from desktop.domain.case.feed import KeptEvent
from tests.fakes.pictures import photo
from tests.unit.desktop_sending.profile import Profile
from tests.unit.desktop_sending.test_wiped_closings import CANARY, DETAILS, TX

DAY = timedelta(days=1).total_seconds()


@pytest.fixture
def files(tmp_path: Path) -> SealedFiles:
    """The folder of photos."""
    return SealedFiles(tmp_path / "attachments")


def house(profile: Profile, files: SealedFiles) -> KeepHouse:
    return KeepHouse(begin=profile.storage.begin, connect=profile.station, clock=profile.clock, files=files)


def begun(profile: Profile) -> Draft:
    """One open draft with details of every level."""
    now = profile.clock.now()
    alert_id = "01940000-0000-7000-8000-0000000000ab"
    draft = Draft("draft-1", alert_id, "gold_shop", 1, None, now, now, {"g-x": "yes"}, TX, {}, DETAILS)
    with profile.storage.begin() as work:
        work.drafts.add(draft)
        work.commit()
    return draft


def stored(profile: Profile) -> Draft:
    with profile.storage.begin() as work:
        return work.drafts.get("draft-1")


def test_details_go_level_by_level_and_the_draft_stays_open(profile: Profile, files: SealedFiles) -> None:
    draft = begun(profile)
    profile.clock.advance(7 * DAY)
    assert house(profile, files)().value == 0
    profile.clock.advance(1)
    assert house(profile, files)().value == 1
    first = stored(profile)
    assert "350000000000000000" not in str(first)
    assert "6222020000000000" not in str(first)
    assert first.details["narrative"] == f"{CANARY}经过"
    assert house(profile, files)().value == 0, "taken out once"
    profile.clock.advance(23 * DAY)
    assert house(profile, files)().value == 1
    last = stored(profile)
    assert last == wipe_draft(draft, "L2")
    assert (last.answers, last.saved_at, last.discarded_at) == (draft.answers, draft.saved_at, None)
    for gone in (CANARY, "某乙", "13800138000"):
        assert gone not in str(last)
    assert last.details["place_detail"] == "二号柜台"


def test_whoever_goes_on_with_it_begins_its_time_anew(profile: Profile, files: SealedFiles) -> None:
    draft = begun(profile)
    profile.clock.advance(6 * DAY)
    with profile.storage.begin() as work:
        work.drafts.replace(
            Draft(**{name: getattr(draft, name) for name in draft.__slots__} | {"saved_at": profile.clock.now()})
        )
        work.commit()
    profile.clock.advance(2 * DAY)
    assert house(profile, files)().value == 0


def test_its_photos_go_with_the_other_personal_details(profile: Profile, files: SealedFiles) -> None:
    draft = begun(profile)
    add = AddPhoto(begin=profile.storage.begin, clock=profile.clock, ids=profile.ids, cleaner=Pictures(), files=files)
    add(draft.alert_id, None, photo())
    (sealed,) = files.names()
    profile.clock.advance(8 * DAY)
    house(profile, files)()
    assert files.names() == {sealed}
    profile.clock.advance(23 * DAY)
    house(profile, files)()
    assert not files.names()
    with profile.storage.begin() as work:
        assert not work.attachments.of(draft.alert_id)


def test_the_table_of_fields_decides_for_drafts_too(profile: Profile) -> None:
    values = {key: f"{CANARY}{key}" for key in FIELDS}
    now = profile.clock.now()
    draft = Draft("d", "a", "gold_shop", 1, None, now, now, details=values)
    for step in STEPS:
        gone = {"L3"} if step == "L3" else {"L2", "L3"}
        assert set(wipe_draft(draft, step).details) == {key for key, one in FIELDS.items() if one.privacy not in gone}


def test_what_the_station_said_is_kept_in_what_it_changed_and_nowhere_else(
    profile: Profile, files: SealedFiles
) -> None:
    at = profile.clock.now()
    said: list[News] = [CaseStatus("received", 1, "东园派出所", f"{CANARY}已受理", (), ack=False), UnknownNews()]
    events = [FeedEvent(n, "case.status", None, at, news, f'"{CANARY}"') for n, news in enumerate(said, start=1)]
    profile.station.pages = [FeedPage("e1", "c", tuple(events))]
    profile.pull()(0)
    assert raw_of(profile, at) == [("", 1), (f'"{CANARY}"', 2)]
    profile.clock.advance(30 * DAY + 1)
    house(profile, files)()
    assert raw_of(profile, at) == [("", 1), ("", 2)]


def raw_of(profile: Profile, at: object) -> list[tuple[str, int]]:
    with profile.storage._engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT raw, seq FROM feed_events ORDER BY seq").fetchall()
    return [(str(raw), int(seq)) for raw, seq in rows]


def test_an_event_whose_words_are_forgotten_is_not_applied_again(profile: Profile, files: SealedFiles) -> None:
    event = KeptEvent("e1", 1, "case.status", None, profile.clock.now(), "said")
    with profile.storage.begin() as work:
        assert work.feed.add_event(event)
        assert work.feed.forget_raw(profile.clock.now() + timedelta(seconds=1)) == 1
        assert not work.feed.add_event(event)
        work.commit()
