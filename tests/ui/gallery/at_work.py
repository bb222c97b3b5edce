"""Views of a case: counter, checklist, review, live line."""

from __future__ import annotations

from desktop.application.errors import StorageFailed
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.review.page import AlertReviewPage
from tests.ui.gallery.stand import PATIENCE_MS, Stand

LONG = "客人一直在听电话，要买三百克金条，问能不能寄到外地，说是给孙子结婚用，问多了就着急。" * 11


def busy_counter(stand: Stand) -> None:
    """Open alerts with their clocks, a draft, an instruction."""
    counter = stand.counter
    first = counter.submitted(urgent=True)
    counter.submitted()
    counter.draft()
    counter.clock.advance(125)
    counter.police(first, "acknowledged")
    counter.instruct(first, "请拖住客人十分钟，便衣马上到。")
    counter.clock.advance(40)
    stand.go("counter")


def _checklist(stand: Stand) -> ChecklistPage:
    page = stand.go("checklist", setting="gold_shop")
    assert isinstance(page, ChecklistPage)
    stand.counter.qtbot.waitUntil(lambda: page.questions is not None and page.questions.complete, timeout=PATIENCE_MS)
    return page


def answered(stand: Stand) -> ChecklistPage:
    """The quick screen is done: urgent."""
    page = _checklist(stand)
    for item in ("g-price-indifferent", "g-weight-only", "g-guided-live", "g-mail-out"):
        page.model.answer_text(item, "yes")
    for item in ("g-remote-payer", "g-refuse-register"):
        page.model.answer_text(item, "no")
    stand.rest()
    page.left.verticalScrollBar().setValue(0)
    stand.rest()
    return page


def facts(stand: Stand) -> None:
    """Amount and weight, one of them not readable."""
    page = answered(stand)
    assert page.transaction is not None
    assert page.situation is not None
    page.situation.chips["person_present"].button("yes").click()
    for key, text in (("amount_cny", "26w"), ("weight_g", "3钱")):
        edit = page.transaction.lines[key].edit
        edit.setText(text)
        edit.textEdited.emit(text)
    stand.rest()
    page.left.ensureWidgetVisible(page.transaction)
    stand.rest()


def releasing(stand: Stand) -> ChecklistPage:
    """Letting the customer go: why."""
    page = _checklist(stand)
    page.model.answer_text("g-weight-only", "no")
    stand.rest()
    page.footer.release.click()
    stand.rest()
    return page


def unsaved(stand: Stand) -> None:
    """The disk is full."""
    page = _checklist(stand)
    stand.fail("save_draft", StorageFailed("full"))
    page.model.answer_text("g-weight-only", "yes")
    stand.counter.qtbot.waitUntil(lambda: page.model.saved == "failed", timeout=PATIENCE_MS)
    stand.rest()


def review(stand: Stand, **details: str) -> AlertReviewPage:
    """Everything is there."""
    page = stand.go("review", draft_id=stand.counter.draft(**details))
    assert isinstance(page, AlertReviewPage)
    stand.counter.qtbot.waitUntil(lambda: page.complete, timeout=PATIENCE_MS)
    stand.rest()
    return page


def review_missing(stand: Stand) -> None:
    """The narrative is missing, a time and a number cannot be."""
    page = review(stand, narrative="", subject_desc="", contact_phone="12")
    page.area.verticalScrollBar().setValue(0)
    stand.rest()


def review_long(stand: Stand) -> None:
    """As much text as fits."""
    page = review(stand, narrative=LONG[:500], place_detail=LONG[:100], subject_desc=LONG[:200])
    page.area.verticalScrollBar().setValue(0)
    stand.rest()


def review_unsaved(stand: Stand) -> None:
    """The disk is full while one types."""
    page = review(stand)
    stand.fail("save_draft", StorageFailed("full"))
    page.view_model.edit("place_detail", "2号柜台")
    page.view_model.save()
    stand.counter.qtbot.waitUntil(lambda: page.view_model.saving == "unsaved", timeout=PATIENCE_MS)
    stand.rest()


def live_offline(stand: Stand) -> None:
    """Saved, not received, urgent: what to read out."""
    alert_id = stand.counter.submitted(urgent=True)
    stand.counter.clock.advance(75)
    stand.go("live", alert_id=alert_id)


def live_sent(stand: Stand) -> None:
    """Delivered, not seen yet."""
    alert_id = stand.counter.submitted()
    stand.counter.deliver()
    stand.counter.clock.advance(12)
    stand.go("live", alert_id=alert_id)


def _told(stand: Stand, text: str) -> str:
    counter = stand.counter
    alert_id = counter.submitted(urgent=True)
    counter.deliver()
    counter.clock.advance(20)
    counter.police(alert_id, "acknowledged", "收到")
    counter.clock.advance(30)
    counter.instruct(alert_id, text)
    counter.clock.advance(15)
    return alert_id


def live_instruction(stand: Stand) -> None:
    """The police say what to do."""
    stand.go("live", alert_id=_told(stand, "请拖住客人十分钟，便衣马上到。"))


def live_long(stand: Stand) -> None:
    """The police say a lot."""
    stand.go("live", alert_id=_told(stand, LONG[:400]))


def live_outcome(stand: Stand) -> None:
    """It ended well."""
    alert_id = _told(stand, "请拖住客人十分钟，便衣马上到。")
    for state, text in (("dispatched", ""), ("on_scene", ""), ("valid", "已当面劝住，钱没有付出去。谢谢您。")):
        stand.counter.clock.advance(120)
        stand.counter.police(alert_id, state, text)
    stand.go("live", alert_id=alert_id)
