"""A served station whose clock is set by hand, and some days in a small county on it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import uvicorn

from redflags import Answer, Definition, assess_case, load_definitions, visible_questions
from station.adapters.checklists import FOLDER
from station.adapters.passwords import MADE_UP, Argon2Passwords
from station.application.create_member import create_member
from station.application.create_merchant import create_merchant
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import Running, initialise, open_station
from station.commands.serve import server_options
from station.settings import read_settings
from tests.e2e.desk.told import PAST, Told
from tests.fakes.alerts import gold_alert, member_signed
from tests.fakes.county import County, found_county
from tests.fakes.desk import DeskClient
from tests.fakes.terminal import FakeTerminal, Key, over_http

CHINA = timezone(timedelta(hours=8))
SETTINGS = {"gold": "gold_shop", "courier": "courier_acceptance", "bank": "bank_counter"}
PLACES = {
    "gold": "连城县莲峰镇东街1号",
    "courier": "连城县莲峰镇西环路66号",
    "bank": "连城县莲峰镇南大街8号",
}
PHONES = {"gold": "13800138000", "courier": "0597-5550116", "bank": "0597-5550188"}
COUNTERS = {"gold": "一号柜台", "courier": "收寄台", "bank": "3号窗口"}
STEPS = ("review", "approve", "notify")
REACHED = {"proposed": 0, "reviewing": 1, "notified": 3, "claimed": 3, "paid": 3}
"""How many of the approver's steps a reward in this state has behind it."""


class SetClock:
    """A clock that is put forward by hand and runs on from there (the port `Clock`)."""

    def __init__(self) -> None:
        self._at, self._since = datetime(2026, 11, 1, tzinfo=UTC), time.monotonic()

    def now(self) -> datetime:
        """Return the moment it shows, UTC."""
        return self._at + timedelta(seconds=time.monotonic() - self._since)

    def set(self, day: int, clock: str) -> None:
        """Show a time of China's in November, "HH:MM" or "HH:MM:SS"; it never goes back."""
        at = datetime.fromisoformat(f"2026-11-{day:02d}T{clock}").replace(tzinfo=CHINA).astimezone(UTC)
        assert at >= self.now(), (at, self.now())
        self._at, self._since = at, time.monotonic()

    def pass_by(self, seconds: float) -> None:
        """Let some time go by at once."""
        self._at += timedelta(seconds=seconds)


@dataclass
class Shop:
    """A counter with its computer and the clerk who signs there."""

    terminal: FakeTerminal
    member_id: str
    clerk: Key


@dataclass
class Days:
    """The county with all of its counters, and the clock they share."""

    clock: SetClock
    county: County
    shops: dict[str, Shop]
    definitions: dict[str, Definition] = field(default_factory=lambda: load_definitions(FOLDER))

    @property
    def url(self) -> str:
        """Where the station is served."""
        return self.county.terminal.base

    def desk(self, username: str) -> DeskClient:
        """Return the officer's desk; signed in again once the clock was put forward by more than a session bears."""
        known = self.county.desks.get(username)
        if known is not None and known.get("/session").status != 200:
            del self.county.desks[username]
        return self.county.desk(username)

    def tell(self, told: Told) -> str:
        """Send a report now, judged by the real checklist; returns the alert's id."""
        shop, setting = self.shops[told.shop], SETTINGS[told.shop]
        body = gold_alert(
            shop.terminal.enrolment,
            at=self.clock.now(),
            setting=setting,
            place={"address": PLACES[told.shop], "detail": COUNTERS[told.shop]},
            contact={"phone": PHONES[told.shop], "mode": "sms"},
            narrative=told.narrative,
            **(self._judged(told, setting) | told.more),
        )
        answer = shop.terminal.put_alert(member_signed(body, shop.member_id, shop.clerk))
        assert answer.status == 201, answer.content
        return str(body["alert_id"])

    def _judged(self, told: Told, setting: str) -> dict[str, Any]:
        definition = self.definitions[setting]
        given = dict.fromkeys(definition.order, Answer.NO) | dict.fromkeys(told.yes.split(), Answer.YES)
        facts = {key: given[key].value for key in visible_questions(definition, given)}
        found: Any = assess_case({"setting": setting, "facts": facts}, self.definitions)
        return {
            "level": found["level"],
            "computed_level": found["level"],
            "track": found["track"],
            "ruleset": f"{setting}@{definition.version}",
            "evidence": [{"question_id": key, "answer": answer} for key, answer in facts.items()],
            "score_detail": {
                "scores": found["scores"],
                "reasons": [{"id": one["id"], "points": one["points"]} for one in found["reasons"]],
                "floors": [],
            },
            "scam_types": found["scam_types"][:1],
            "insufficient": found["insufficient"],
        }

    def act(self, alert_id: str, action: str, **more: Any) -> None:
        """Let the officer on duty act on a lead."""
        answer = self.desk("wang").act(alert_id, action, **more)
        assert answer.status == 200, answer.content

    def told_last(self, shop: str, kind: str) -> dict[str, Any]:
        """Return the feed's last event of one kind at a counter."""
        events: list[dict[str, Any]] = self.shops[shop].terminal.feed().json()["events"]
        return [one for one in events if one["type"] == kind][-1]

    def live_through(self) -> None:
        """Let the past days happen, from the first report to the rewards."""
        for day, clock, told, result, effects, wrong, reached in PAST:
            self.clock.set(day, clock)
            alert_id = self.tell(told)
            self.clock.pass_by(11)
            self.desk("wang")
            self.clock.pass_by(27)
            self.act(alert_id, "acknowledge")
            flags = {key: "wrong" if key in wrong.split() else "right" for key in told.yes.split()}
            self.clock.pass_by(514)
            self.act(alert_id, "outcome", result=result, effects=effects, flags=flags)
            if reached == "proposed":
                looked = self.desk("wang").post(f"/alerts/{alert_id}/unmask", {"purpose": "联系当事人"})
                assert looked.status == 200, looked.content
            if reached:
                self._reward(alert_id, self.shops[told.shop], reached)
        self.clock.set(23, "11:40")
        notice = {"title": "近期手法提示", "text": "有人以寄茶叶为名夹寄金条，请验视时留意重量。", "trade": "courier"}
        assert self.desk("wang").post("/bulletins", notice).status in (200, 201)

    def _reward(self, alert_id: str, shop: Shop, reached: str) -> None:
        body = {"alert_id": alert_id, "member_id": shop.member_id, "kind": "cash", "amount_fen": self._ladder(alert_id)}
        self.clock.pass_by(96)
        made = self.desk("wang").post("/rewards", body)
        assert made.status == 201, made.content
        reward_id = made.json()["reward_id"]
        for step in STEPS[: REACHED[reached]]:
            self.desk("zhao")
            self.clock.pass_by(140)
            answer = self.desk("zhao").step(reward_id, step)
            assert answer.status == 200, answer.content
        if reached in ("claimed", "paid"):
            self.clock.pass_by(700)
            assert shop.terminal.claim(reward_id, shop.member_id, shop.clerk).status == 201
        if reached == "paid":
            assert self.desk("qian").step(reward_id, "pay").status == 200

    def _ladder(self, alert_id: str) -> int:
        return int(self.desk("wang").get(f"/rewards/suggestion?alert_id={alert_id}").json()["amount_fen"])


@contextmanager
def county_days(folder: Path) -> Iterator[Days]:
    """Found a county in `folder`, serve it in a thread, and let its past days happen."""
    clock = SetClock()
    settings = read_settings(str(folder / "station.sqlite"), environ={})
    initialise(settings, "连城")
    running = open_station(settings, clock=clock, passwords=Argon2Passwords(*MADE_UP))
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(running.app, **server_options()))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        clock.set(16, "09:30")
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        days = _founded(running, clock, url)
        days.live_through()
        yield days
    finally:
        running.hub.close()
        server.should_exit = True
        thread.join()
        running.close()
        listener.close()


def _founded(running: Running, clock: SetClock, url: str) -> Days:
    county = found_county(running, over_http(), url)
    station = running.station
    gold = str(county.terminal.enrolment["merchant"]["merchant_id"])
    create_member(station, merchant_id=gold, name="林秋月", role="manager")
    shops = {"gold": Shop(county.terminal, county.member_id, county.clerk)}
    for trade, name, address, phone, computer, person in (
        ("courier", "安达快递东园营业部", "莲峰镇西环路66号", PHONES["courier"], COUNTERS["courier"], "罗小燕"),
        ("bank", "莲峰信用社营业部", "莲峰镇南大街8号", PHONES["bank"], COUNTERS["bank"], "张敏"),
    ):
        shop = create_merchant(station, name=name, trade=trade, address=address, phone=phone)
        member, code = create_member(station, merchant_id=shop.merchant_id, name=person, role="clerk")
        terminal, clerk = FakeTerminal(over_http(), url, now=clock.now), Key()
        assert terminal.enrol(make_enrolment_code(station, merchant_id=shop.merchant_id)[0], computer).status == 201
        assert terminal.activate(member.member_id, code, clerk).status == 201
        shops[trade] = Shop(terminal, member.member_id, clerk)
    return Days(clock, county, shops)
