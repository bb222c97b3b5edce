"""An alert and its 50 KB photo, signed and durable, 8 at once.

`python -m bench.submit_photo [COUNT] [SENDERS]`: each pair is a PUT of 4 KB and a PATCH of 50 KB, signed before the clock starts. Floor:
the same bytes as one insert each behind a bare route with group commit.
"""

from __future__ import annotations

import hashlib
import secrets
import statistics
import sys

from bench.road.county import Counter, county
from bench.road.figures import processor_s
from bench.road.letters import alert_of, signed
from bench.road.senders import bare_station, send_pairs

RUNS = 5
SHOPS = 8
PHOTO_BYTES = 50_000
TARGET_RATE = 250


def pair_of(counter: Counter) -> tuple[bytes, bytes]:
    """Return an alert's request and its photo's."""
    alert_id, letter = alert_of(counter)
    photo = b"\xff\xd8\xff\xe0" + secrets.token_bytes(PHOTO_BYTES - 4)
    path = f"/api/v1/attachments/{hashlib.sha256(photo).hexdigest()}"
    more = {"Upload-Offset": "0", "Upload-Length": str(PHOTO_BYTES), "Attachment-Type": "image/jpeg"}
    kind = "application/offset+octet-stream"
    return letter, signed(counter, "PATCH", path, photo, media_type=kind, covered={"Alert-Id": alert_id}, more=more)


def main() -> int:
    """Measure both and print them; 1 when the target is missed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    senders = int(sys.argv[2]) if len(sys.argv) > 2 else 8
    floors, ours, used = [], [], 0.0
    with county(SHOPS) as (station, counters, folder), bare_station(folder / "bare.sqlite") as (bare, _pid):
        for run in range(RUNS + 1):
            pairs = [pair_of(counters[number % SHOPS]) for number in range(count)]
            before = processor_s(station.process.pid)
            rates = count / send_pairs(bare, pairs, senders), count / send_pairs(station.url, pairs, senders)
            if run:  # the first run warms both up
                floors.append(rates[0])
                ours.append(rates[1])
                used += processor_s(station.process.pid) - before
    for title, figures in (("floor", floors), ("station", ours)):
        print(f"{title:8} {statistics.median(figures):8.0f}/s  ({min(figures):.0f} to {max(figures):.0f})")
    print(f"station  processor {used / RUNS / count * 1000:.2f} ms a pair")
    rate = statistics.median(ours)
    print(f"ratio    {rate / statistics.median(floors):8.2f}, {rate:.0f}/s (target {TARGET_RATE})")
    return 0 if rate >= TARGET_RATE else 1


if __name__ == "__main__":
    raise SystemExit(main())
