"""Submitting alerts to a served station, against the floor: one insert a request behind a bare route, group commit.

`python -m bench.station_submit [COUNT] [SENDERS]`: both stations run in processes of their own under the same server, the requests
are signed before the clock starts and sent by the same client. What the client itself burns shares the machine's cores with them, in
both alike.
"""

from __future__ import annotations

import statistics
import sys

from bench.road.county import county
from bench.road.figures import processor_s
from bench.road.letters import alert_of
from bench.road.senders import bare_station, send_all

RUNS = 5
SHOPS = 8
TARGET_RATIO, TARGET_RATE = 0.4, 600


def main() -> int:
    """Measure both and print them; 1 when a target is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    senders = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    floors, ours, used = [], [], [0.0, 0.0]
    with county(SHOPS) as (station, counters, folder), bare_station(folder / "bare.sqlite") as (bare, bare_pid):
        for run in range(RUNS + 1):
            letters = [alert_of(counters[number % SHOPS])[1] for number in range(count)]
            before = processor_s(bare_pid), processor_s(station.process.pid)
            rates = count / send_all(bare, letters, senders), count / send_all(station.url, letters, senders)
            if run:  # the first run warms both up
                floors.append(rates[0])
                ours.append(rates[1])
                used[0] += processor_s(bare_pid) - before[0]
                used[1] += processor_s(station.process.pid) - before[1]
    for title, figures, seconds in (("floor", floors, used[0]), ("station", ours, used[1])):
        spread = f"({min(figures):.0f} to {max(figures):.0f})"
        processor = f"processor {seconds / RUNS / count * 1000:.2f} ms an alert"
        print(f"{title:8} {statistics.median(figures):8.0f}/s  {spread:16} {processor}")
    rate, ratio = statistics.median(ours), statistics.median(ours) / statistics.median(floors)
    print(f"ratio    {ratio:8.2f} (target {TARGET_RATIO}), {rate:.0f}/s (target {TARGET_RATE})")
    return 0 if ratio >= TARGET_RATIO and rate >= TARGET_RATE else 1


if __name__ == "__main__":
    raise SystemExit(main())
