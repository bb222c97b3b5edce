"""Two station processes on one SQLite file and sixteen senders of one letter: one row, one receipt, 503 at worst."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from tests.fakes.alerts import gold_alert
from tests.fakes.terminal import Answer, FakeTerminal, over_http
from tests.faults.once import SENDERS
from tests.faults.postgres_races import judge
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import free_listener, new_world


def run(runs: int, seed: int) -> Findings:
    """Send each of `runs` alerts sixteen times at once, half of them to either process."""
    findings = Findings("workers", seed)
    with new_world() as world, free_listener() as one, free_listener() as two:
        code = found_station(world)
        stations = [start_station(world, listener=end) for end in (one, two)]
        try:
            bases = [f"http://127.0.0.1:{end.getsockname()[1]}" for end in (one, two)]
            first = FakeTerminal(over_http(), bases[0], now=world.clock.now)
            assert first.enrol(code).status == 201
            second = FakeTerminal(over_http(), bases[1], first.key, world.clock.now, first.enrolment)
            with ThreadPoolExecutor(SENDERS) as pool, closing(sqlite3.connect(world.database)) as database:
                for number in range(runs):
                    body = gold_alert(first.enrolment, at=world.clock.now())

                    def send(which: int, body: dict[str, object] = body) -> Answer:
                        return (first, second)[which % 2].put_alert(body)

                    answers = list(pool.map(send, range(SENDERS)))
                    asked = "SELECT count(*) FROM alerts WHERE alert_id = ?"
                    rows = database.execute(asked, (body["alert_id"],)).fetchone()[0]
                    judge(answers, rows, findings, f"seed {seed}, alert {number}")
                    findings.runs += 1
        finally:
            for child in stations:
                child.kill()
    return findings
