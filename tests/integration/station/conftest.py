"""A real station over a real file, in process, with a clock that stands still."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from station.adapters.passwords import MADE_UP, Argon2Passwords
from station.application.create_member import create_member
from station.application.create_merchant import create_merchant
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import Running, initialise, open_station
from station.settings import read_settings
from tests.fakes.contract_watch import watched
from tests.fakes.terminal import FakeTerminal, Key, in_process
from tests.support import FixedClock

BASE = "http://station.test"


@dataclass
class World:
    """An opened station with one gold shop, one enrolled terminal and one activated member."""

    running: Running
    clock: FixedClock
    merchant_id: str
    terminal: FakeTerminal
    member_id: str
    member: Key
    folder: Path

    def code(self, merchant_id: str | None = None) -> str:
        """Return a fresh enrolment code."""
        return make_enrolment_code(self.running.station, merchant_id=merchant_id or self.merchant_id)[0]

    def fresh_terminal(self) -> FakeTerminal:
        """Return a terminal that is not enrolled yet."""
        return FakeTerminal(watched(in_process(self.running.app)), BASE, now=self.clock.now)

    def other_shop(self) -> FakeTerminal:
        """Return an enrolled terminal of another merchant."""
        other = create_merchant(self.running.station, name="寄递点", trade="courier", address="北街9号")
        terminal = self.fresh_terminal()
        assert terminal.enrol(self.code(other.merchant_id)).status == 201
        return terminal


@pytest.fixture
def world(tmp_path: Path, clock: FixedClock) -> Iterator[World]:
    """Open the station and enrol one terminal."""
    settings = read_settings(str(tmp_path / "station.sqlite"), environ={})
    initialise(settings, "连城")
    running = open_station(settings, clock=clock, passwords=Argon2Passwords(*MADE_UP))
    try:
        yield _furnished(running, clock, tmp_path)
    finally:
        running.close()


def _furnished(running: Running, clock: FixedClock, folder: Path) -> World:
    station = running.station
    merchant = create_merchant(station, name="福金珠宝", trade="gold", address="东街1号", phone="0597-8888888")
    member, activation = create_member(station, merchant_id=merchant.merchant_id, name="李店员", role="店员")
    terminal = FakeTerminal(watched(in_process(running.app)), BASE, now=clock.now)
    key = Key()
    code, _expires = make_enrolment_code(station, merchant_id=merchant.merchant_id)
    assert terminal.enrol(code).status == 201
    assert terminal.activate(member.member_id, activation, key).status == 201
    return World(running, clock, merchant.merchant_id, terminal, member.member_id, key, folder)
