"""The power goes at every point of a recorded run of either side: everything confirmed before it is still there."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from desktop.adapters.credentials import open_key
from desktop.adapters.credentials.header import HEADER, read_header
from desktop.adapters.storage.connection import connect
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import initialise, open_station
from tests.fakes.alerts import gold_alert
from tests.fakes.terminal import FakeTerminal, in_process
from tests.faults import shim
from tests.faults.children import Line, fork
from tests.faults.counter_process import Counter
from tests.faults.disk_model import HOWS, Disk, read_log
from tests.faults.station_process import furnish, start_station, station_settings
from tests.faults.table import Findings
from tests.faults.world import KEY, Plant, World, new_world

ALERTS = 12
DEEP_EVERY = 20
Scenario = Callable[[World], None]


def run(runs: int, seed: int, *, plant: Plant | None = None) -> Findings:
    """Look at `runs` states, shared among first start, counter and station."""
    findings, rng = Findings("power", seed), random.Random(seed)
    with new_world() as world:
        states = [max(runs // 10, 40), runs - max(runs // 10, 40)]
        _campaign(world, _first_start(plant), _first_start_whole, states[0], rng, findings)
        _enrolled(world)
        _campaign(world, _counter_saves(plant), _counter_whole, states[1] // 2, rng, findings)
        _campaign(world, _station_confirms(plant), _station_whole, states[1] - states[1] // 2, rng, findings)
    return findings


def _enrolled(world: World) -> None:
    code, world.merchant_id = (world.root / "code").read_text(encoding="utf-8").split()
    station = start_station(world)

    def work(line: Line) -> None:
        counter = Counter(world)
        counter.enrol(world.url, code, "一号柜台")
        counter.close()

    try:
        assert fork(work).wait() == 0
    finally:
        station.kill()


def _campaign(
    world: World,
    scenario: Scenario,
    whole: Callable[[World, list[str], bool], str | None],
    runs: int,
    rng: random.Random,
    findings: Findings,
) -> None:
    """Record one run of the scenario, then look at states of the disk after prefixes of it."""
    folders = [world.station_folder, world.profile]
    disk, log = Disk(folders), world.root / "log"
    if log.exists():
        log.unlink()

    def work(_line: Line) -> None:
        shim.watch(world.root)
        shim.record(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        scenario(world)
        shim.record(-1)

    assert fork(work).wait() == 0, "the recorded run itself failed"
    entries = [entry for entry in read_log(log) if entry.path != str(log)]
    wanted = _spread(len(entries), runs, rng)
    for number, entry in enumerate(entries):
        disk.apply(entry)
        for which in range(wanted[number]):
            how = HOWS[which % len(HOWS)]
            _rebuild(world, disk.after_power_cut(how, rng), folders)
            findings.runs += 1
            trouble = whole(world, disk.marks, findings.runs % DEEP_EVERY == 0)
            if trouble:
                kind, _, words = trouble.partition(":")
                findings.note(kind, f"{words} (seed {findings.seed}, after call {number} of {len(entries)}, {how})")
    findings.facts["calls recorded"] += len(entries)
    _rebuild(world, disk.after_power_cut("all", rng), folders)


def _spread(places: int, runs: int, rng: random.Random) -> list[int]:
    each, rest = divmod(runs, places)
    extra = set(rng.sample(range(places), rest))
    return [each + (place in extra) for place in range(places)]


def _rebuild(world: World, files: dict[str, bytes], folders: list[Path]) -> None:
    for folder in folders:
        for path in folder.iterdir():
            path.unlink()
    for name, content in files.items():
        Path(name).write_bytes(content)


def _first_start(plant: Plant | None) -> Scenario:
    def scenario(world: World) -> None:
        if plant:
            plant(world)
        open_key(world.profile, passphrase="一次性口令 made up")
        shim.mark("key")
        initialise(station_settings(world), "连城")
        shim.mark("station")
        code = furnish(world)
        (world.root / "code").write_text(f"{code} {world.merchant_id}", encoding="utf-8")

    return scenario


def _first_start_whole(world: World, marks: list[str], deep: bool) -> str | None:
    if "key" in marks and ((world.profile / HEADER).exists() and read_header(world.profile)) in (False, None):
        return "lost:the key header of a profile that was opened"
    if "station" not in marks:
        return None
    try:
        open_station(station_settings(world)).close()
    except Exception as error:  # noqa: BLE001 - whatever it is, a founded station must open
        return f"lost:the founded station does not open: {error!r}"
    return None


def _counter_saves(plant: Plant | None) -> Scenario:
    def scenario(world: World) -> None:
        if plant:
            plant(world)
        counter = Counter(world)
        for number in range(ALERTS):
            alert_id = counter.report(f"p{number}")
            shim.mark(alert_id)
            counter.add_fact(alert_id, None, f"补充 [p{number}+]")
            shim.mark(f"{alert_id}/1")
            if number == ALERTS // 2:
                counter.storage.close()
                counter = Counter(world)
        counter.close()

    return scenario


def _counter_whole(world: World, marks: list[str], deep: bool) -> str | None:
    with closing(connect(world.profile / "profile.db", KEY)) as database:
        return _whole(
            database,
            marks,
            deep,
            "SELECT alert_id, 0 FROM alerts UNION ALL SELECT alert_id, n FROM supplements",
            "SELECT alert_id, n FROM outbox",
        )


def _station_confirms(plant: Plant | None) -> Scenario:
    def scenario(world: World) -> None:
        if plant:
            plant(world)
        running = open_station(station_settings(world), clock=world.clock)
        terminal = FakeTerminal(in_process(running.app), "http://127.0.0.1", now=world.clock.now)
        code, _until = make_enrolment_code(running.station, merchant_id=world.merchant_id)
        assert terminal.enrol(code).status == 201
        for _ in range(ALERTS):
            body = gold_alert(terminal.enrolment, at=world.clock.now())
            assert terminal.put_alert(body).status == 201
            shim.mark(body["alert_id"])
        running.close()

    return scenario


def _station_whole(world: World, marks: list[str], deep: bool) -> str | None:
    with closing(sqlite3.connect(world.database)) as database:
        return _whole(database, marks, deep, "SELECT alert_id, 0 FROM alerts", "SELECT alert_id, 0 FROM leads")


def _whole(database: Any, marks: list[str], deep: bool, letters: str, beside: str) -> str | None:
    try:
        there, partners = (set(database.execute(query).fetchall()) for query in (letters, beside))
        told = database.execute("PRAGMA integrity_check").fetchone()[0] if deep else "ok"
    except Exception as error:  # noqa: BLE001 - two drivers, two families of errors; each is a finding
        return f"torn:the database does not open: {error!r}"
    promised = {(mark.partition("/")[0], int(mark.partition("/")[2] or 0)) for mark in marks}
    if promised - there:
        return f"lost:{len(promised - there)} confirmed letters"
    # Letters of the first half of the run may have gone to the station meanwhile; none stands without its entry.
    if {letter for letter in there if letter not in partners}:
        return "torn:a letter without its entry beside it"
    return None if told == "ok" else f"torn:integrity {told[:60]}"
