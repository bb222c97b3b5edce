"""What 10,000 waiting letters cost: opening the profile with its first screens, and an urgent alert that comes then.

Floor: the same profile with none waiting. Target: opening at most 1.2 times the floor; the urgent alert delivered within 5 s. The
passphrase's key derivation is left out: it is the same for both. `python -m bench.start_10000`
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.queued import KEY, profile_with, queue_alert
from bench.receipt_server import address_at
from desktop.adapters.station_api.connector import HttpConnector
from desktop.adapters.storage.profile import Storage
from desktop.adapters.system.clock import SystemClock
from desktop.adapters.system.ids import RandomIds
from desktop.application.delivery.deliver_due import DeliverDue
from desktop.domain.delivery.connectivity import Connectivity

RUNS = 7
COUNT = 10_000


START = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from desktop.adapters.storage.profile import open_storage
from desktop.domain.delivery.connectivity import Connectivity
started = time.perf_counter()
storage = open_storage(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), now=datetime.now(UTC))
reads = storage.reads(Connectivity())
reads.outbox(), reads.open_alerts(20), reads.drafts()
print(time.perf_counter() - started)
"""


def start_s(folder: Path) -> tuple[float, float]:
    """Seconds of a process that opens the profile and reads what the counter page shows first; and of that reading alone."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", START, str(folder), KEY.hex()], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - started, float(done.stdout)


def urgent_s(storage: Storage) -> float:
    """Seconds from the save of an urgent alert to its receipt while the others wait."""
    clock = SystemClock()
    connect = HttpConnector(clock.now)
    deliver = DeliverDue(
        begin=storage.begin, connect=connect, clock=clock, ids=RandomIds(), connectivity=Connectivity(), owner="bench"
    )
    started = time.perf_counter()
    with storage.begin() as work:
        alert_id = queue_alert(work, clock.now(), urgent=True)
        work.commit()
    deliver(limit=1)
    took = time.perf_counter() - started
    with storage.begin() as work:
        assert work.outbox.receipt(alert_id, 0) is not None
    connect.abort()
    return took


def main() -> None:
    """Run both in turn and print the ratio."""
    command = [sys.executable, "-m", "bench.receipt_server"]
    with (
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server,
        tempfile.TemporaryDirectory() as folder,
    ):
        assert server.stdout is not None
        address = address_at(server.stdout.readline().strip())
        none, many = Path(folder) / "none", Path(folder) / "many"
        profile_with(none, 0, address).close()
        full = profile_with(many, COUNT, address)
        urgent = [urgent_s(full) for _ in range(RUNS)]
        full.close()
        floors, ours = [], []
        for _ in range(RUNS):
            floors.append(start_s(none))
            ours.append(start_s(many))
        server.communicate()
    rows = {
        "none waiting, process": [whole for whole, _ in floors],
        f"{COUNT} waiting, process": [whole for whole, _ in ours],
        "none waiting, opening alone": [opening for _, opening in floors],
        f"{COUNT} waiting, opening alone": [opening for _, opening in ours],
        "urgent alert, save to receipt": urgent,
    }
    for name, times in rows.items():
        middle = statistics.median(times) * 1000
        print(f"{name}: median {middle:.1f} ms, {min(times) * 1000:.1f} to {max(times) * 1000:.1f}")
    ratio = statistics.median(whole for whole, _ in ours) / statistics.median(whole for whole, _ in floors)
    print(f"ratio of the processes: {ratio:.2f} (target <= 1.2)")


if __name__ == "__main__":
    main()
