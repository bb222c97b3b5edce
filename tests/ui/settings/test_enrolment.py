"""Joining a shop step by step, on the gate page and again after the terminal was revoked."""

from __future__ import annotations

from dataclasses import replace
from typing import NoReturn

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.application.care_models import StationIdentity
from desktop.application.errors import CounterwatchError, StationRefused, StationUnreachable
from desktop.ui.pages.sign_in.enrolment import EnrolmentPage
from desktop.ui.widgets.settings.enrolment_wizard import CODE, COMPARE, DONE, EnrolmentWizard
from tests.ui.live_line.counter import Counter
from tests.ui.pages.settings import SettingsScreen
from tests.unit.desktop_sending.profile import ENROLMENT

URL = "http://127.0.0.1:8443"


def revoke(counter: Counter) -> None:
    with counter.profile.storage.begin() as work:
        shop = work.members.shop()
        assert shop is not None
        work.members.put_shop(replace(shop, revoked="lost"))
        work.outbox.hold("terminal-revoked")
        work.commit()


@pytest.fixture
def gate(counter: Counter) -> EnrolmentPage:
    """The page of a profile of no shop."""
    counter.profile.storage.care().put("shop", None)
    page = EnrolmentPage(counter.context)
    counter.qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    counter.settle()
    return page


def look(counter: Counter, wizard: EnrolmentWizard, url: str = URL) -> None:
    wizard.address.edit.setText(url)
    QTest.keyClick(wizard.address.edit, Qt.Key.Key_Return)
    counter.settle()


def to_the_code(counter: Counter, wizard: EnrolmentWizard) -> None:
    look(counter, wizard)
    assert wizard.model.step == COMPARE
    QTest.keyClick(wizard.same, Qt.Key.Key_Space)
    assert wizard.model.step == CODE


def test_four_steps_by_keyboard(counter: Counter, gate: EnrolmentPage) -> None:
    wizard = gate.wizard
    to_the_code(counter, wizard)
    assert wizard.fingerprint.text().count(" ") == 5
    QTest.keyClicks(wizard.code.edit, "abcd-2345")
    QTest.keyClick(wizard.code.edit, Qt.Key.Key_Return)
    counter.settle()
    assert wizard.model.step == DONE
    assert "鑫福珠宝" in wizard.done.label.text()
    assert counter.profile.station.enrolled_with[0][1] == "ABCD2345"


def test_an_empty_field_is_asked_for_where_it_is(counter: Counter, gate: EnrolmentPage) -> None:
    wizard = gate.wizard
    wizard.look.click()
    assert wizard.address.note.text() == "请填写「服务地址」。"
    to_the_code(counter, wizard)
    wizard.join.click()
    assert wizard.code.note.text() == "请填写「登记码」。"
    wizard.code.edit.setText("short")
    wizard.join.click()
    counter.settle()
    assert wizard.code.note.text().startswith("「登记码」应为 8 位")
    assert wizard.model.step == CODE


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (StationUnreachable("network"), "网络不通"),
        (StationUnreachable("timeout"), "太久没有回应"),
        (StationUnreachable("tls"), "证书不可信"),
        (StationUnreachable("not-a-station"), "上网登录页"),
        (StationUnreachable("proxy"), "代理"),
        (StationUnreachable("insecure-url"), "没有加密"),
        (StationUnreachable("bad-address"), "写得不对"),
    ],
)
def test_why_nobody_answers_is_said_at_the_first_step(
    counter: Counter, gate: EnrolmentPage, failure: CounterwatchError, said: str
) -> None:
    def refuse(_url: str) -> NoReturn:
        raise failure

    care = counter.services.care
    counter.use(care=replace(care, joining=replace(care.joining, look_at_station=refuse)))
    look(counter, gate.wizard)
    assert said in gate.wizard.error.sentence.text()
    assert gate.wizard.address.text() == URL
    assert gate.wizard.look.isEnabled()


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (StationRefused("unknown-code", 404), "没有这个码"),
        (StationRefused("expired-code", 410), "过期"),
        (StationUnreachable("busy", 540.0), "9 分钟"),
        (StationUnreachable("timeout"), "太久没有回应"),
        (StationRefused("stale-signature", 401), "时间"),
    ],
)
def test_why_the_code_was_not_taken_is_said_at_the_third_step(
    counter: Counter, gate: EnrolmentPage, failure: CounterwatchError, said: str
) -> None:
    wizard = gate.wizard
    to_the_code(counter, wizard)
    counter.profile.station.failures = [failure]
    wizard.code.edit.setText("ABCD2345")
    wizard.join.click()
    counter.settle()
    words = f"{wizard.error.sentence.text()}{wizard.error.next_step.text()}"
    assert said in words
    assert wizard.code.text() == "ABCD2345"
    wizard.join.click()
    counter.settle()
    assert wizard.model.step == DONE


def test_a_clock_that_is_wrong_is_said_before_the_code(counter: Counter, gate: EnrolmentPage) -> None:
    slow = StationIdentity(URL, "st_1", "值班台", "AAAA BBBB", 900.0)
    care = counter.services.care
    counter.use(care=replace(care, joining=replace(care.joining, look_at_station=lambda _url: slow)))
    look(counter, gate.wizard)
    assert gate.wizard.skew.isVisible()
    assert "慢了 15 分钟" in gate.wizard.skew.label.text()


def test_an_enrolment_cut_short_is_taken_up_again(counter: Counter, gate: EnrolmentPage) -> None:
    to_the_code(counter, gate.wizard)
    counter.profile.station.failures = [StationUnreachable("timeout")]
    gate.wizard.code.edit.setText("ABCD2345")
    gate.wizard.name.edit.setText("二号柜台")
    gate.wizard.join.click()
    counter.settle()
    anew = EnrolmentPage(counter.context)
    counter.qtbot.addWidget(anew)
    anew.show()
    counter.settle()
    wizard = anew.wizard
    assert wizard.note.isVisible()
    assert (wizard.address.text(), wizard.code.text(), wizard.name.text()) == (URL, "ABCD2345", "二号柜台")
    to_the_code(counter, wizard)
    wizard.join.click()
    counter.settle()
    first, second = counter.profile.station.enrolled_with
    assert first[0] == second[0]


def test_a_revoked_pc_says_what_waits_and_joins_again(settings: SettingsScreen) -> None:
    counter = settings.counter
    assert settings.enrolment.joined.isVisible()
    counter.submitted()
    revoke(counter)
    counter.profile.station.enrolment = replace(ENROLMENT, terminal_id="trm_2")
    section = settings.enrolment
    assert section.revoked.isVisible()
    assert "等着送出的 1 条都留在这里" in section.explained.text()
    assert section.wizard.address.text()
    to_the_code(counter, section.wizard)
    section.wizard.code.edit.setText("ABCD2345")
    section.wizard.join.click()
    counter.settle()
    assert "1 条现在会自动送出" in section.wizard.next.text()
    shop = counter.services.shop()
    assert shop is not None
    assert (shop.terminal_id, shop.revoked) == ("trm_2", False)
    counter.deliver()
    assert counter.services.outbox_status().waiting == 0


def test_an_enrolled_pc_offers_no_wizard(settings: SettingsScreen) -> None:
    section = settings.enrolment
    assert not section.wizard.isVisible()
    assert section.facts["shop"].value.text() == "鑫福珠宝"
