"""A disk of 16 MB that fills up, turns read-only or is pulled out, under either program: said at once, and nothing saved is lost."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from tests.faults.children import Child, Gone
from tests.faults.counter_process import start_counter
from tests.faults.io_faults import SPOKEN
from tests.faults.ledger import Ledger, check
from tests.faults.machine.loop_disk import Disk, NoRight, small_disk
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import World, new_world

MOST_LETTERS = 200
SIDES = ("counter", "station")


def run(runs: int, seed: int) -> Findings:
    """Do each of the three things to each side, `runs` times."""
    findings = Findings("disk", seed)
    try:
        for number in range(runs):
            for side in SIDES:
                _one(
                    side,
                    findings,
                    random.Random(f"{seed}/{number}/{side}"),
                    f"seed {seed}, disk {number} of the {side}",
                )
    except NoRight as error:
        findings.not_run = str(error)
    return findings


def _one(side: str, findings: Findings, rng: random.Random, how: str) -> None:
    with new_world() as world, small_disk(world.profile if side == "counter" else world.station_folder) as disk:
        pair = _Pair(world, findings, how)
        try:
            for name, deed in (("full", pair.fill), ("read-only", pair.read_only), ("pulled", pair.pull)):
                deed(side, disk, rng)
                findings.runs += 1
                findings.facts[f"{side} {name}"] += 1
                pair.settle(f"{how}, {name}")
        finally:
            pair.stop()


class _Pair:
    """Both programs, one of them on the small disk."""

    def __init__(self, world: World, findings: Findings, how: str) -> None:
        self._world, self._findings, self._how, self._ledger = world, findings, how, Ledger()
        code = found_station(world)
        self._start: dict[str, Callable[[], Child]] = {
            "station": lambda: start_station(world),
            "counter": self._counter,
        }
        self._child = {side: self._start[side]() for side in ("station", "counter")}
        self._child["counter"].ask(["enrol", code])
        self._number = 0

    def _counter(self) -> Child:
        child = start_counter(self._world)
        try:
            child.line.hear()
        except Gone:
            child.kill()
            raise
        return child

    def fill(self, side: str, disk: Disk, rng: random.Random) -> None:
        """Letters come until there is no room for them; those that wait are tried while there is none."""
        self._report()
        disk.fill(rng.randrange(40_000, 400_000))
        told = self._until_it_says_so(side)
        if told is None:
            self._findings.note("errors", f"{MOST_LETTERS} letters on a full disk, and nothing was said ({self._how})")
        self._send()
        disk.make_room()

    def _until_it_says_so(self, side: str) -> str | None:
        for _ in range(MOST_LETTERS):
            heard = self._report()
            sent = self._send()
            if side == "counter" and isinstance(heard, dict):
                if heard.get("failed") not in SPOKEN:
                    self._findings.note("errors", f"said {heard} on a full disk ({self._how})")
                return str(heard)
            if side == "station" and not sent:
                # The station has answered 503 to a letter that waits now.
                return "not sent"
        return None

    def read_only(self, side: str, disk: Disk, _rng: random.Random) -> None:
        """The program finds its disk read-only when it starts: it says so or does not start, and harms nothing."""
        self._report()
        self._child[side].kill()
        disk.remount("ro")
        try:
            self._child[side] = self._start[side]()
        except Gone:
            self._findings.facts[f"{side} does not start read-only"] += 1
        else:
            heard = self._report() if side == "counter" else {"failed": "sent"} if self._send() else None
            if side == "counter" and (not isinstance(heard, dict) or heard.get("failed") not in SPOKEN):
                self._findings.note("errors", f"said {heard} on a read-only disk ({self._how})")
            elif side == "station" and heard:
                self._findings.note("errors", f"took a letter on a read-only disk ({self._how})")
            self._child[side].kill()
        disk.remount("rw")
        self._child[side] = self._start[side]()

    def pull(self, side: str, disk: Disk, rng: random.Random) -> None:
        """The disk goes away in the middle of the day, and comes back as it was at its last sync."""
        for _ in range(rng.randint(1, 5)):
            self._report()
        if rng.random() < 0.5:
            self._send()
        disk.pull()
        heard = self._report()
        if side == "counter" and (not isinstance(heard, dict) or heard.get("failed") not in SPOKEN):
            self._findings.note("errors", f"said {heard} without a disk ({self._how})")
        if side == "station" and self._send():
            self._findings.note("torn", f"took a letter without a disk ({self._how})")
        self._child[side].kill()
        disk.unmount()
        disk.mount()
        self._child[side] = self._start[side]()

    def _report(self) -> Any:
        self._number += 1
        token = f"d{self._number}"
        self._ledger.given.append(token)
        heard = self._child["counter"].ask(["report", [token]])
        while self._ledger.note(heard):
            heard = self._child["counter"].line.hear()
        return heard

    def _send(self) -> int:
        """Try what waits; how many letters were booked as delivered."""
        heard = self._child["counter"].ask(["try"])
        return int(heard.get("sent", 0)) if isinstance(heard, dict) else 0

    def settle(self, how: str) -> None:
        """With a good disk everything goes, and everything saved is there once."""
        answer = self._child["counter"].ask(["drain"])
        if answer.get("drained") is not True:
            self._findings.note("errors", f"not drained: {answer} ({how})")
        check(self._world, self._ledger, self._findings, how, deep=True)

    def stop(self) -> None:
        """End both."""
        for child in self._child.values():
            child.kill()
