"""The real programs under libfaketime: the counter's clock jumps by a day and more, and its time zone changes; nothing is lost or out of order."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.counter_process import report_file
from tests.faults.table import Findings
from tests.faults.world import World, new_world
from tests.house import ROOT

JUMPS = ("+0", "+1d", "-1d", "+26h", "-3y", "+7m")
ZONES = ("Asia/Shanghai", "UTC", "America/New_York", "Pacific/Kiritimati")
STEPS = 4
_PLACES = ("x86_64-linux-gnu", "aarch64-linux-gnu")
PATIENCE_S = 60


def library() -> Path | None:
    """Return libfaketime where Debian puts it."""
    found = (Path(f"/usr/lib/{place}/faketime/libfaketime.so.1") for place in _PLACES)
    return next((path for path in found if path.exists()), None)


def run(runs: int, seed: int) -> Findings:
    """Live through `runs` days of four jumps each."""
    findings = Findings("clock", seed)
    faked = library()
    if faked is None:
        findings.not_run = "libfaketime is missing: apt-get install faketime"
        return findings
    for number in range(runs):
        with new_world() as world, _served(world) as code:
            day = _Day(world, findings, faked, f"seed {seed}, day {number}")
            day.live(code, random.Random(f"{seed}/{number}"))
        findings.runs += 1
    return findings


@contextmanager
def _served(world: World) -> Iterator[str]:
    """Run the real station and return an enrolment code."""
    database = ["--database", str(world.database), "--json"]
    _station("init", *database, "--name", "连城")
    shop = _station("create-merchant", *database, "--name", "店", "--trade", "gold", "--address", "街")
    code = _station("enrolment-code", *database, "--merchant", shop["merchant_id"])
    command = [sys.executable, "-m", "station", "serve", *database, "--listen", f"127.0.0.1:{world.port}"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None
        try:
            served.stdout.readline()
            yield str(code["code"])
        finally:
            served.terminate()
            served.wait(PATIENCE_S)


def _station(*command: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "station", *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=True,
    )
    return json.loads(done.stdout)


@dataclass
class _Day:
    """One counter whose clock nobody can trust."""

    world: World
    findings: Findings
    faked: Path
    how: str
    reported: list[str] = field(default_factory=list)
    too_early: list[str] = field(default_factory=list)

    def live(self, code: str, rng: random.Random) -> None:
        """Jump, look at the station, report and send; then compare what both sides have."""
        self._counter("+0", "UTC", "enrol", "--station", self.world.url, "--code", code)
        for _ in range(STEPS):
            jump, zone = rng.choice(JUMPS), rng.choice(ZONES)
            hasty = rng.random() < 0.25
            if not hasty:
                self._counter(jump, zone, "sync")
            alert_id = self._report(jump, zone)
            self._counter(jump, zone, "sync")
            self.findings.facts[f"jump {jump}"] += 1
            if hasty and jump.startswith("+") and jump != "+0" and self._refused(jump, zone, alert_id):
                # Written by a clock that was fast and that no station had seen since: known, and said on the screen.
                self.too_early.append(alert_id)
            else:
                self.reported.append(alert_id)
        self._compare()

    def _report(self, jump: str, zone: str) -> str:
        file = self.world.root / "report.json"
        file.write_text(json.dumps(report_file(f"j{time.monotonic_ns()}"), ensure_ascii=False), encoding="utf-8")
        return self._counter(jump, zone, "report", str(file)).split()[-1]

    def _refused(self, jump: str, zone: str, alert_id: str) -> bool:
        status = json.loads(self._counter(jump, zone, "status", "--json"))
        found = [one for one in status["alerts"] if one["alert_id"] == alert_id]
        return bool(found) and found[0]["delivery"] == "refused" and found[0]["refused_code"] == "invalid-alert"

    def _compare(self) -> None:
        status = json.loads(self._counter("+0", "UTC", "status", "--json"))
        ours = {one["alert_id"]: one["delivery"] for one in status["alerts"]}
        there = _station("alerts", "--database", str(self.world.database), "--json")["alerts"]
        order = [one["alert_id"] for one in sorted(there, key=lambda one: int(one["seq"]))]
        for alert_id in self.reported:
            if order.count(alert_id) != 1 or ours.get(alert_id) != "delivered":
                self.findings.note(
                    "lost", f"{alert_id}: {ours.get(alert_id)}, {order.count(alert_id)} times there ({self.how})"
                )
        if order != self.reported:
            self.findings.note("torn", f"{len(order)} letters in another order than they were written ({self.how})")
        for alert_id in self.too_early:
            self.findings.facts["refused as too early, and said so"] += 1
            if ours.get(alert_id) != "refused":
                self.findings.note("lost", f"{alert_id} was refused and is {ours.get(alert_id)} ({self.how})")
        if status["outbox"]["waiting"]:
            self.findings.note("torn", f"{status['outbox']['waiting']} still wait ({self.how})")

    def _counter(self, jump: str, zone: str, *command: str) -> str:
        environment = {
            **os.environ,
            "TZ": zone,
            "FAKETIME": jump,
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "LD_PRELOAD": str(self.faked),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            "COUNTERWATCH_PASSPHRASE": "correct horse battery staple",
        }
        whole = [sys.executable, "-m", "desktop", *command, "--home", str(self.world.profile)]
        done = subprocess.run(
            whole, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE_S, check=False
        )
        if done.returncode and command[0] != "sync":
            self.findings.note("errors", f"{command[0]} at {jump} {zone}: {done.stderr.strip()[-200:]} ({self.how})")
        return done.stdout.strip() or "-"
