"""Many senders of one letter at once, and long polls that must wake: the races of a station that works."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.fakes.alerts import gold_alert
from tests.fakes.terminal import Answer, FakeTerminal, over_http
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import Plant, new_world

SENDERS = 16
WAIT_S = 5
SOON_S = 3.0


def _with_station(
    findings: Findings, plants: tuple[Plant | None, Plant | None], work: Callable[[FakeTerminal], None]
) -> Findings:
    """Serve a station and give an enrolled terminal to `work`; `plants` are for its database and for its process."""
    with new_world() as world:
        code = found_station(world)
        if plants[0]:
            plants[0](world)
        station = start_station(world, plant=plants[1])
        try:
            terminal = FakeTerminal(over_http(), world.url, now=world.clock.now)
            assert terminal.enrol(code).status == 201
            work(terminal)
        finally:
            station.kill()
    return findings


def senders(runs: int, seed: int, *, prepare: Plant | None = None) -> Findings:
    """Send one alert from 16 threads at once, `runs` times: one 201, fifteen 200, the same receipt in all of them."""
    findings = Findings("senders", seed)

    def work(terminal: FakeTerminal) -> None:
        with ThreadPoolExecutor(SENDERS) as pool:
            for number in range(runs):
                body = gold_alert(terminal.enrolment, at=terminal.now())
                answers = list(pool.map(terminal.put_alert, [body] * SENDERS))
                _judge(answers, findings, f"seed {seed}, alert {number}")
                findings.runs += 1

    return _with_station(findings, (prepare, None), work)


def _judge(answers: list[Answer], findings: Findings, how: str) -> None:
    statuses = sorted(answer.status for answer in answers)
    if statuses.count(201) > 1 or len({answer.content for answer in answers}) > 1:
        findings.note("doubled", f"{statuses}, {len({answer.content for answer in answers})} receipts ({how})")
    elif statuses != [200] * (SENDERS - 1) + [201]:
        findings.note("errors", f"{statuses} ({how})")


def wakes(runs: int, seed: int, *, plant: Plant | None = None) -> Findings:
    """Let a long poll wait while an alert comes in: the poll brings its first status at once, not when its time is up."""
    rng, findings = random.Random(seed), Findings("wakes", seed)

    def work(terminal: FakeTerminal) -> None:
        with ThreadPoolExecutor(1) as pool:
            cursor = terminal.feed().json()["cursor"]
            for number in range(runs):
                body = gold_alert(terminal.enrolment, at=terminal.now())
                began = time.monotonic()
                waiting = pool.submit(terminal.feed, cursor, WAIT_S)
                for _ in range(rng.randrange(3)):
                    # A few other calls move the moment of the commit over the poll's beginning.
                    terminal.call("GET", "/api/v1/meta")
                terminal.put_alert(body)
                page = waiting.result().json()
                seconds = time.monotonic() - began
                findings.runs += 1
                if not page["events"] or seconds > SOON_S:
                    findings.note(
                        "lost", f"woken after {seconds:.1f} s with {len(page['events'])} events (alert {number})"
                    )
                    return
                cursor = page["cursor"]

    return _with_station(findings, (None, plant), work)
