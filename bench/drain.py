"""Drain 1,000 queued alerts, signed, receipts checked, one durable commit each; floor: a requests.Session posting 4 KB.

Both speak to the same bare server in a process of its own. Target: at most 3 times the floor. `python -m bench.drain [count]`
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests

from bench.queued import BODY_BYTES, profile_with
from bench.receipt_server import address_at
from desktop.adapters.station_api.connector import HttpConnector
from desktop.adapters.system.clock import SystemClock
from desktop.adapters.system.ids import RandomIds
from desktop.application.delivery.deliver_due import DeliverDue
from desktop.domain.delivery.connectivity import Connectivity

RUNS = 5


def floor_s(url: str, count: int) -> float:
    """Seconds to post `count` bodies of 4 KB over one session."""
    body = b"x" * BODY_BYTES
    with requests.Session() as session:
        started = time.perf_counter()
        for number in range(count):
            answer = session.put(f"{url}/{number}", data=body, timeout=20)
            assert answer.status_code == 201
        return time.perf_counter() - started


def ours_s(url: str, count: int) -> float:
    """Seconds to deliver `count` queued alerts."""
    with tempfile.TemporaryDirectory() as folder:
        storage = profile_with(Path(folder), count, address_at(url))
        clock = SystemClock()
        connect = HttpConnector(clock.now)
        deliver = DeliverDue(
            begin=storage.begin,
            connect=connect,
            clock=clock,
            ids=RandomIds(),
            connectivity=Connectivity(),
            owner="bench",
        )
        started = time.perf_counter()
        report = deliver(limit=count + 1).value
        took = time.perf_counter() - started
        assert report.sent == count, report
        connect.abort()
        storage.close()
        return took


def main() -> None:
    """Run both in turn and print the ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    command = [sys.executable, "-m", "bench.receipt_server"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        url = server.stdout.readline().strip()
        floors, ours = [], []
        for _ in range(RUNS):
            floors.append(floor_s(url, count))
            ours.append(ours_s(url, count))
        server.communicate()
    for name, times in (("floor", floors), ("ours ", ours)):
        print(
            f"{name}: median {statistics.median(times):.2f} s ({count / statistics.median(times):.0f}/s), "
            f"{min(times):.2f} to {max(times):.2f}"
        )
    print(f"ratio: {statistics.median(ours) / statistics.median(floors):.2f} (target <= 3)")


if __name__ == "__main__":
    main()
