"""Profiles and stations of every older schema, killed at every k-th call while they are brought up to date: all or nothing, backup first."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from desktop.adapters.storage.connection import connect
from desktop.adapters.storage.schema_versions import VERSIONS
from station.adapters.storage.store import SCHEMA_VERSION
from tests.faults.children import Child, Gone
from tests.faults.counter_process import start_counter
from tests.faults.kills import MODES
from tests.faults.ledger import Ledger, check
from tests.faults.shim import Mode, Slot, watch
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.walks.older import rewrite_as
from tests.faults.world import KEY, World, new_world

STATION_OLDER = {1: ("attachments", "retired_keys", "bundles"), 2: ()}
"""Tables a station of that version did not have yet."""
_KEPT = ("alerts", "outbox", "receipts")


def run(runs: int, seed: int) -> Findings:
    """Kill each older profile and station at about `runs` of the calls its upgrade makes."""
    findings = Findings("upgrade", seed)
    for version in VERSIONS[:-1]:
        with new_world() as world:
            _Profile(world, findings, version).go(runs, random.Random(f"{seed}/{version}"))
    for number in range(1, SCHEMA_VERSION):
        with new_world() as world:
            _Station(world, findings, number).go(runs, random.Random(f"{seed}/{number}"))
    return findings


@dataclass
class _Older:
    """One side's data of an older schema, put back before every try."""

    world: World
    findings: Findings
    version: str | int
    ledger: Ledger = field(default_factory=Ledger)

    def __post_init__(self) -> None:
        watch(self.world.root)
        self.slots = {"station": Slot(0), "counter": Slot(1)}
        for slot in self.slots.values():
            slot.count()
        code = found_station(self.world)
        self.station = start_station(self.world, self.slots["station"])
        counter = self.opened()
        counter.ask(["enrol", code])
        self._report(counter, ["u1", "u2"])
        counter.ask(["deliver"])
        self._report(counter, ["u3"])
        counter.ask("close")
        counter.kill()

    def _report(self, counter: Child, tokens: list[str]) -> None:
        self.ledger.given += tokens
        heard = counter.ask(["report", tokens])
        while self.ledger.note(heard):
            heard = counter.line.hear()

    def opened(self) -> Child:
        """Open the counter; Gone when it died so."""
        child = start_counter(self.world, self.slots["counter"])
        try:
            child.line.hear()
        except Gone:
            child.kill()
            raise
        return child

    def sweep(
        self,
        side: str,
        folder: Path,
        start: Callable[[], Child],
        look: Callable[[str], None],
        runs: int,
        rng: random.Random,
    ) -> None:
        """Put the folder back and kill its opening, again and again; `look` judges what is there after each death."""
        kept = self.world.root / "kept"
        shutil.copytree(folder, kept)
        slot = self.slots[side]
        slot.count()
        start().kill()
        calls = slot.seen
        self.findings.facts[f"calls to bring {side} {self.version} up"] = calls
        for number in range(runs):
            nth, mode = rng.randint(1, calls), MODES[number % len(MODES)]
            how = f"seed {self.findings.seed}: {side} {self.version} {mode.name} call {nth} of its upgrade"
            shutil.rmtree(folder)
            shutil.copytree(kept, folder)
            died = self._killed(slot, mode, nth, start)
            slot.count()
            self.findings.runs += died
            look(how)
            start().kill()
            look(f"{how}, opened again")

    def _killed(self, slot: Slot, mode: Mode, nth: int, start: Callable[[], Child]) -> bool:
        slot.arm(mode, nth)
        try:
            start().kill()
        except Gone:
            return True
        return False

    def end(self, how: str) -> None:
        """Open both in peace, send what waits, and compare everything."""
        if not self.station.alive():
            self.station = start_station(self.world, self.slots["station"])
        counter = self.opened()
        answer = counter.ask(["drain"])
        if answer.get("drained") is not True:
            self.findings.note("errors", f"not drained: {answer} ({how})")
        check(self.world, self.ledger, self.findings, how, deep=True)
        counter.kill()
        self.station.kill()


class _Profile(_Older):
    """A counter's profile of an older schema."""

    def go(self, runs: int, rng: random.Random) -> None:
        """Do the whole campaign with it."""
        rewrite_as(self.world.profile / "profile.db", str(self.version))
        self._before = self._content(self.world.profile / "profile.db")
        self.sweep("counter", self.world.profile, self.opened, self._look, runs, rng)
        self.end(f"profile {self.version}")

    def _look(self, how: str) -> None:
        """Either nothing has happened, or everything and there is a backup of before."""
        path = self.world.profile / "profile.db"
        found = self._content(path)
        if found["rows"] != self._before["rows"]:
            self.findings.note("lost", f"other rows than before ({how})")
        if found["version"] not in (self._before["version"], VERSIONS[-1]):
            self.findings.note("torn", f"half way, at {found['version']} ({how})")
        if found["version"] == VERSIONS[-1]:
            backups = [*self.world.profile.glob(f"backups/*-schema-{self.version}.db")]
            if not backups or any(self._content(one) != self._before for one in backups):
                self.findings.note("torn", f"{len(backups)} backups, not all as before ({how})")

    def _content(self, path: Path) -> dict[str, object]:
        with closing(connect(path, KEY)) as database:
            there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            version = database.execute("SELECT version_num FROM alembic_version").fetchone()[0]
            ids = {
                table: sorted(row[0] for row in database.execute(f'SELECT alert_id FROM "{table}"'))
                for table in _KEPT
                if table in there
            }
            told = database.execute("PRAGMA integrity_check").fetchone()[0]
        return {"version": version, "rows": ids, "whole": told}


class _Station(_Older):
    """A station's database of an older schema."""

    def go(self, runs: int, rng: random.Random) -> None:
        """Do the whole campaign with it."""
        self.station.kill()
        number = int(self.version)
        with closing(sqlite3.connect(self.world.database)) as database:
            for table in STATION_OLDER[number]:
                database.execute(f"DROP TABLE {table}")
            # Names stood there as they are, until they were sealed by the third version.
            database.execute("UPDATE merchants SET name = '鑫福珠宝'")
            database.execute("UPDATE meta SET value = ? WHERE name = 'schema_version'", (str(number),))
            database.commit()
        self._before = self._letters()
        start = partial(start_station, self.world, self.slots["station"])
        self.sweep("station", self.world.station_folder, start, self._look, runs, rng)
        self.end(f"station {number}")

    def _look(self, how: str) -> None:
        if self._letters() != self._before:
            self.findings.note("lost", f"other letters than before ({how})")
        with closing(sqlite3.connect(self.world.database)) as database:
            version = int(database.execute("SELECT value FROM meta WHERE name = 'schema_version'").fetchone()[0])
            whole = database.execute("PRAGMA integrity_check").fetchone()[0]
        if version not in (int(self.version), SCHEMA_VERSION) or whole != "ok":
            self.findings.note("torn", f"at version {version}, {whole} ({how})")

    def _letters(self) -> list[tuple[object, ...]]:
        asked = "SELECT alert_id, sha256, receipt FROM alerts ORDER BY alert_id"
        with closing(sqlite3.connect(self.world.database)) as database:
            return database.execute(asked).fetchall()
