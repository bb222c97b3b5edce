"""An officer's instruction from the click to the counter's long poll, while other terminals hold theirs.

`python -m bench.instruction_to_counter [INSTRUCTIONS]`: with 50 terminals polling (p99 at most 1 s) and with 2,000 idle ones (2 s).
Floor: the station's own unsigned GET /meta, asked between the instructions. The clock starts before the officer's request is sent and
stops when the counter has the answer of its poll with the instruction in it.
"""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from bench.road.county import Counter, county
from bench.road.crowd import allow_many_files, crowd
from bench.road.desk_line import Desk
from bench.road.figures import milliseconds, percentile
from bench.road.letters import alarm_of, signed
from bench.road.wire import Line, request_bytes

ROWS = ((50, 1.0), (2_000, 2.0))


class Poller:
    """The counter's feed over one kept connection."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self._line = Line(counter.terminal.base)
        self._cursor = ""

    def ask(self, wait: int) -> None:
        """Send a poll after what was read."""
        self._line.send(signed(self._counter, "GET", f"/api/v1/feed?after={self._cursor}&wait={wait}"))

    def answer(self) -> tuple[float, bytes]:
        """Return the moment the poll was answered, and its body."""
        reply = self._line.receive()
        moment = time.perf_counter()
        assert reply.status == 200, reply.body
        self._cursor = json.loads(reply.body)["cursor"]
        return moment, reply.body

    def catch_up(self) -> None:
        """Read what is there."""
        self.ask(0)
        self.answer()

    def close(self) -> None:
        """Hang up."""
        self._line.close()


def measure(url: str, counter: Counter, count: int) -> tuple[list[float], list[float]]:
    """Return the seconds of the floor and of the instructions."""
    meta = request_bytes("GET", f"{url}/api/v1/meta", {})
    desk, poller, floors, ours = Desk(url), Poller(counter), [], []
    with Line(url) as line, ThreadPoolExecutor(1) as hand:
        alert_id, request = alarm_of(counter)
        assert line.exchange(request).status == 201
        poller.catch_up()
        for number in range(count):
            started = time.perf_counter()
            assert line.exchange(meta).status == 200
            floors.append(time.perf_counter() - started)
            poller.ask(25)
            assert line.exchange(meta).status == 200  # by now the poll is waiting
            clicked = hand.submit(_instruct, desk, alert_id, number + 1)
            arrived, body = poller.answer()
            assert b'"instruction"' in body, body
            ours.append(arrived - clicked.result())
            poller.catch_up()
    poller.close()
    desk.close()
    return floors, ours


def _instruct(desk: Desk, alert_id: str, revision: int) -> float:
    started = time.perf_counter()
    reply = desk.act(alert_id, revision, action="instruct", text=f"请先稳住顾客，民警正在路上。第{revision}次")
    assert reply.status == 200, reply.body
    return started


def main() -> int:
    """Measure both rows and print them; 1 when a target is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    allow_many_files()
    missed = 0
    for idle, target in ROWS:
        with county(1 + idle) as (station, counters, _folder):
            polls = [[signed(counter, "GET", "/api/v1/feed?after=&wait=25")] for counter in counters[1:]]
            with crowd(station.url, polls) as crowded:
                floors, ours = measure(station.url, counters[0], count)
        print(f"{idle} terminals polling, {sum(crowded.answers.values())} of their polls answered meanwhile")
        print(milliseconds("  floor, GET /meta", floors))
        print(milliseconds("  officer's click to the counter's poll", ours))
        late = percentile(ours, 99)
        print(f"  p99 {late:.3f} s (target {target:.0f})")
        missed |= late > target or set(crowded.answers) - {200} != set()
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
