"""The duty desk in a real browser, against a served station and a real terminal."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from tests.e2e.desk.conftest import StationSwitch
from tests.e2e.desk.desk_page import DeskPage
from tests.fakes.alerts import gold_alert, silent_alarm, supplement
from tests.fakes.county import County

pytestmark = pytest.mark.slow
Open = Callable[..., DeskPage]
URGENT: dict[str, Any] = {"level": "urgent", "computed_level": "urgent"}
NASTY = [
    "<script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "\"><svg onload=document.title='owned'>",
    "javascript:document.title='owned'",
    "{{7*7}}${7*7}",
    "</textarea><iframe srcdoc=\"<script>parent.document.title='owned'</script>\">",
]


def test_what_nobody_said_and_what_is_compared_on_the_telephone(county: County, open_page: Open) -> None:
    body = silent_alarm(county.terminal.enrolment, at=county.running.station.clock.now())
    assert county.terminal.put_alert(body).status == 201
    duty = open_page()
    duty.sign_in("wang")
    duty.click(duty.row(body["alert_id"]))
    duty.shows("#needs [data-assumed]", "默认值")
    told = gold_alert(county.terminal.enrolment)
    fields = {
        name: told[name] for name in ("track", "evidence", "score_detail", "scam_types", "handover", "amount_fen")
    }
    assert county.terminal.put_supplement(supplement(body["alert_id"], 1, fields=fields, text=None)).status == 201
    duty.shows("#thread .msg", "今天下午")
    duty.shows("#thread .msg", "核对了 3 条")
    assert not any(sign in duty.find("#thread").text for sign in ('{"', "evidence", "score_detail"))
    for later in ("今天下午", "¥ 170,000", "11 分"):
        duty.shows("#needs", later)
    duty.shows("#evidence", "要店里代寄")
    admin = open_page()
    admin.sign_in("sun")
    admin.go("places")
    admin.click("[data-do=code]")
    admin.shows("[data-fingerprint]", "识别码应为")
    assert duty.complaints() + admin.complaints() == []


def test_from_a_new_alert_to_the_paid_reward(county: County, open_page: Open) -> None:
    duty = open_page()
    duty.sign_in("wang")
    duty.shows(".queue-list", "现在没有未结的线索")
    # It must come by the live line: nothing on the page is pressed between here and its appearance.
    alert_id = county.alert(**URGENT)
    duty.find(duty.row(alert_id))
    duty.until(lambda: "(1)" in duty.driver.title, "the title tells of a new urgent alert")

    duty.press("j" + Keys.ENTER)
    duty.shows("#needs", "人还在")
    duty.press("a")
    duty.shows(".case-title", "已分派")
    duty.until(lambda: "(1)" not in duty.driver.title, "the title is calm again")
    assert county.events("case.status")[-1]["ack"] is True

    _instruct_and_be_answered(county, duty, alert_id)

    duty.click("[data-act=outcome]")
    duty.click("[data-effect=loss_prevented]")
    duty.type("[data-amount=loss_prevented]", "26万")
    duty.click(".flag-row [data-verdict=right]")
    duty.click(".action-panel button[type=submit]")
    duty.shows(".case-title", "有效线索")
    assert county.events("case.status")[-1]["effects"] == [{"code": "loss_prevented", "amount_fen": 26_000_000}]

    duty.click("[data-act=reward]")
    duty.until(lambda: duty.find("input[name=amount_fen]").get_attribute("value") == "3000", "the ladder's amount")
    duty.click(".action-panel button[type=submit]")
    duty.find("#rewards [data-state=proposed]")

    _reward_by_two_officers(county, open_page)
    duty.find("#rewards [data-state=paid]")
    assert county.events("reward.step")[-1]["reward"]["state"] == "paid"
    assert duty.complaints() == []


def _instruct_and_be_answered(county: County, duty: DeskPage, alert_id: str) -> None:
    duty.press("i")
    duty.click("[data-ready='1']")
    duty.click(".action-panel button[type=submit]")
    duty.shows("#thread", "还没看到")
    instruction = [one for one in county.terminal.feed().json()["events"] if one["type"] == "instruction"][-1]
    assert instruction["data"]["text"].startswith("请先拖住")
    shown = {"shown_at": datetime.now(UTC).isoformat(), "member_id": county.member_id}
    county.terminal.call("PUT", f"/api/v1/feed/receipts/{instruction['seq']}", shown)
    reply = supplement(
        alert_id,
        1,
        kind="reply",
        in_reply_to=instruction["data"]["instruction_id"],
        reply_code="stalled",
        text="在喝茶",
    )
    assert county.terminal.put_supplement(reply).status == 201
    duty.shows("#thread", "已拖住")
    duty.shows("#thread", "已看到")


def _reward_by_two_officers(county: County, open_page: Open) -> None:
    approver = open_page()
    approver.sign_in("zhao")
    approver.go("rewards")
    for step, state in (("review", "reviewing"), ("approve", "approved"), ("notify", "notified")):
        approver.click(f"[data-step={step}]")
        approver.find(f".reward-line[data-state={state}]")
    reward_id = county.events("reward.step")[-1]["reward"]["reward_id"]
    assert county.terminal.claim(reward_id, county.member_id, county.clerk).status == 201
    # One browser at a time: this machine may be small.
    approver.click("#sign-out")
    approver.sign_in("qian")
    approver.go("rewards")
    approver.click("[data-step=pay]")
    approver.find(".reward-line[data-state=paid]")
    assert approver.complaints() == []


def test_stored_markup_is_only_ever_text(county: County, open_page: Open) -> None:
    for text in NASTY:
        alert_id = county.alert(
            narrative=f"这是店员写的一句话 {text}"[:400],
            cover_story=text[:100],
            place={"address": text[:100], "detail": text[:50]},
            subject={"desc": text[:100], "name": text[:40]},
            handover={"when": text[:60], "where": text[:60]},
        )
        assert county.terminal.put_supplement(supplement(alert_id, 1, text=text)).status == 201
        county.desk("wang").post("/bulletins", {"title": text[:60], "text": text})
    page = open_page()
    page.sign_in("wang")
    rows = [row.get_attribute("data-id") for row in _rows(page, len(NASTY))]
    for row_id in rows:
        page.click(page.row(str(row_id)))
        page.until(lambda: page.all("#thread .msg.in"), "the supplement")
    page.shows("#thread", "owned")
    page.go("bulletins")
    page.until(lambda: len(page.all(".bulletin")) == len(NASTY), "all bulletins")
    shown = {node.text for node in page.all(".bulletin .pre")}
    assert shown == set(NASTY)
    assert "owned" not in page.driver.title
    assert page.all("main script, main iframe, main img, main [onerror], main [onload]") == []
    assert page.complaints() == []


def _rows(page: DeskPage, count: int) -> list[WebElement]:
    page.until(lambda: len(page.all(".q-item")) == count, f"{count} alerts in the queue")
    return page.all(".q-item")


def test_a_stated_purpose_shows_people_in_full_until_the_case_is_left(county: County, open_page: Open) -> None:
    person = {"name": "吴桂英", "phone": "13612345678"}
    alert_id, other = county.alert(subject={"desc": "灰外套", **person}), county.alert()
    page = open_page()
    page.sign_in("wang")
    page.click(page.row(alert_id))
    page.shows("#needs", "136****5678")
    page.click("#unmask")
    page.click("#needs button[type=submit]")
    page.shows("#needs .error", "请填写查看目的")
    page.type("#needs textarea", "联系当事人")
    page.click("#needs button[type=submit]")
    page.shows("#needs", person["phone"])
    # A reload by the live line must neither hide it again nor ask again.
    assert county.terminal.put_supplement(supplement(alert_id, 1, text="又回来了")).status == 201
    page.shows("#thread", "又回来了")
    page.shows("#needs", person["phone"])
    page.click(page.row(other))
    page.until(lambda: not page.all("#thread .msg"), "the other case")
    page.click(page.row(alert_id))
    page.shows("#needs", "136****5678")
    looks = [row for row in county.desk("zhou").get("/audit").json()["rows"] if row["action"] == "lead.unmask"]
    assert len(looks) == 1


def test_a_lost_race_is_told_in_a_sentence(county: County, open_page: Open) -> None:
    alert_id = county.alert()
    page = open_page()
    page.sign_in("wang")
    page.click(page.row(alert_id))
    page.click("[data-act=outcome]")
    page.find(".action-panel")
    assert county.desk("li").act(alert_id, "outcome", result="invalid").status == 200
    page.shows(".case-title", "已排除")
    page.click(".action-panel button[type=submit]")
    page.shows(".action-panel .error[data-general]", "当前状态不能这样操作")


def test_a_wrong_field_has_its_sentence_beside_it(county: County, open_page: Open) -> None:
    alert_id = county.alert()
    page = open_page()
    page.sign_in("wang")
    page.click(page.row(alert_id))
    page.click("[data-act=outcome]")
    page.click("[data-effect=loss_prevented]")
    page.type("[data-amount=loss_prevented]", "很多")
    page.click(".action-panel button[type=submit]")
    page.shows("[data-field=loss_prevented] .error", "请填写金额")


def test_wrong_password_and_the_role_of_the_auditor(county: County, open_page: Open) -> None:
    page = open_page()
    page.driver.get(page.url)
    page.type("input[name=username]", "zhou")
    page.type("input[name=password]", "not the password")
    page.click("button[type=submit]")
    page.shows(".error[data-general]", "账号、密码或动态口令不对")
    page.sign_in("zhou")
    page.until(lambda: not page.all(".rail a[data-view=queue]"), "an auditor has no queue")
    page.go("audit")
    page.shows("tbody", "登录")
    assert "session." not in page.find("tbody").text
    page.shows(".page", "记录链完整")


def test_works_on_a_phone(county: County, open_page: Open) -> None:
    alert_id = county.alert(**URGENT)
    page = open_page(width=375, height=812)
    page.sign_in("li")
    page.click(page.row(alert_id))
    page.click("[data-act=acknowledge]")
    page.shows(".case-title", "已分派")
    page.click(".back")
    page.find(page.row(alert_id))
    for view in ("rewards", "places", "bulletins", "analysis", "handover", "queue"):
        page.go(view)
        page.until(lambda: page.all(".page *"), view)
        width = page.driver.execute_script("return document.documentElement.scrollWidth")
        assert width <= 375, view


def test_the_broken_line_is_seen_and_mends(county: County, open_page: Open, switch: StationSwitch) -> None:
    page = open_page()
    page.sign_in("wang")
    page.find("#live:not(.off)")
    switch.stop()
    page.shows("#offline", "连接中断")
    switch.start()
    alert_id = county.alert(**URGENT)
    page.find(page.row(alert_id))
    page.until(lambda: not page.driver.find_element(By.ID, "offline").is_displayed(), "the bar goes")


def test_english_and_dark(county: County, open_page: Open) -> None:
    county.alert()
    page = open_page()
    page.sign_in("wang")
    page.click("#language")
    page.shows("#view-title", "Live leads")
    page.click("#theme")
    page.until(
        lambda: (
            page.driver.execute_script("return getComputedStyle(document.body).backgroundColor") == "rgb(11, 18, 32)"
        ),
        "the dark page",
    )
