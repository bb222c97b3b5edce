"""A silent alarm from the counter's first byte to the officer's page, while other terminals hold their long polls.

`python -m bench.alarm_to_desk [ALARMS]`: with 50 terminals polling (p99 at most 1 s) and with 2,000 idle ones (p99 at most 2 s, at
most 60 kB of the station's memory each). Floor: the station's own unsigned GET /meta, asked between the alarms over the same line.
The clock starts before the request is sent; the page has the alarm when its event stream names it, and has read it when the queue
that it asks for then holds it.
"""

from __future__ import annotations

import sys
import time

from bench.road.county import Counter, county
from bench.road.crowd import allow_many_files, crowd
from bench.road.desk_line import Desk
from bench.road.figures import memory_kb, milliseconds, percentile
from bench.road.letters import alarm_of, signed
from bench.road.wire import Line, request_bytes

SENDERS = 8
ROWS = ((50, 1.0), (2_000, 2.0))
MEMORY_KB = 60


def measure(url: str, senders: list[Counter], alarms: int) -> tuple[list[float], list[float], list[float]]:
    """Return the seconds of the floor, until the page was told, and until it had read the queue."""
    letters = [alarm_of(senders[number % len(senders)]) for number in range(alarms)]
    meta = request_bytes("GET", f"{url}/api/v1/meta", {})
    desk, floors, told, read = Desk(url), [], [], []
    with Line(url) as line:
        for alert_id, request in letters:
            started = time.perf_counter()
            assert line.exchange(meta).status == 200
            floors.append(time.perf_counter() - started)
            started = time.perf_counter()
            line.send(request)
            desk.until_told(alert_id)
            told.append(time.perf_counter() - started)
            assert alert_id.encode() in desk.call("GET", "/queue").body
            read.append(time.perf_counter() - started)
            assert line.receive().status == 201
    desk.close()
    return floors, told, read


def main() -> int:
    """Measure both rows and print them; 1 when a target is missed."""
    alarms = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    allow_many_files()
    missed = 0
    for idle, target in ROWS:
        with county(SENDERS + idle) as (station, counters, _folder):
            senders, others = counters[:SENDERS], counters[SENDERS:]
            measure(station.url, senders, 20)
            before = memory_kb(station.process.pid)
            polls = [[signed(counter, "GET", "/api/v1/feed?after=&wait=25")] for counter in others]
            with crowd(station.url, polls) as crowded:
                floors, told, read = measure(station.url, senders, alarms)
                each = (memory_kb(station.process.pid) - before) / idle
        print(f"{idle} terminals polling, {sum(crowded.answers.values())} of their polls answered meanwhile")
        print(milliseconds("  floor, GET /meta", floors))
        print(milliseconds("  alarm sent until the page is told", told))
        print(milliseconds("  alarm sent until the page has read it", read))
        late = percentile(read, 99)
        print(f"  p99 {late:.3f} s (target {target:.0f})")
        if idle >= 1_000:
            # With fewer, what the threads and the desk's line took drowns it.
            print(f"  memory of an idle terminal {each:.1f} kB (target {MEMORY_KB})")
            missed |= each > MEMORY_KB
        missed |= late > target or set(crowded.answers) - {200} != set()
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
