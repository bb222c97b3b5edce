"""A new checklist arrives while a draft is open: the draft is judged and sent by the version it was begun with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.adapters.checklist_files import ChecklistFiles
from desktop.application.alerts.submit_alert import SubmitAlert
from desktop.application.checklists.current_checklists import CurrentChecklists
from desktop.application.checklists.find_checklist import FindChecklist
from desktop.application.drafts.draft_from_file import DraftFromFile
from desktop.domain.alert.bundle import Bundle
from tests.faults.counter_process import report_file
from tests.house import ROOT
from tests.support import FixedClock
from tests.unit.desktop_sending.profile import Profile, open_test_profile

SHIPPED = ROOT / "resources" / "checklists"


@pytest.fixture
def profile(tmp_path: Path, clock: FixedClock) -> Iterator[Profile]:
    """An enrolled profile."""
    with open_test_profile(tmp_path / "profile", clock) as made:
        made.enrol()
        yield made


class App:
    """What a start of the app wires for checklists and drafts; a second one is the app started again."""

    def __init__(self, profile: Profile) -> None:
        begin, clock = profile.storage.begin, profile.clock
        reads = profile.storage.reads(profile.connectivity)
        self.current = CurrentChecklists(shipped=ChecklistFiles(SHIPPED), reads=reads)
        self.find = FindChecklist(checklists=self.current, reads=reads)
        self.draft = DraftFromFile(begin=begin, clock=clock, ids=profile.ids, checklists=self.current)
        self.submit = SubmitAlert(begin=begin, clock=clock, checklist=self.find)


def publish(profile: Profile, app: App) -> int:
    """The station's bundle is taken over: a gold checklist of the next version."""
    definition = json.loads(app.current.text("gold_shop"))
    definition["version"] += 1
    with profile.storage.begin() as work:
        later = profile.clock.now() + timedelta(days=90)
        work.feed.put_bundle(Bundle(1, later, {"gold_shop": json.dumps(definition, ensure_ascii=False)}))
        work.commit()
    app.current.refresh()
    return int(definition["version"])


def ruleset(profile: Profile, alert_id: str) -> str:
    """By which checklist an alert says it was judged."""
    with profile.storage.begin() as work:
        return str(json.loads(work.alerts.get(alert_id).body)["ruleset"])


@pytest.mark.parametrize("started_again", [False, True], ids=["the same window", "the app was started again"])
def test_an_open_draft_keeps_its_version(profile: Profile, started_again: bool) -> None:
    app = App(profile)
    before = app.draft(report_file("old")).value
    new = publish(profile, app)
    assert new == before.checklist_version + 1
    if started_again:
        app = App(profile)
    after = app.draft(report_file("new")).value
    assert (app.find("gold_shop", before.checklist_version).version, after.checklist_version) == (new - 1, new)
    assert ruleset(profile, app.submit(before.draft_id, None).value) == f"gold_shop@{new - 1}"
    assert ruleset(profile, app.submit(after.draft_id, None).value) == f"gold_shop@{new}"


def test_the_kept_version_stays_when_the_bundle_goes(profile: Profile) -> None:
    app = App(profile)
    new = publish(profile, app)
    draft = app.draft(report_file("of the bundle")).value
    with profile.storage.begin() as work:
        bundle = work.feed.bundle()
        assert bundle is not None
        work.feed.put_bundle(replace(bundle, version=2, checklists={}))
        work.commit()
    app = App(profile)
    assert app.current.current("gold_shop").version == new - 1
    assert ruleset(profile, app.submit(draft.draft_id, None).value) == f"gold_shop@{new}"
