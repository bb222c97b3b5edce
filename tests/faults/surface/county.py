"""A small county for the calls of the API: two shops, their computers and clerks, and an officer of every role."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import create_engine, text

from station.application.create_member import create_member
from station.application.create_merchant import create_merchant
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import initialise, open_station
from tests.fakes.desk import DeskClient, hire
from tests.fakes.kept_alive import KeptAlive
from tests.fakes.terminal import FakeTerminal, Key
from tests.faults.station_process import start_station, station_settings
from tests.faults.surface.snapshot import Keeper
from tests.faults.world import World, new_world

Whose = Literal["own", "foreign", "unknown"]
EVERY: tuple[Whose, ...] = ("own", "foreign", "unknown")
OFFICERS: dict[str, tuple[str, ...]] = {
    "wang": ("duty",),
    "zhao": ("approver",),
    "qian": ("finance",),
    "sun": ("admin",),
    "zhou": ("auditor",),
    "nobody": (),
    "gone": ("duty", "admin"),
}
"""`gone` was dismissed; `nobody` has an account and no role."""
UNKNOWN_ID = "0190b3a0-0000-7000-8000-000000000000"
LONGER_THAN_IDLE_S = 31 * 60


@dataclass
class Shop:
    """A merchant, two of its computers, and two clerks with keys of their own."""

    terminal: FakeTerminal
    second: FakeTerminal
    member_id: str
    clerk: Key
    other_member_id: str
    other_clerk: Key

    @property
    def merchant_id(self) -> str:
        """The merchant's id."""
        return str(self.terminal.enrolment["merchant"]["merchant_id"])


@dataclass
class County:
    """Everybody who may call, ready to call."""

    world: World
    send: KeptAlive
    ours: Shop
    theirs: Shop
    revoked: FakeTerminal
    keeper: Keeper
    desks: dict[str, DeskClient] = field(default_factory=dict)
    stale_cookies: dict[str, str] = field(default_factory=dict)

    def shop(self, whose: Whose) -> Shop:
        """Return the shop an object belongs to, seen from ours."""
        return self.theirs if whose == "foreign" else self.ours

    def desk(self, username: str) -> DeskClient:
        """Return the officer's desk."""
        return self.desks[username]

    def new_code(self, shop: Shop) -> str:
        """Return a fresh enrolment code; what was tried with wrong ones before is forgiven, as time would."""
        with closing(sqlite3.connect(self.world.database, timeout=20, isolation_level=None)) as database:
            database.execute("DELETE FROM attempts")
        answer = self.desk("sun").post("/enrolment-codes", {"merchant_id": shop.merchant_id})
        assert answer.status == 201, answer.content
        return str(answer.json()["code"])


@dataclass
class _Registered:
    merchant_id: str
    codes: list[str]
    members: list[tuple[str, str]]


@contextmanager
def new_county() -> Iterator[County]:
    """Serve a station with everybody in it."""
    with new_world() as world:
        initialise(station_settings(world), "连城")
        shops, spare = _register(world)
        station = start_station(world)
        with KeptAlive() as send:
            try:
                revoked, keeper = _enrolled(world, send, spare), Keeper(world)
                ours, theirs = (_open_shop(world, send, shop) for shop in shops)
                county = County(world, send, ours, theirs, revoked, keeper)
                _sign_in_all(county)
                county.desk("sun").post(f"/terminals/{revoked.enrolment['terminal_id']}/revoke", {"reason": "丢失"})
                yield county
                keeper.close()
                assert station.alive(), "the station died"
            finally:
                station.kill()


def _register(world: World) -> tuple[list[_Registered], str]:
    running = open_station(station_settings(world), clock=world.clock)
    try:
        station = running.station
        for username, roles in OFFICERS.items():
            # No account is made without a role; one that has lost its roles is made so below.
            hire(station, username, f"{username}警官", *(roles or ("duty",)))
        shops = []
        for name in ("鑫福珠宝", "顺达快递"):
            shop = create_merchant(station, name=name, trade="gold", address="莲峰镇东街1号")
            people = [
                create_member(station, merchant_id=shop.merchant_id, name=who, role="clerk") for who in ("陈", "林")
            ]
            codes = [make_enrolment_code(station, merchant_id=shop.merchant_id)[0] for _ in range(2)]
            shops.append(_Registered(shop.merchant_id, codes, [(one.member_id, code) for one, code in people]))
        return shops, make_enrolment_code(station, merchant_id=shops[0].merchant_id)[0]
    finally:
        running.close()


def _enrolled(world: World, send: KeptAlive, code: str) -> FakeTerminal:
    terminal = FakeTerminal(send, world.url, now=world.clock.now)
    answer = terminal.enrol(code)
    assert answer.status == 201, answer.content
    return terminal


def _open_shop(world: World, send: KeptAlive, shop: _Registered) -> Shop:
    first, second = (_enrolled(world, send, code) for code in shop.codes)
    keys = [Key(), Key()]
    for key, (member_id, code) in zip(keys, shop.members, strict=True):
        assert first.activate(member_id, code, key).status == 201
    return Shop(first, second, shop.members[0][0], keys[0], shop.members[1][0], keys[1])


def _sign_in_all(county: County) -> None:
    """Sign everybody in; before that, sessions that are over: timed out, signed out, dismissed."""
    county.stale_cookies["timed out"] = _signed_in(county, "wang").cookie
    county.world.clock.advance(LONGER_THAN_IDLE_S)
    left = _signed_in(county, "wang")
    county.stale_cookies["signed out"] = left.cookie
    assert left.delete("/session").status == 204
    county.stale_cookies["dismissed"] = _signed_in(county, "gone").cookie
    engine = create_engine(station_settings(county.world).database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE officers SET roles = '[]' WHERE username = 'nobody'"))
        connection.execute(text("UPDATE officers SET disabled_at = created_at WHERE username = 'gone'"))
    engine.dispose()
    county.desks = {username: _signed_in(county, username) for username in OFFICERS if username != "gone"}


def _signed_in(county: County, username: str) -> DeskClient:
    client = DeskClient(county.send, county.world.url)
    answer = client.sign_in(username)
    assert answer.status == 200, answer.content
    return client
