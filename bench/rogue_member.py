"""Honest terminals while one member floods the station as fast as the line takes it.

`python -m bench.rogue_member [LETTERS]`: 50 honest terminals send an alert or a silent alarm each in turn; their p99 is to stay under 1 s.
Floor: the same without the rogue. The rogue has eight connections and sends, in turn: good letters of its own
(beyond its rate they are refused), forged signatures, letters changed on the way, and 60 KB of JSON that breaks the contract.
"""

from __future__ import annotations

import sys
import time

from bench.road.county import Counter, county
from bench.road.crowd import allow_many_files, crowd
from bench.road.figures import milliseconds, percentile
from bench.road.letters import alarm_of, alert_of, signed
from bench.road.wire import Line
from tests.fakes.terminal import encode

HONEST = 50
ROGUES = 8
OWN_LETTERS = 200
TARGET = 1.0


def floods(rogue: Counter) -> dict[str, list[list[bytes]]]:
    """Return what the rogue's connections send, by name."""
    good = [[alert_of(rogue)[1] for _ in range(OWN_LETTERS)] for _ in range(ROGUES)]
    forged = [[one.replace(b"sig1=:", b"sig1=:AAAA", 1) for one in letters[:1]] for letters in good]
    spoiled = [[one.replace(b"gold_shop", b"gold_shoq") for one in letters[:1]] for letters in good]
    path, raw = "/api/v1/alerts/01900000-0000-7000-8000-000000000000", encode({"x": [{"a": 1}] * 7_500})
    return {
        "good letters of its own": good,
        "forged signatures": forged,
        "letters changed on the way": spoiled,
        "60 KB that breaks the contract": [[signed(rogue, "PUT", path, raw)]] * ROGUES,
    }


def honest(counters: list[Counter], letters: int) -> list[float]:
    """Return the seconds of each honest letter; every one must be taken."""
    ready = [(alarm_of if number % 2 else alert_of)(counters[number % len(counters)])[1] for number in range(letters)]
    spent = []
    with Line(counters[0].terminal.base) as line:
        for request in ready:
            started = time.perf_counter()
            assert line.exchange(request).status == 201
            spent.append(time.perf_counter() - started)
    return spent


def main() -> int:
    """Measure every round and print it; 1 when the target is missed."""
    letters = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    allow_many_files()
    missed = 0
    with county(1 + HONEST) as (station, counters, _folder):
        rogue, good = counters[0], counters[1:]
        honest(good, HONEST)
        print(milliseconds("floor, no rogue", honest(good, letters)))
        for name, requests in floods(rogue).items():
            with crowd(station.url, requests) as flood:
                spent = honest(good, letters)
            print(milliseconds(f"rogue: {name}", spent), f"  its answers {dict(flood.answers)}")
            missed |= percentile(spent, 99) > TARGET
    print(f"target: p99 under {TARGET:.0f} s: {'missed' if missed else 'met'}")
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
