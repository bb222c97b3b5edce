"""What was released or only noted keeps its row; its personal details go by the same days as an alert's."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.attachments.sealed_files import SealedFiles
from desktop.application.delivery.keep_house import KeepHouse
from desktop.application.read_models import RecordFilter
from desktop.domain.alert.draft import Closing, Draft
from desktop.domain.alert.fields import FIELDS
from desktop.domain.alert.retention import STEPS, Wipe, wipe_closing
from tests.support import OPENING
from tests.unit.desktop_sending.profile import Profile

DAY = timedelta(days=1).total_seconds()
CANARY = "金丝雀"
DETAILS = {
    "narrative": f"{CANARY}经过",
    "subject_name": "某乙",
    "subject_id_no": "350000000000000000",
    "place_detail": "二号柜台",
    "local.acceptance": "accepted",
    "local.typed.amount_cny": "某乙说过两天付",
    "typed-by-something-else": "13800138000",
}
TX = {
    "amount_cny": 1000,
    "payments": [{"method": "transfer", "amount_cny": 1000, "account": "6222020000000000"}],
}


def closed(profile: Profile, reason: str = "") -> str:
    """One noted draft with details of every level."""
    now = profile.clock.now()
    draft = Draft(
        "draft-1",
        "01940000-0000-7000-8000-0000000000aa",
        "gold_shop",
        1,
        None,
        now,
        now,
        {"g-x": "yes"},
        TX,
        {},
        DETAILS,
    )
    with profile.storage.begin() as work:
        work.drafts.add(draft)
        work.drafts.close(Closing(draft, "noted", reason, now, None, "watch", "victim", ("t-cash-100k",)))
        work.commit()
    return draft.alert_id


def house(profile: Profile, folder: Path) -> KeepHouse:
    """The use case, as after a start of the app."""
    return KeepHouse(
        begin=profile.storage.begin,
        connect=profile.station,
        clock=profile.clock,
        files=SealedFiles(folder / "attachments"),
    )


def kept(profile: Profile, alert_id: str) -> Closing:
    """The closing as kept."""
    closing = profile.storage.reads(profile.connectivity).closing(alert_id)
    assert closing is not None
    return closing


@pytest.mark.parametrize("reason", ["", f"{CANARY}的女儿来电"])
def test_details_go_level_by_level_and_the_row_stays(profile: Profile, tmp_path: Path, reason: str) -> None:
    alert_id = closed(profile, reason)
    reads = profile.storage.reads(profile.connectivity)
    profile.clock.advance(6 * DAY)
    assert house(profile, tmp_path)().value == 0
    profile.clock.advance(2 * DAY)
    assert house(profile, tmp_path)().value == 1
    first = kept(profile, alert_id)
    assert (first.wiped, first.reason) == ("L3", reason)
    assert dict(first.draft.details) == {key: value for key, value in DETAILS.items() if key != "subject_id_no"}
    assert first.draft.tx == {"amount_cny": 1000, "payments": [{"method": "transfer", "amount_cny": 1000}]}
    assert reads.records(RecordFilter(text=CANARY), 0, 9, profile.clock.now()).total == 1
    assert house(profile, tmp_path)().value == 0
    profile.clock.advance(23 * DAY)
    assert house(profile, tmp_path)().value == 1
    last = kept(profile, alert_id)
    assert (last.wiped, last.reason, last.how, last.level, last.compliance) == (
        "L2",
        "",
        "noted",
        "watch",
        first.compliance,
    )
    assert dict(last.draft.details) == {"place_detail": "二号柜台", "local.acceptance": "accepted"}
    assert last.draft.tx == {"amount_cny": 1000}
    assert last.draft.answers == {"g-x": "yes"}
    page = reads.records(RecordFilter(), 0, 9, profile.clock.now())
    assert [(row.alert_id, row.case_text) for row in page.rows] == [(alert_id, "")]
    assert reads.records(RecordFilter(text=CANARY), 0, 9, profile.clock.now()).total == 0
    assert house(profile, tmp_path)().value == 0


def test_more_than_one_commit_takes_is_wiped_too_and_care_counts_them(profile: Profile, tmp_path: Path) -> None:
    now, care = profile.clock.now(), profile.storage.care()
    with profile.storage.begin() as work:
        for n in range(120):
            draft = Draft(f"d{n}", f"01940000-0000-7000-8000-{n:012d}", "gold_shop", 1, None, now, now, details=DETAILS)
            work.drafts.add(draft)
            work.drafts.close(Closing(draft, "released", "本人", now, None, "none", "victim"))
        work.commit()
    profile.clock.advance(40 * DAY)
    assert care.due("L2", profile.clock.now(), 0) == 120
    assert house(profile, tmp_path)().value == 240
    assert care.due("L2", profile.clock.now(), 0) == 0
    assert care.wiped() == {"L2": 120}


@pytest.mark.parametrize("step", STEPS)
def test_every_field_of_a_level_is_taken_out(step: Wipe) -> None:
    draft = Draft("d", "a", "gold_shop", 1, None, OPENING, OPENING, details=dict.fromkeys(FIELDS, CANARY))
    left = wipe_closing(Closing(draft, "noted", "", OPENING, None, "none", "victim"), step).draft.details
    gone = ("L3",) if step == "L3" else ("L2", "L3")
    assert set(left) == {key for key, field in FIELDS.items() if field.privacy not in gone}
    assert CANARY in json.dumps(dict(left), ensure_ascii=False)
