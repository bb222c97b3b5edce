"""SIGKILL before, in the middle of and after every system call of either side, then: exactly once."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from tests.faults.children import Child, Gone
from tests.faults.counter_process import start_counter
from tests.faults.ledger import Ledger, check
from tests.faults.shim import Calls, Mode, Slot, watch
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import Plant, World, new_world

MODES = (Mode.KILL_BEFORE, Mode.KILL_HALF, Mode.KILL_AFTER)
DEEP_EVERY = 25


@dataclass
class Pair:
    """A station and a counter that are started again whenever they die."""

    world: World
    findings: Findings
    plant_station: Plant | None = None
    plant_counter: Plant | None = None
    prepare: Plant | None = None
    ledger: Ledger = field(default_factory=Ledger)
    founded: bool = False
    """Whether the station and an enrolled profile are there already."""

    def __post_init__(self) -> None:
        watch(self.world.root)
        self.slots = {"station": Slot(0), "counter": Slot(1)}
        for slot in self.slots.values():
            slot.count()
        code = "" if self.founded else found_station(self.world)
        if self.prepare:
            self.prepare(self.world)
        self.station = self._station()
        self.counter = self._counter()
        if code:
            self.counter.ask(["enrol", code])

    def _station(self) -> Child:
        return start_station(self.world, self.slots["station"], self.plant_station)

    def _counter(self) -> Child:
        child = start_counter(self.world, self.slots["counter"], self.plant_counter)
        try:
            child.line.hear()
        except Gone:
            child.kill()
            raise
        return child

    def report_and_send(self, tokens: list[str]) -> None:
        """Save two alerts with a fact each and send them; either side may die meanwhile (Gone when the counter does)."""
        self.ledger.given += tokens
        heard = self.counter.ask(["report", tokens])
        while self.ledger.note(heard):
            heard = self.counter.line.hear()
        if not isinstance(heard, list):
            self.findings.note("errors", f"not saved: {heard}")
        self.counter.ask(["deliver"])

    def restart(self) -> None:
        """Start again what died, with nothing armed."""
        for slot in self.slots.values():
            slot.count()
        if not self.station.alive():
            self.station.line.close()
            self.station = self._station()
        if not self.counter.alive():
            self.counter.line.close()
            self.counter = self._counter()

    def reopen_armed(self, side: str) -> None:
        """Kill a side and open it again with its slot still armed: faults while it recovers. Gone when it dies so."""
        (self.station if side == "station" else self.counter).kill()
        if side == "station":
            self.station = self._station()
        else:
            self.counter = self._counter()

    def drain(self, how: str) -> None:
        """Let the counter send everything; not being able to is a finding."""
        answer = self.counter.ask(["drain"])
        if answer.get("drained") is not True:
            self.findings.note("errors", f"not drained: {answer} ({how})")

    def stop(self) -> None:
        """End both."""
        self.station.kill()
        self.counter.kill()


def measure(pair: Pair) -> dict[str, int]:
    """Return how many calls each side makes for one exchange."""
    for slot in pair.slots.values():
        slot.count()
    pair.report_and_send(["measure-1", "measure-2"])
    return {side: slot.seen for side, slot in pair.slots.items()}


def points(counts: dict[str, int], runs: int, rng: random.Random) -> list[tuple[str, Mode, int]]:
    """Return `runs` kill points spread evenly over both sides, every mode and every call, in random order."""
    every = [(side, mode, nth) for side, count in counts.items() for mode in MODES for nth in range(1, count + 1)]
    rng.shuffle(every)
    return [every[number % len(every)] for number in range(runs)]


def run(
    runs: int,
    seed: int,
    *,
    plant_station: Plant | None = None,
    plant_counter: Plant | None = None,
    prepare: Plant | None = None,
    stop_early: bool = False,
) -> Findings:
    """Kill `runs` times; `stop_early` ends at the first finding (for planted bugs)."""
    findings, rng = Findings("kills", seed), random.Random(seed)
    with new_world() as world:
        pair = Pair(world, findings, plant_station, plant_counter, prepare)
        try:
            counts = measure(pair)
            findings.facts["calls of the station"], findings.facts["calls of the counter"] = (
                counts["station"],
                counts["counter"],
            )
            for number, (side, mode, nth) in enumerate(points(counts, runs, rng)):
                _one(pair, side, mode, nth, f"k{number}", deep=number % DEEP_EVERY == 0)
                if stop_early and findings.bad:
                    break
        finally:
            pair.stop()
    return findings


def _one(pair: Pair, side: str, mode: Mode, nth: int, token: str, *, deep: bool) -> None:
    how = f"seed {pair.findings.seed}, {token}: {side} {mode.name} call {nth}"
    slot = pair.slots[side]
    slot.arm(mode, nth, calls=Calls.ALL)
    try:
        # One in five dies while it opens what an earlier death left behind.
        if nth % 5 == 0:
            pair.reopen_armed(side)
        pair.report_and_send([f"{token}a", f"{token}b"])
    except Gone:
        pass
    if slot.fired:
        pair.findings.runs += 1
        pair.findings.facts[f"{side} killed"] += 1
        (pair.station if side == "station" else pair.counter).wait()
    else:
        pair.findings.facts["call not reached"] += 1
    pair.restart()
    pair.drain(how)
    check(pair.world, pair.ledger, pair.findings, how, deep=deep)
