"""Views beside the cases: records, register, rewards, learning, bulletins, help, the calculator."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.domain.compliance.entry_form import EntryForm
from desktop.ui.pages.learn.drill import DrillPage
from desktop.ui.pages.records.page import RecordsPage
from desktop.ui.pages.register.page import RegisterPage
from desktop.ui.pages.settings.page import PreferencesPage
from desktop.ui.pages.settings.storage import StorageSection
from tests.ui.bulletins.notices import LONG, send
from tests.ui.gallery.stand import PATIENCE_MS, Stand
from tests.ui.rewards.test_award import given


def records(stand: Stand) -> RecordsPage:
    """A few alerts in several states."""
    counter = stand.counter
    texts = ("客人一直听电话，要买 300 克", "问能不能寄到外省，催着要快", "只报克数，不看款式，付款的人不在场" * 8)
    for index in range(9):
        alert_id = counter.submitted(narrative=texts[index % 3] + str(index))
        if index % 3 != 2:
            counter.deliver()
            counter.police(alert_id, ("acknowledged", "dispatched", "valid")[index % 3], "请看")
        counter.clock.advance(420)
    if stand.online:
        # The newest is sent before it is looked at, not while.
        counter.deliver()
    page = stand.go("records")
    assert isinstance(page, RecordsPage)
    return page


def records_nothing(stand: Stand) -> None:
    """A search without a hit."""
    page = records(stand)
    page.filters.search.setText("没有这样的词")
    QTest.keyClick(page.filters.search, Qt.Key.Key_Return)
    stand.rest()


def records_of_setting(stand: Stand) -> None:
    """A depot's records of one checklist alone."""
    _as_depot(stand)
    counter = stand.counter
    said = (
        ("courier_inquiry", "问退款的电话打不通", "让客人打官方电话"),
        ("courier_acceptance", "茶叶罐里有硬块", "家人到场"),
    )
    for setting, words, reason in said * 3:
        draft = counter.services.start_draft(setting, counter.context.member_id).value
        counter.services.save_draft(draft.draft_id, {}, {}, {}, {"narrative": words})
        counter.services.close_draft(draft.draft_id, counter.context.session, "released", reason)
        counter.clock.advance(420)
    page = stand.go("records")
    assert isinstance(page, RecordsPage)
    page.filters.setting.actions_of["courier_inquiry"].trigger()
    stand.rest()


def register(stand: Stand) -> None:
    """Sales of one customer that come to the sum of the duty."""
    session = stand.counter.context.session
    assert session is not None
    for amount, cash, customer in (
        ("6万", "6万", {"phone": "13800138000", "name": "王芳"}),
        ("4.5万", "4.5万", {"phone": "13800138000", "name": "王芳"}),
        ("8800", "", {"name": "欧阳清风明月", "id_no": "11010519491231002X"}),
    ):
        stand.counter.services.register.record(EntryForm("sell", amount, cash, customer), session)
    stand.go("register")


def register_form(stand: Stand) -> None:
    """An entry with something unreadable in it."""
    page = stand.go("register", entry={"amount": "很多", "cash": "6万", "phone": "138"})
    assert isinstance(page, RegisterPage)
    QTest.keyClick(page.form.lines["mark"].edit, Qt.Key.Key_Return)
    stand.rest()


def rewards(stand: Stand) -> None:
    """One to claim, one paid, one on its way."""
    for index, (state, amount) in enumerate((("notified", 80_000), ("paid", 500_000), ("reviewing", 0))):
        alert_id = stand.counter.submitted()
        stand.counter.clock.advance(86_400)
        stand.counter.reward(alert_id, state, name=f"r{index}", amount=amount)
    stand.go("rewards")


def award(stand: Stand) -> None:
    """A letter of praise."""
    given(stand.counter)
    stand.go("award", reward_id="r1")


def drill(stand: Stand) -> DrillPage:
    """The scene of the first drill."""
    first = stand.counter.services.learning.lessons().drills[0]
    page = stand.go("drill", drill_id=first.drill_id)
    assert isinstance(page, DrillPage)
    return page


def drill_saying(stand: Stand) -> DrillPage:
    """The second question."""
    page = drill(stand)
    page.model.choose_level("watch")
    stand.rest()
    return page


def drill_result(stand: Stand) -> None:
    """What was right and why."""
    page = drill_saying(stand)
    page.model.choose_saying(0)
    stand.counter.qtbot.waitUntil(lambda: page.model.step == "result", timeout=PATIENCE_MS)
    stand.rest()


def bulletins(stand: Stand) -> None:
    """Three notices, the newest open."""
    send(stand.counter, "b1", "节日期间请留意大额现金", trade="", area="莲峰镇")
    send(stand.counter, "b2", "代寄金条的新说法", area="文亨镇")
    send(stand.counter, "b3", "金条回收", area="莲峰镇", text=LONG)
    stand.go("bulletins")


def help_open(stand: Stand) -> None:
    """Help beside the checklist."""
    stand.go("checklist", setting="gold_shop")
    QTest.keyClick(stand.page, Qt.Key.Key_F1)
    stand.rest()


def scanned(stand: Stand) -> None:
    """A parcel's number read at a depot, and what it may be for."""
    _as_depot(stand)
    stand.go("scanned", waybill="SF1234567890123")


def calculator(stand: Stand) -> None:
    """The harmless page, calculating."""
    stand.sign_in()
    stand.window.hide_away()
    page = stand.window.calculator
    for line, text in ((page.price, "912.5"), (page.weight, "10"), (page.fee, "15")):
        line.edit.setText(text)
        line.edit.textEdited.emit(text)
    stand.rest()


def calculator_return(stand: Stand) -> None:
    """The way back."""
    calculator(stand)
    stand.window.hide_away()
    stand.rest()


def storage(stand: Stand) -> PreferencesPage:
    """Where the data lies; the test's own folder is shown as a clerk's."""
    page = stand.go("settings", section="storage")
    assert isinstance(page, PreferencesPage)
    for words in page.findChildren(QLabel):
        if "pytest" in words.text():
            words.setText("~/.local/share/counterwatch")
    stand.rest()
    return page


def storage_kept(stand: Stand) -> None:
    """Personal details stay as short as can be."""
    section = storage(stand).sections["storage"]
    assert isinstance(section, StorageSection)
    section.l2.chosen.emit("7")
    section.l3.chosen.emit("1")
    stand.rest()
    storage(stand)


def _as_depot(stand: Stand) -> None:
    with stand.counter.profile.storage.begin() as work:
        shop = work.members.shop()
        assert shop is not None
        work.members.put_shop(replace(shop, merchant=replace(shop.merchant, trade="courier", name="顺通快递")))
        work.commit()
