"""Submitting alerts to a served station against the floor: one insert a request behind a group commit, no HTTP.

Run: `python -m bench.station_submit [COUNT] [SENDERS]`. Prints the floor, ours and the ratio over five runs, median and spread.
"""

import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import requests

from station.adapters.hub import EventHub
from station.adapters.storage.store import SqlStore, create_database
from station.application.records import Attempts
from tests.fakes.alerts import gold_alert
from tests.fakes.served import enrolled, prepared, served
from tests.fakes.terminal import FakeTerminal, encode
from tests.support import OPENING

RUNS = 5


def floor(count: int, senders: int, folder: Path) -> float:
    """Return writes a second of one small row each through the same writer."""
    url = f"sqlite:///{folder / f'floor-{time.monotonic_ns()}.sqlite'}"
    create_database(url, {"station_id": "bench"})
    store = SqlStore(url, EventHub())
    start = time.perf_counter()
    with ThreadPoolExecutor(senders) as pool:
        list(
            pool.map(
                lambda number: store.write(lambda unit: unit.attempts.add(Attempts(str(number), 1, OPENING))),
                range(count),
            )
        )
    spent = time.perf_counter() - start
    store.close()
    return count / spent


def submitted(terminal: FakeTerminal, url: str, count: int, senders: int) -> float:
    """Return alerts a second over HTTP; they are signed before the clock starts."""
    letters = []
    for _ in range(count):
        body = gold_alert(terminal.enrolment)
        path, raw = f"/api/v1/alerts/{body['alert_id']}", encode(body)
        letters.append((url + path, terminal.signed_headers("PUT", path, raw), raw))
    shares = [letters[start::senders] for start in range(senders)]

    def send(share: list[tuple[str, dict[str, str], bytes]]) -> None:
        with requests.Session() as session:
            session.trust_env = False
            for target, headers, raw in share:
                answer = session.put(target, headers=headers, data=raw, timeout=30)
                assert answer.status_code == 201, answer.text

    start = time.perf_counter()
    with ThreadPoolExecutor(senders) as pool:
        list(pool.map(send, shares))
    return count / (time.perf_counter() - start)


def main() -> None:
    """Measure both and print them."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    senders = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _merchant, code = prepared(folder / "station.sqlite")
        floors, ours = [], []
        with served(folder / "station.sqlite") as station:
            terminal = enrolled(station.url, code)
            for _ in range(RUNS):
                floors.append(floor(count, senders, folder))
                ours.append(submitted(terminal, station.url, count, senders))
    for title, figures in (("floor", floors), ("station", ours)):
        print(f"{title:8} {statistics.median(figures):8.0f}/s  ({min(figures):.0f} to {max(figures):.0f})")
    print(f"ratio    {statistics.median(ours) / statistics.median(floors):8.2f}")


if __name__ == "__main__":
    main()
