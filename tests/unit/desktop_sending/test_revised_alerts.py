"""A refused alert is begun anew with all it said; the old one asks for nobody any more, and nothing behind it waits for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.adapters.attachments.pictures import Pictures
from desktop.adapters.attachments.sealed_files import SealedFiles
from desktop.adapters.checklist_files import ChecklistFiles
from desktop.application.alerts.revise_alert import ReviseAlert
from desktop.application.alerts.submit_alert import SubmitAlert
from desktop.application.checklists.find_checklist import FindChecklist
from desktop.application.delivery.keep_house import EVERY_S, KeepHouse
from desktop.application.drafts.discard_draft import DiscardDraft, WipeDiscarded
from desktop.application.drafts.save_draft import SaveDraft
from desktop.application.drafts.start_draft import StartDraft
from desktop.application.errors import NotFound, StationRefused
from desktop.application.photos.add_photo import AddPhoto
from desktop.domain.case.feed import FeedPosition
from desktop.domain.delivery.comparison import Comparison
from desktop.domain.delivery.outbox import SETTLED, State
from tests.fakes.pictures import photo
from tests.unit.desktop_sending.profile import Profile

CHECKLISTS = Path(__file__).parents[3] / "resources" / "checklists"
ANSWERS = {"g-mail-out": "yes", "g-weight-only": "yes", "g-nervous-rush": "no"}
TX = {
    "amount_cny": 260_000.5,
    "weight_g": 300.25,
    "item_kind": "bar",
    "payments": [{"method": "cash", "amount_cny": 100, "ok": True}],
}
CTX = {"person_present": "yes", "value_status": "not_paid"}
DETAILS = {
    "narrative": "客人一直听电话，要买 300 克",
    "contact_phone": "13800005555",
    "contact_mode": "call",
    "subject_desc": "女，七十岁上下",
    "danger_flags": "vulnerable,medical",
    "consent_reward": "yes",
    **dict.fromkeys(("handover_when", "handover_where", "handover_how", "handover_to_whom"), "不清楚"),
}


class Shop:
    """The use cases of one shop on one profile."""

    def __init__(self, profile: Profile) -> None:
        begin, clock, ids = profile.storage.begin, profile.clock, profile.ids
        files = ChecklistFiles(CHECKLISTS)
        find = FindChecklist(checklists=files, reads=profile.storage.reads(profile.connectivity))
        self.start = StartDraft(begin=begin, clock=clock, ids=ids, checklists=files)
        self.save = SaveDraft(begin=begin, clock=clock, checklist=find)
        self.submit = SubmitAlert(begin=begin, clock=clock, checklist=find)
        self.revise = ReviseAlert(begin=begin, clock=clock, ids=ids, checklists=files)

    def submitted(self) -> str:
        """Submit one alert."""
        draft = self.start("gold_shop", None).value
        self.save(draft.draft_id, ANSWERS, TX, CTX, DETAILS)
        return self.submit(draft.draft_id, None).value


def refused_alert(profile: Profile, shop: Shop) -> str:
    """An alert the station did not take, with a line waiting behind it."""
    alert_id = shop.submitted()
    profile.supplement(alert_id, "车牌 沪A12345")
    profile.station.failures = [StationRefused("invalid-alert", 422)]
    profile.deliver()()
    return alert_id


def test_everything_said_is_there_again_and_can_be_submitted_as_a_new_alert(profile: Profile) -> None:
    shop = Shop(profile)
    alert_id = refused_alert(profile, shop)
    draft = shop.revise(alert_id, None).value
    assert draft.alert_id != alert_id
    assert dict(draft.answers) == ANSWERS
    assert (dict(draft.tx), dict(draft.ctx)) == (TX, CTX)
    expected = {**DETAILS, "narrative": DETAILS["narrative"] + " 车牌 沪A12345"}
    assert {key: draft.details[key] for key in expected} == expected
    with profile.storage.begin() as work:
        assert work.outbox.undelivered() == (0, 0)
    new_id = shop.submit(draft.draft_id, None).value
    assert profile.deliver()().value.sent == 1
    assert profile.state(new_id) is State.DELIVERED
    line = profile.storage.reads(profile.connectivity).live_line(alert_id)
    assert (line.revised_to, line.revised_draft, line.refused_code) == (new_id, None, SETTLED)


def test_beginning_anew_twice_is_the_same_draft_until_it_was_submitted(profile: Profile) -> None:
    shop = Shop(profile)
    alert_id = refused_alert(profile, shop)
    first = shop.revise(alert_id, None).value
    assert shop.revise(alert_id, None).value.draft_id == first.draft_id
    assert profile.storage.reads(profile.connectivity).live_line(alert_id).revised_draft == first.draft_id
    shop.submit(first.draft_id, None)
    with pytest.raises(NotFound):
        shop.revise(alert_id, None)


def test_an_alert_that_was_not_refused_is_not_begun_anew(profile: Profile) -> None:
    shop = Shop(profile)
    alert_id = shop.submitted()
    with pytest.raises(NotFound):
        shop.revise(alert_id, None)


def test_the_refused_alert_is_wiped_in_its_time_once_the_new_one_has_arrived(profile: Profile, tmp_path: Path) -> None:
    shop = Shop(profile)
    alert_id = refused_alert(profile, shop)
    draft = shop.revise(alert_id, None).value
    shop.submit(draft.draft_id, None)
    with profile.storage.begin() as work:
        work.feed.put_position(FeedPosition("e1", "c"))
        work.feed.put_comparison(Comparison("e1"))
        work.commit()
    profile.station.durable = ("e1", 99)
    files = SealedFiles(tmp_path / "attachments")
    house = KeepHouse(begin=profile.storage.begin, connect=profile.station, clock=profile.clock, files=files)
    profile.clock.advance(31 * 86_400)
    assert house().value == 0, "its content has not arrived anywhere"
    profile.deliver()()
    profile.clock.advance(EVERY_S)
    assert house().value == 2, "both steps are over"
    with profile.storage.begin() as work:
        old = work.alerts.get(alert_id)
        assert (old.wiped, work.alerts.supplement(alert_id, 1).text) == ("L2", "")
        assert work.alerts.get(draft.alert_id).wiped == ""
    assert DETAILS["contact_phone"] not in old.body.decode()


def test_beginning_anew_after_throwing_the_draft_away_brings_the_photos_along(profile: Profile, tmp_path: Path) -> None:
    shop, begin, clock = Shop(profile), profile.storage.begin, profile.clock
    draft = shop.start("gold_shop", None).value
    files = SealedFiles(tmp_path / "attachments")
    add = AddPhoto(begin=begin, clock=clock, ids=profile.ids, cleaner=Pictures(), files=files)
    shop.save(draft.draft_id, ANSWERS, TX, CTX, DETAILS)
    add(draft.alert_id, None, photo())
    shop.submit(draft.draft_id, None)
    profile.station.failures = [StationRefused("invalid-alert", 422)]
    profile.deliver()()
    first = shop.revise(draft.alert_id, None).value
    DiscardDraft(begin=begin, clock=clock)(first.draft_id)
    second = shop.revise(draft.alert_id, None).value
    WipeDiscarded(begin=begin, clock=clock)(True)
    with begin() as work:
        assert len(work.attachments.of(second.alert_id)) == 1
