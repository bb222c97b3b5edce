"""Long random walks over everything that can happen to one shop and its station, and the walk back to exactly once."""

from __future__ import annotations

import contextlib
import random
import shutil
from typing import Any, ClassVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as with_seed
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from station.commands.station_copies import backup_station, restore_station
from tests.faults.children import Gone
from tests.faults.counter_process import start_counter
from tests.faults.kills import MODES, Pair
from tests.faults.ledger import check
from tests.faults.shim import Calls, Mode
from tests.faults.station_process import station_settings
from tests.faults.table import Findings
from tests.faults.world import World, new_world

STEPS = 50
PAUSES_S = (1.0, 65.0, 400.0, 90_000.0)


class Shop(Pair):
    """A pair that can also be backed up, restored and cloned."""

    backups: int = 0

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

    def clone_delivers(self) -> None:
        """A copy of the profile, made while the counter was shut, sends the same queue."""
        self.counter.kill()
        copy = self.world.root / "profile-copy"
        shutil.copytree(self.world.profile, copy)
        self.world.clock.advance(400)
        twin = start_counter(self.world, home=copy)
        twin.line.hear()
        self.restart()
        twin.ask(["deliver"])
        self.counter.ask(["deliver"])
        twin.kill()
        shutil.rmtree(copy)

    @property
    def _backup(self) -> Any:
        return self.world.root / f"backup-{self.backups}.sqlite"


def stateful(runs: int, seed: int) -> Findings:
    """Walk `runs` times 50 steps."""
    findings = Findings("stateful", seed)
    machine = type("WalkOfThisRun", (Walk,), {"_findings": findings})
    walk = settings(
        max_examples=runs,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(with_seed(seed)(machine), settings=walk)
    return findings


class Walk(RuleBasedStateMachine):
    """One walk; what is wrong is noted at its end, with its steps."""

    _findings: ClassVar[Findings]

    def __init__(self) -> None:
        super().__init__()
        self._stack = contextlib.ExitStack()
        self._steps: list[str] = []
        self._count = 0

    @initialize()
    def open(self) -> None:
        """Found the county."""
        world: World = self._stack.enter_context(new_world())
        self._shop = Shop(world, self._findings)
        self._stack.callback(self._shop.stop)

    def _token(self) -> str:
        self._count += 1
        return f"w{self._findings.runs}-{self._count}"

    @rule()
    def report(self) -> None:
        """Save an alert and send what is due."""
        self._steps.append("report")
        self._shop.report_and_send([self._token()])

    @rule()
    def deliver(self) -> None:
        """Send what is due."""
        self._steps.append("deliver")
        self._shop.counter.ask(["deliver"])

    @rule()
    def read_news(self) -> None:
        """Read the feed."""
        self._steps.append("feed")
        self._shop.counter.ask(["feed"])

    @rule(seconds=st.sampled_from(PAUSES_S))
    def pause(self, seconds: float) -> None:
        """Let time pass."""
        self._steps.append(f"pause {seconds}")
        self._shop.world.clock.advance(seconds)

    @rule(side=st.sampled_from(("station", "counter")), mode=st.sampled_from(MODES), nth=st.integers(1, 120))
    def die(self, side: str, mode: Mode, nth: int) -> None:
        """Kill one side at a system call of an exchange (a lost answer, among others), and start it again."""
        self._steps.append(f"die {side} {mode.name} {nth}")
        self._shop.slots[side].arm(mode, nth, calls=Calls.ALL)
        with contextlib.suppress(Gone):
            self._shop.report_and_send([self._token()])
        if self._shop.slots[side].fired:
            (self._shop.station if side == "station" else self._shop.counter).wait()
            self._findings.facts[f"{side} killed"] += 1
        self._shop.restart()

    @rule()
    def backup(self) -> None:
        """Back the station up."""
        self._steps.append("backup")
        self._shop.backup()

    @precondition(lambda self: self._shop.backups > 0)
    @rule()
    def restore(self) -> None:
        """Restore the station."""
        self._steps.append("restore")
        self._findings.facts["restores"] += 1
        self._shop.restore()

    @rule()
    def clone(self) -> None:
        """Let a copied profile send too."""
        self._steps.append("clone")
        self._shop.clone_delivers()

    def teardown(self) -> None:
        """Bring everything home and compare."""
        with self._stack:
            self._findings.runs += 1
            self._findings.facts["steps"] += len(self._steps)
            how = f"seed {self._findings.seed}, walk {self._findings.runs}: {', '.join(self._steps)}"
            self._shop.restart()
            self._shop.drain(how)
            check(self._shop.world, self._shop.ledger, self._findings, how, deep=True)


def restored(runs: int, seed: int) -> Findings:
    """Deliver half of `runs` alerts, back up, deliver the other half, restore: all back, none doubled."""
    findings, rng = Findings("restore", seed), random.Random(seed)
    tokens = [f"r{number}" for number in range(runs)]
    half = rng.randint(runs // 4, runs * 3 // 4)
    with new_world() as world:
        shop = Shop(world, findings)
        try:
            _save(shop, tokens[:half], findings)
            shop.backup()
            _save(shop, tokens[half:], findings)
            shop.restore()
            findings.facts["alerts after the backup"] = runs - half
            shop.drain(f"seed {seed}, after the restore")
            check(world, shop.ledger, findings, f"seed {seed}, after the restore", deep=True)
        finally:
            shop.stop()
    return findings


def _save(shop: Shop, tokens: list[str], findings: Findings) -> None:
    for start in range(0, len(tokens), 50):
        shop.report_and_send(tokens[start : start + 50])
    shop.drain("before the restore")
    findings.runs += len(tokens)
