"""A county comes back after an outage: every terminal sends what it has kept, all at once.

`python -m bench.resync [TERMINALS] [ALERTS]`: 100 terminals of 10 alerts each by default; the target is 100 of 100 each within 3 minutes
without an error (`python -m bench.resync 100 100`; signing them takes longer than sending). A terminal sends one letter after the other, as
the counter's program does. Floor: the same letters to a bare route with group commit.
"""

from __future__ import annotations

import sys

from bench.road.county import county
from bench.road.letters import alert_of
from bench.road.senders import bare_station, send_all

TARGET_SECONDS, TARGET_LETTERS = 180.0, 10_000


def main() -> int:
    """Measure and print; 1 when a letter was not taken or the target is missed."""
    terminals = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    each = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    with county(terminals) as (station, counters, folder), bare_station(folder / "bare.sqlite") as (bare, _pid):
        letters = [alert_of(counter)[1] for _ in range(each) for counter in counters]
        floor = send_all(bare, letters, terminals)
        ours = send_all(station.url, letters, terminals)
        again = send_all(station.url, letters[:terminals], terminals, status=200)
    allowed = TARGET_SECONDS * len(letters) / TARGET_LETTERS
    print(f"{terminals} terminals, {each} alerts each, all delivered; errors 0")
    print(f"floor    {floor:7.1f} s  ({len(letters) / floor:.0f}/s)")
    print(
        f"station  {ours:7.1f} s  ({len(letters) / ours:.0f}/s), ratio {ours / floor:.1f} (target {allowed:.0f} s for so many)"
    )
    print(f"one letter of each terminal again: the same receipt, {terminals / again:.0f}/s")
    return 0 if ours <= allowed else 1


if __name__ == "__main__":
    raise SystemExit(main())
