"""The disk is full and one goes elsewhere: nothing typed is lost, it is there again on coming back, and stored once there is room."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.application.errors import StorageFailed
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.review.page import AlertReviewPage
from desktop.ui.runtime.language import language
from desktop.ui.viewmodels.drafts.unsaved import unsaved_drafts
from tests.ui.gallery.stand import PATIENCE_MS, Look, Stand, standing
from tests.ui.live_line.counter import Counter
from tests.ui.pages.fields import write_over
from tests.ui.states.faults import Faulty

WAYS = ("elsewhere", "lock", "hide", "language")


@pytest.fixture(autouse=True)
def tries_again_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two seconds between tries are for people; here they only make tests wait."""
    monkeypatch.setattr("desktop.ui.viewmodels.drafts.unsaved.RETRY_MS", 50)


def _checklist(stand: Stand) -> ChecklistPage:
    page = stand.page
    assert isinstance(page, ChecklistPage)
    stand.counter.qtbot.waitUntil(lambda: page.questions is not None and page.questions.complete, timeout=PATIENCE_MS)
    return page


def _review(stand: Stand) -> AlertReviewPage:
    page = stand.page
    assert isinstance(page, AlertReviewPage)
    stand.counter.qtbot.waitUntil(lambda: page.complete, timeout=PATIENCE_MS)
    return page


def _go_and_come_back(stand: Stand, way: str) -> None:
    if way == "elsewhere":
        stand.go("counter")
        stand.shell.back()
    elif way == "language":
        language().apply("en")
    elif way == "lock":
        stand.window.lock()
        stand.screen.type_pin()
        stand.counter.qtbot.waitUntil(lambda: not stand.window.locked, timeout=PATIENCE_MS)
    else:
        stand.window.hide_away()
        stand.rest()
        stand.window.cover.proved.emit(stand.counter.context.session)
    stand.rest()


def _nothing_waits(stand: Stand) -> None:
    context = stand.window.context
    assert context is not None
    stand.counter.qtbot.waitUntil(lambda: not unsaved_drafts(context).waiting, timeout=PATIENCE_MS)
    stand.rest()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("broken", ["start_draft", "save_draft"])
def test_answers_outlive_a_full_disk_and_a_look_elsewhere(counter: Counter, way: str, broken: str) -> None:
    with standing(counter, Look()) as stand:
        stand.sign_in()
        faulty = Faulty(stand, broken)
        faulty.error = StorageFailed("full")
        stand.go("checklist", setting="gold_shop")
        page = _checklist(stand)
        page.model.answer_text("g-weight-only", "yes")
        page.model.set_typed("amount_cny", "三十多万吧")
        page.model.answer_text("g-mail-out", "no")
        counter.qtbot.waitUntil(lambda: page.model.saved == "failed", timeout=PATIENCE_MS)
        _go_and_come_back(stand, way)
        page = _checklist(stand)
        assert {key: value.value for key, value in page.model.answers.items()} == {
            "g-weight-only": "yes",
            "g-mail-out": "no",
        }
        assert page.model.typed() == {"amount_cny": "三十多万吧"}
        counter.qtbot.waitUntil(lambda: _checklist(stand).model.saved == "failed", timeout=PATIENCE_MS)
        faulty.error = None
        counter.qtbot.waitUntil(lambda: _checklist(stand).model.saved == "saved", timeout=PATIENCE_MS)
        (draft,) = counter.services.open_drafts()
        assert dict(draft.answers) == {"g-weight-only": "yes", "g-mail-out": "no"}


@pytest.mark.parametrize("broken", ["start_draft", "save_draft"])
def test_a_checklist_left_for_good_is_stored_once_there_is_room(counter: Counter, broken: str) -> None:
    with standing(counter, Look()) as stand:
        stand.sign_in()
        faulty = Faulty(stand, broken)
        faulty.error = StorageFailed("io")
        for item in ("g-weight-only", "g-mail-out"):
            stand.go("checklist", setting="gold_shop")
            page = _checklist(stand)
            assert page.model.answers == {}
            page.model.answer_text(item, "yes")
        stand.go("counter")
        stand.window.sign_out()
        stand.rest()
        faulty.error = None
        _nothing_waits(stand)
        assert sorted(tuple(draft.answers) for draft in counter.services.open_drafts()) == [
            ("g-mail-out",),
            ("g-weight-only",),
        ]


@pytest.mark.parametrize("way", WAYS)
def test_the_review_outlives_a_full_disk_and_a_look_elsewhere(counter: Counter, way: str) -> None:
    draft_id = counter.draft()
    with standing(counter, Look()) as stand:
        stand.sign_in()
        faulty = Faulty(stand, "save_draft")
        stand.go("review", draft_id=draft_id)
        page = _review(stand)
        faulty.error = StorageFailed("full")
        narrative, amount = page.rows["narrative"].text, page.rows["amount_cny"].line
        assert narrative is not None
        assert amount is not None
        write_over(narrative, "他说是孙子要的 👵🏼")
        write_over(amount.edit, "三十多万吧")
        counter.qtbot.waitUntil(lambda: page.view_model.saving == "unsaved", timeout=PATIENCE_MS)
        _go_and_come_back(stand, way)
        page = _review(stand)
        assert page.view_model.values.get("narrative") == "他说是孙子要的 👵🏼"
        assert page.view_model.values.get("amount_cny") == "三十多万吧"
        counter.qtbot.waitUntil(lambda: page.view_model.saving == "unsaved", timeout=PATIENCE_MS)
        faulty.error = None
        counter.qtbot.waitUntil(lambda: page.view_model.saving == "saved", timeout=PATIENCE_MS)
        assert counter.services.load_draft(draft_id).details["narrative"] == "他说是孙子要的 👵🏼"


def test_the_review_left_for_good_is_stored_once_there_is_room(counter: Counter, tmp_path: Path) -> None:
    draft_id = counter.draft()
    with standing(counter, Look()) as stand:
        stand.sign_in()
        faulty = Faulty(stand, "save_draft")
        stand.go("review", draft_id=draft_id)
        page = _review(stand)
        faulty.error = StorageFailed("full")
        page.view_model.edit("place_detail", "二号柜台")
        stand.go("checklist", draft_id=draft_id)
        assert _checklist(stand).model.details["place_detail"] == "二号柜台"
        stand.go("counter")
        faulty.error = None
        _nothing_waits(stand)
        assert counter.services.load_draft(draft_id).details["place_detail"] == "二号柜台"


def test_a_draft_thrown_away_is_not_written_again(counter: Counter) -> None:
    draft_id = counter.draft()
    with standing(counter, Look()) as stand:
        stand.sign_in()
        faulty = Faulty(stand, "save_draft")
        stand.go("review", draft_id=draft_id)
        faulty.error = StorageFailed("full")
        _review(stand).view_model.edit("place_detail", "二号柜台")
        stand.go("counter")
        counter.services.discard_draft(draft_id)
        faulty.error = None
        _nothing_waits(stand)
        assert counter.services.open_drafts() == ()
