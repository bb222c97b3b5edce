"""The k-th call on the disk fails, once or from then on: said at once, and afterwards everything is there exactly once."""

from __future__ import annotations

import errno
import random
from collections.abc import Iterator
from typing import Any

from tests.fakes.alerts import gold_alert
from tests.fakes.terminal import FakeTerminal, over_http
from tests.faults.children import Child, Gone
from tests.faults.counter_process import start_counter
from tests.faults.ledger import Ledger, check
from tests.faults.shim import Calls, Mode, Slot, watch
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import Plant, World, new_world

ALL_ERRORS = (errno.ENOSPC, errno.EIO, errno.EROFS, errno.EDQUOT)
SPOKEN = {"storage-failed: full", "storage-failed: io", "storage-failed: read-only"}
"""What a disk's fault may be told as; SQLite itself sometimes says I/O error for a full disk."""


def run(runs: int, seed: int) -> Findings:
    """Let every k-th call of one exchange fail on both sides, with `runs` errnos (1 to 4).

    0 runs is the suite's share: one errno, and the disk stays broken from the k-th call on.
    """
    findings = Findings("io", seed)
    errors = random.Random(seed).sample(ALL_ERRORS, k=min(max(runs, 1), 4))
    with new_world() as world:
        watch(world.root)
        slots = {"station": Slot(0), "counter": Slot(1)}
        for slot in slots.values():
            slot.count(Calls.DISK)
        code = found_station(world)
        station = start_station(world, slots["station"])
        counter = start_counter(world, slots["counter"])
        counter.line.hear()
        counter.ask(["enrol", code])
        try:
            modes = (Mode.FAIL_ONCE, Mode.FAIL_FROM) if runs else (Mode.FAIL_FROM,)
            sweep = _Sweep(world, findings, slots, station, counter, modes)
            for number in errors:
                sweep.counter_side(number)
                sweep.station_side(number)
        finally:
            station.kill()
            counter.kill()
    return findings


class _Sweep:
    """One pair of programs and one fault after the other."""

    def __init__(
        self,
        world: World,
        findings: Findings,
        slots: dict[str, Slot],
        station: Child,
        counter: Child,
        modes: tuple[Mode, ...],
    ) -> None:
        self._world, self._findings, self._slots = world, findings, slots
        self._station, self._counter, self._ledger = station, counter, Ledger()
        self._tried, self._modes, self._fired = 0, modes, False

    def counter_side(self, number: int) -> None:
        """Reports while the counter's disk fails."""
        for mode, nth, how in self._points("counter", number):
            self._arm("counter", mode, nth, number)
            token = f"i{self._tried}"
            heard = self._report(token, how)
            if not isinstance(heard, list) and heard.get("failed") not in SPOKEN:
                self._findings.note("errors", f"said {heard} ({how})")
            fired = self._disarm("counter")
            # What was not saved is saved by pressing the button again: still the same letter, once.
            if token not in self._ledger.saved:
                self._report(f"{token}r", how)
                self._findings.facts["said not saved"] += 1
            self._settle(fired, how)

    def station_side(self, number: int) -> None:
        """Letters arrive while the station's disk fails."""
        for mode, nth, how in self._points("station", number):
            token = f"i{self._tried}"
            self._arm("station", mode, nth, number)
            self._report(token, how)
            self._counter.ask(["try"])
            fired = self._disarm("station")
            self._settle(fired, how)

    def _points(self, side: str, number: int) -> Iterator[tuple[Mode, int, str]]:
        for mode in self._modes:
            for nth in range(1, 200):
                if nth > 1 and not self._fired:
                    # The exchange makes fewer calls than that: every one of them has failed once.
                    break
                self._tried += 1
                how = f"seed {self._findings.seed}: {side} {errno.errorcode[number]} {mode.name} call {nth}"
                yield mode, nth, how

    def _arm(self, side: str, mode: Mode, nth: int, number: int) -> None:
        self._slots[side].arm(mode, nth, error=number, calls=Calls.DISK)

    def _disarm(self, side: str) -> bool:
        fired = self._fired = self._slots[side].fired
        self._slots[side].count(Calls.DISK)
        return fired

    def _report(self, token: str, how: str) -> Any:
        self._ledger.given.append(token)
        try:
            heard = self._counter.ask(["report", [token]])
            while self._ledger.note(heard):
                heard = self._counter.line.hear()
        except Gone:
            self._findings.note("errors", f"the counter died ({how})")
            raise
        return heard

    def _settle(self, fired: bool, how: str) -> None:
        if fired:
            self._findings.runs += 1
        answer = self._counter.ask(["drain"])
        if answer.get("drained") is not True:
            self._findings.note("errors", f"not drained: {answer} ({how})")
        check(self._world, self._ledger, self._findings, how, deep=self._findings.runs % 20 == 0)


def station_answers(runs: int, seed: int, plant: Plant | None = None) -> Findings:
    """Ask the station directly while its disk fails: 201 or a problem that can be tried again, never a broken answer."""
    findings = Findings("io-answers", seed)
    with new_world() as world:
        watch(world.root)
        slot = Slot(0)
        slot.count(Calls.DISK)
        code = found_station(world)
        station = start_station(world, slot, plant)
        try:
            terminal = FakeTerminal(over_http(), world.url, now=world.clock.now)
            assert terminal.enrol(code).status == 201
            for nth in range(1, runs + 1):
                body = gold_alert(terminal.enrolment, at=world.clock.now())
                slot.arm(Mode.FAIL_FROM, nth, error=errno.EIO, calls=Calls.DISK)
                answer = terminal.put_alert(body)
                findings.runs += slot.fired
                slot.count(Calls.DISK)
                if answer.status not in (201, 503):
                    findings.note("errors", f"answered {answer.status} (seed {seed}, call {nth})")
                again = terminal.put_alert(body)
                if again.status not in (200, 201) or (answer.status == 201 and again.content != answer.content):
                    findings.note("lost", f"then {again.status} (seed {seed}, call {nth})")
        finally:
            station.kill()
    return findings
