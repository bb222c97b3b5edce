"""From the checklist into the register and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.application.register_models import EntryForm
from desktop.ui.pages.checklist.page import ChecklistPage
from desktop.ui.pages.register.page import RegisterPage
from desktop.ui.viewmodels.register.words import cash_in_payments
from desktop.ui.widgets.register.strip import RegisterStrip
from tests.ui.live_line.counter import Counter


def shown(counter: Counter, setting: str = "gold_shop") -> ChecklistPage:
    page = ChecklistPage(counter.context)
    counter.show(page, setting=setting)
    return page


def strip_of(page: ChecklistPage) -> RegisterStrip:
    assert page.register.strip is not None
    return page.register.strip


def test_earlier_purchases_become_facts_and_what_the_clerk_knows_better_stays(counter: Counter) -> None:
    session = counter.context.session
    assert session is not None
    for amount in ("6万", "1.5万"):
        counter.services.register.record(EntryForm("sell", amount, amount, {"phone": "13800138000"}), session)
    page = shown(counter)
    strip = strip_of(page)
    page.model.set_tx("last7d_count", 9)
    QTest.keyClicks(strip.line.edit, "138 0013 8000")
    QTest.keyClick(strip.line.edit, Qt.Key.Key_Return)
    counter.settle()
    counter.qtbot.waitUntil(lambda: "same_day_count" in page.model.tx)
    assert page.model.tx == {
        "same_day_count": 2, "same_day_prior_cash_cny": 75_000, "last7d_count": 9, "days7_cash_50_100k": 1,
    }  # fmt: skip
    assert page.transaction is not None
    assert page.transaction.lines["same_day_prior_cash_cny"].text() == "75000"
    assert strip.line.note.text() == "近 7 天来过 2 次，已填入上面。"
    counter.settle()
    assert "13800138000" not in repr(counter.services.open_drafts())


def test_a_stranger_and_a_number_that_cannot_be_right(counter: Counter) -> None:
    page = shown(counter)
    strip = strip_of(page)
    for typed, said in (("13900139000", "登记里没有"), ("12", "手机号不对"), ("11010519491231002", "证件号码不对")):
        strip.line.set_text(typed)
        QTest.mouseClick(strip.look, Qt.MouseButton.LeftButton)
        counter.settle()
        QApplication.processEvents()
        assert strip.line.note.text().startswith(said)
    assert page.model.tx == {}


def test_the_sale_is_written_down_with_what_is_known(counter: Counter) -> None:
    page = shown(counter)
    page.model.set_tx("amount_cny", 26_000)
    page.model.set_tx("payments", [{"method": "cash", "amount_cny": 6_000.5}, {"method": "card", "amount_cny": 1}])
    strip_of(page).line.set_text("13800138000")
    QTest.mouseClick(strip_of(page).write, Qt.MouseButton.LeftButton)
    counter.settle()
    entry = {"amount": "26000", "cash": "6000.50", "phone": "13800138000"}
    assert counter.navigator.went == [("register", {"entry": entry, "sale_of": page.model.saving.name})]
    assert cash_in_payments({"payments": [{"method": "cash", "amount_cny": 5, "ok": False}]}) == ""


def test_the_sale_at_hand_is_no_earlier_purchase(counter: Counter) -> None:
    page = shown(counter)
    page.model.set_tx("amount_cny", 60_000)
    strip_of(page).line.set_text("13800138000")
    QTest.mouseClick(strip_of(page).write, Qt.MouseButton.LeftButton)
    counter.settle()
    ((_route, args),) = counter.navigator.went
    register = RegisterPage(counter.context)
    counter.show(register, **args)
    QTest.mouseClick(register.form.save, Qt.MouseButton.LeftButton)
    counter.settle()
    QTest.mouseClick(strip_of(page).look, Qt.MouseButton.LeftButton)
    counter.settle()
    assert strip_of(page).line.note.text() == "登记里没有这位客人近 7 天的购买。"
    assert "same_day_count" not in page.model.tx
    following = shown(counter)
    strip_of(following).line.set_text("13800138000")
    QTest.mouseClick(strip_of(following).look, Qt.MouseButton.LeftButton)
    counter.settle()
    assert following.model.tx["same_day_count"] == 1


@pytest.mark.parametrize("stored", [True, False])
def test_the_sale_at_hand_is_still_known_after_a_new_start(counter: Counter, *, stored: bool) -> None:
    page = shown(counter)
    page.model.set_tx("amount_cny", 60_000)
    if stored:
        counter.settle()
    strip_of(page).line.set_text("13800138000")
    QTest.mouseClick(strip_of(page).write, Qt.MouseButton.LeftButton)
    counter.settle()
    _route, args = counter.navigator.went[-1]
    register = RegisterPage(counter.context)
    counter.show(register, **args)
    register.form.lines["amount"].set_text("60000")
    QTest.mouseClick(register.form.save, Qt.MouseButton.LeftButton)
    counter.settle()
    # Back at the checklist, as the window shows it.
    place = page.arguments()
    assert place is not None
    page.on_shown(**place)
    counter.qtbot.waitUntil(lambda: page.register.strip is not None)
    counter.qtbot.waitUntil(lambda: any("local.sales" in draft.details for draft in counter.services.open_drafts()))
    (draft,) = counter.services.open_drafts()
    counter.context.entries_of.clear()
    later = ChecklistPage(counter.context)
    counter.show(later, draft_id=draft.draft_id)
    counter.qtbot.waitUntil(lambda: later.register.strip is not None)
    strip_of(later).line.set_text("13800138000")
    QTest.mouseClick(strip_of(later).look, Qt.MouseButton.LeftButton)
    counter.qtbot.waitUntil(lambda: bool(strip_of(later).line.note.text()))
    assert strip_of(later).line.note.text() == "登记里没有这位客人近 7 天的购买。"


def test_only_a_gold_sale_has_it(counter: Counter) -> None:
    assert shown(counter, "sighting").register.strip is None
