"""A pair that can also be backed up, restored, cloned, put back to an older schema, and given new checklists."""

from __future__ import annotations

import contextlib
import json
import shutil
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from desktop.adapters.checklist_files import ChecklistFiles
from station.application.desk_access import Actor
from station.application.publish_bundle import publish_bundle
from station.bootstrap import open_station
from station.commands.station_copies import backup_station, restore_station
from tests.fakes.pictures import photo
from tests.faults.children import Child, Gone
from tests.faults.counter_process import start_counter
from tests.faults.kills import Pair
from tests.faults.station_process import station_settings
from tests.faults.walks.busy_counter import BusyCounter
from tests.faults.walks.older import rewrite_as
from tests.faults.walks.rule_z import judge
from tests.faults.walks.town import clone_home
from tests.house import ROOT

PICTURES = tuple(photo(seed, (64, 48)).hex() for seed in range(1, 7))


@dataclass
class Shop(Pair):
    """The counter of a walk and its station; `drafts` are open ones by their token: draft id, alert id, checklist."""

    founded: bool = True
    member_id: str = ""
    backups: int = 0
    published: int = 0
    drafts: dict[str, list[str]] = field(default_factory=dict)
    photos: set[tuple[str, str]] = field(default_factory=set)

    def _counter(self) -> Child:
        return self._open(start_counter(self.world, self.slots["counter"], kind=BusyCounter))

    def order(self, order: list[Any]) -> Any:
        """Give the counter an order and keep what it confirms; returns the answer. Gone when it dies."""
        heard = self.counter.ask(order)
        while self.ledger.note(heard):
            heard = self.counter.line.hear()
        return heard

    def look(self, how: str) -> None:
        """Check rule Z."""
        open_ones = {alert_id for _draft, alert_id, _ruleset in self.drafts.values()}
        judge(self.counter.ask(["look"]), self.ledger, open_ones, self.findings, how)

    def backup(self) -> None:
        """Back the station up while it serves."""
        self.backups += 1
        backup_station(station_settings(self.world), str(self._backup))

    def restore(self) -> None:
        """Put the last backup in the place of the station's database: a new epoch begins."""
        self.station.kill()
        # The former database is kept under a name of the second it was put aside.
        self.world.clock.advance(2)
        for old in self.world.station_folder.glob("station.sqlite.*before*"):
            old.unlink()
        restore_station(station_settings(self.world), str(self._backup), replace=True)
        self.ledger.at_station, self.ledger.read_to = {}, 0
        self.restart()

    def clones_deliver(self, count: int) -> None:
        """Copies of the profile, made of the disk while the counter stood still, send the same queue at the same time."""
        copies = [clone_home(self.world, number) for number in range(count)]
        for copy in copies:
            # The index of the write-ahead log is shared memory: no image of a disk brings it along as it was.
            shutil.copytree(self.world.profile, copy, ignore=shutil.ignore_patterns("*-shm"))
        self.world.clock.advance(400)
        twins = [self._open(start_counter(self.world, home=copy, kind=BusyCounter)) for copy in copies]
        for one in (*twins, self.counter):
            one.line.say(["deliver"])
        for one in (*twins, self.counter):
            one.line.hear()
        for twin, copy in zip(twins, copies, strict=True):
            twin.kill()
            shutil.rmtree(copy)

    def reopen_from(self, revision: str, arm: Any) -> None:
        """Let the profile be as an older version left it, and open it; `arm` may let it die while it is brought up to date."""
        self.counter.ask("close")
        self.counter.wait()
        rewrite_as(self.world.profile / "profile.db", revision)
        arm()
        with contextlib.suppress(Gone):
            self.counter = self._counter()
        self.restart()

    def publish(self) -> None:
        """Publish the gold checklist under its next version."""
        definition = json.loads(ChecklistFiles(ROOT / "resources" / "checklists").text("gold_shop"))
        self.published += 1
        definition["version"] += self.published
        running = open_station(station_settings(self.world), clock=self.world.clock)
        try:
            later = self.world.clock.now() + timedelta(hours=1)
            admin = Actor("off_walk", "管理员", ("admin",), "连城", "", later, "")
            publish_bundle(running.station, admin, {"checklists": {"gold_shop": definition}})
        finally:
            running.close()

    def _open(self, child: Child) -> Child:
        try:
            child.line.hear()
        except Gone:
            child.kill()
            raise
        return child

    @property
    def _backup(self) -> Path:
        return self.world.root / f"backup-{self.backups}.sqlite"
