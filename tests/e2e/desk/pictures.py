"""Pictures of the duty desk's page in a real browser: `python -m tests.e2e.desk.pictures --out DIR`; those in docs/screens are named desk-…."""

from __future__ import annotations

import argparse
import io
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.e2e.desk.conftest import open_browser
from tests.e2e.desk.county_day import Days, county_days
from tests.e2e.desk.desk_page import DeskPage
from tests.e2e.desk.told import GROUP, OFFICIAL, TEA
from tests.fakes.alerts import supplement
from tests.ui.gallery.screens import _flat as with_a_palette

WIDE, TALL, ENGLISH, PHONE = (1440, 900), (1440, 960), (1680, 1000), (375, 812)
_LEAVE = "if (!document.activeElement.matches('input, textarea')) document.activeElement.blur()"
_RESTS = """
const moving = document.getAnimations().filter((one) => one.effect.getTiming().iterations !== Infinity);
const clock = document.querySelector(".wall-clock");
return document.fonts.status === "loaded" && !moving.some((one) => one.playState === "running")
  && (!clock || clock.textContent !== "" || getComputedStyle(clock).display === "none");
"""


@dataclass(frozen=True)
class Leads:
    """The open leads of the afternoon: one nobody has seen yet, one with an officer there, one that waits for the counter."""

    fresh: str
    on_scene: str
    asked: str


@dataclass
class Pictures:
    """The browser, and where its pictures go."""

    page: DeskPage
    out: Path

    def shoot(self, name: str) -> None:
        """Save what is seen now, with nothing on the move and no button under the mouse."""
        driver = self.page.driver
        driver.execute_cdp_cmd("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": 1, "y": 1})
        driver.execute_script(_LEAVE)
        self.page.until(lambda: driver.execute_script(_RESTS), "the page to rest")
        assert self.page.complaints() == []
        file = self.out / f"desk-{name}.png"
        with Image.open(io.BytesIO(driver.get_screenshot_as_png())) as picture:
            with_a_palette(picture.convert("RGB")).save(file, "PNG", optimize=True)
        print(file.name)

    def leave(self) -> None:
        """Sign out."""
        self.page.click("#sign-out")
        self.page.find("input[name=username]")

    def open(self, alert_id: str) -> None:
        """Open a lead of the queue."""
        self.page.click(self.page.row(alert_id))
        self.page.find("#needs")


def of_the_administrator(shots: Pictures) -> None:
    """The empty sign-in, the places with a fresh enrolment code, the audit."""
    page = shots.page
    page.driver.get(page.url)
    page.find("input[name=username]")
    shots.shoot("sign-in")
    page.sign_in("sun")
    page.resize(*TALL)
    page.go("places")
    page.click("[data-do=code]")
    page.shows("[data-fingerprint]", "识别码应为")
    shots.shoot("places")
    page.resize(*WIDE)
    page.go("audit")
    page.shows("tbody", "登录")
    shots.shoot("audit")
    shots.leave()


def the_afternoon(days: Days) -> Leads:
    """Two leads in hand, and an urgent one that has just come."""
    shop = days.shops["courier"]
    days.clock.set(23, "14:10:26")
    asked = days.tell(TEA)
    days.clock.pass_by(80)
    days.act(asked, "acknowledge")
    days.act(asked, "instruct", text="包裹先别发出，放到后面等我们来看。", replies=["ok", "cannot"], urgent=False)
    told = days.told_last("courier", "instruction")
    days.clock.pass_by(6)
    seen = {"shown_at": days.clock.now().isoformat(), "member_id": shop.member_id}
    assert shop.terminal.call("PUT", f"/api/v1/feed/receipts/{told['seq']}", seen).status in (200, 201, 204)
    days.clock.pass_by(25)
    reply = {"kind": "reply", "in_reply_to": told["data"]["instruction_id"], "reply_code": "ok"}
    reply |= {"text": "好的，已放到后面货架。", "member_id": shop.member_id}
    answer = shop.terminal.put_supplement(supplement(asked, 1, at=days.clock.now(), **reply))
    assert answer.status == 201, answer.content
    days.clock.set(23, "14:14:02")
    on_scene = days.tell(GROUP)
    days.clock.pass_by(51)
    days.act(on_scene, "acknowledge")
    days.clock.pass_by(40)
    days.act(on_scene, "instruct", text="先不要交货，就说系统在复核。", replies=["stalled", "left", "ok"], urgent=False)
    days.act(on_scene, "dispatch", text="已安排人员前往，请继续正常接待。")
    days.clock.set(23, "14:29:12")
    days.act(on_scene, "on_scene")
    days.act(asked, "need_info", question="寄件人还在店里吗？")
    days.clock.set(23, "14:31:08")
    return Leads(days.tell(OFFICIAL), on_scene, asked)


def of_the_duty_officer(shots: Pictures, leads: Leads) -> None:
    """A lead, an instruction to it, a conclusion, what went to and fro with a counter, the rewards."""
    page = shots.page
    page.sign_in("li")
    shots.open(leads.fresh)
    shots.shoot("case-light")
    page.click("[data-act=instruct]")
    page.click("[data-ready='1']")
    shots.shoot("instruct")
    shots.open(leads.on_scene)
    page.click("[data-act=outcome]")
    page.click("[data-effect=dissuaded]")
    page.click("[data-effect=loss_prevented]")
    page.type("[data-amount=loss_prevented]", "9万")
    for row in page.all(".flag-row"):
        row.find_element("css selector", "[data-verdict=right]").click()
    shots.shoot("outcome")
    shots.open(leads.asked)
    page.shows("#thread", "还没看到")
    shots.shoot("line-to-the-counter")
    page.go("rewards")
    page.find(".reward-line")
    shots.shoot("rewards")


def once_it_is_overdue(shots: Pictures, leads: Leads) -> None:
    """The lead nobody has seen and the analysis in the dark look, the lead on a phone; the queue there and the handover in the light one."""
    page = shots.page
    page.click("#theme")
    page.go("queue")
    shots.open(leads.fresh)
    page.shows(".case-head .target", "超")
    page.shows(".tally div:nth-child(2).hot b", "1")
    shots.shoot("case-dark")
    page.resize(*PHONE)
    shots.shoot("phone-case-dark")
    page.click(".back")
    page.click("#theme")
    page.find(page.row(leads.fresh))
    shots.shoot("phone-queue")
    page.resize(*WIDE)
    page.go("handover")
    page.shows(".mini li", "已超时")
    shots.shoot("handover")
    page.click("#theme")
    page.go("analysis")
    page.find(".hours")
    shots.shoot("analysis-dark")
    page.click("#theme")
    shots.leave()


def in_english(shots: Pictures, leads: Leads) -> None:
    """An open lead in English, on a larger screen."""
    page = shots.page
    page.resize(*ENGLISH)
    page.sign_in("wang")
    page.click("#language")
    page.shows("#view-title", "Live leads")
    shots.open(leads.fresh)
    shots.shoot("case-english")


def main() -> None:
    """Take the pictures with a fresh station and a fresh browser."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, county_days(Path(folder)) as days:
        page = open_browser(Path(folder) / "browser", days.url, *WIDE)
        page.driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
        try:
            shots = Pictures(page, out)
            days.clock.set(23, "13:36:40")
            of_the_administrator(shots)
            leads = the_afternoon(days)
            days.clock.pass_by(9)
            of_the_duty_officer(shots, leads)
            days.clock.pass_by(52)
            once_it_is_overdue(shots, leads)
            in_english(shots, leads)
        finally:
            page.driver.quit()


if __name__ == "__main__":
    main()
