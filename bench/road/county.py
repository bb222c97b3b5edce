"""A station's database with many shops, written directly: enrolling thousands over HTTP would measure the enrolment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from station.application.ports import Unit
from station.application.records import Member, Merchant, Terminal
from station.bootstrap import initialise, open_station
from station.settings import read_settings
from tests.fakes.desk import hire
from tests.fakes.served import Served, served
from tests.fakes.terminal import FakeTerminal, Key, over_http

OFFICER = "wang"


@dataclass(frozen=True)
class Counter:
    """One shop: its computer, its clerk and the clerk's key."""

    terminal: FakeTerminal
    member_id: str
    clerk: Key


def found(database: Path, shops: int) -> list[Counter]:
    """Initialise a station with that many shops and one duty officer."""
    settings = read_settings(str(database), environ={})
    initialise(settings, "连城")
    running = open_station(settings)
    try:
        hire(running.station, OFFICER, "王警官", "duty")
        made = [_counter(number) for number in range(shops)]
        now = running.station.clock.now()
        running.store.write(lambda unit: _enrol(unit, made, now))
        return made
    finally:
        running.close()


@contextmanager
def county(shops: int) -> Iterator[tuple[Served, list[Counter], Path]]:
    """Serve a station with that many shops; everything is gone afterwards."""
    with TemporaryDirectory() as name:
        database = Path(name) / "station.sqlite"
        counters = found(database, shops)
        with served(database) as station:
            at(counters, station.url)
            yield station, counters, Path(name)


def at(counters: Sequence[Counter], url: str) -> None:
    """Tell the counters where their station is."""
    for counter in counters:
        counter.terminal.base = url


def _counter(number: int) -> Counter:
    terminal = FakeTerminal(over_http(), "")
    terminal.enrolment = {
        "terminal_id": f"ter_bench{number}",
        "merchant": {"merchant_id": f"mer_bench{number}", "trade": "gold"},
    }
    return Counter(terminal, f"mem_bench{number}", Key())


def _enrol(unit: Unit, counters: Sequence[Counter], now: datetime) -> None:
    for counter in counters:
        enrolment, key, clerk = counter.terminal.enrolment, counter.terminal.key, counter.clerk
        merchant_id = enrolment["merchant"]["merchant_id"]
        unit.merchants.add(Merchant(merchant_id, f"{merchant_id} 珠宝", "gold", "东街1号", "13800138000", now))
        unit.terminals.add(Terminal(enrolment["terminal_id"], merchant_id, "一号柜台", key.jwk, key.thumbprint, now))
        member = Member(counter.member_id, merchant_id, "陈小妹", "clerk", now, "", now)
        unit.members.add(replace(member, jwk=clerk.jwk, key_thumbprint=clerk.thumbprint, activated_at=now))
