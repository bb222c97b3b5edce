"""Every campaign with its figures: in the suite, by `dev.py faults`, by `dev.py faults --long`."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from tests.faults import (
    api_schema,
    bit_flips,
    byte_fuzz,
    chaos,
    io_faults,
    kills,
    model_walks,
    once,
    planted,
    postgres_races,
    power_cut,
)
from tests.faults.machine import failover, half_open, real_clock, small_disk, two_workers, upgrades
from tests.faults.pictures import corpus
from tests.faults.surface import bad_input, matrix
from tests.faults.table import Findings
from tests.faults.walks import campaigns as walks


@dataclass(frozen=True)
class Campaign:
    """`run(runs, seed)`; `figures` are the runs of the suite, of the short and of the long command.

    A long run goes in parts of as many runs as the short one has.
    """

    purpose: str
    run: Callable[[int, int], Findings]
    figures: tuple[int, int, int]
    in_suite: bool = True

    @property
    def part(self) -> int:
        """Runs of one part of a long run."""
        return max(self.figures[1], 1)


def _typing(runs: int, seed: int) -> Findings:
    # The window needs Qt, which the forks of the other campaigns need not carry.
    from tests.faults import typing_kills

    return typing_kills.run(runs, seed)


CAMPAIGNS: dict[str, Campaign] = {
    "kills": Campaign("SIGKILL at system calls of both sides", kills.run, (300, 300, 10_000)),
    "chaos": Campaign("exchanges through a bad line", chaos.run, (1_000, 1_000, 50_000)),
    "power": Campaign("power cuts at every recorded call", power_cut.run, (2_000, 2_000, 100_000)),
    "io": Campaign("failing disk calls, every k-th, both sides (runs = errnos)", io_faults.run, (0, 1, 4)),
    "io-answers": Campaign("what a station with a dead disk answers", io_faults.station_answers, (25, 60, 200)),
    "flips": Campaign("single bits of the databases", bit_flips.run, (2_000, 2_000, 40_000)),
    "stateful": Campaign("random walks of 50 steps: deaths, restores, clones, time", walks.stateful, (20, 60, 20_000)),
    "model": Campaign(
        "walks of 50 steps in memory: the same, and the clock set back", model_walks.run, (300, 300, 20_000)
    ),
    "restore": Campaign("alerts confirmed after the backup that was restored", walks.restored, (200, 1_000, 5_000)),
    "senders": Campaign("16 senders of one alert at once", once.senders, (10, 60, 2_000)),
    "wakes": Campaign("long polls wake at the commit", once.wakes, (20, 100, 2_000)),
    "postgres": Campaign(
        "two stations and 16 senders on one PostgreSQL", postgres_races.run, (5, 60, 2_000), in_suite=False
    ),
    "workers": Campaign("two stations and 16 senders on one SQLite file", two_workers.run, (5, 60, 2_000)),
    "failover": Campaign("the database server dies, its follower takes over", failover.run, (1, 3, 50)),
    "half-open": Campaign("honest shops beside requests that never end", half_open.run, (2_000, 2_000, 5_000)),
    "disk": Campaign(
        "a real disk of 16 MB: full, read-only, pulled out",
        small_disk.run,
        (1, 5, 200),
        # Who may not mount has not run it: then it is not among the tests either.
        in_suite=os.geteuid() == 0,
    ),
    "upgrade": Campaign("older schemas killed while brought up to date (runs each)", upgrades.run, (6, 40, 1_000)),
    "clock": Campaign(
        "the real programs while the clock jumps (libfaketime)", real_clock.run, (1, 3, 200), in_suite=False
    ),
    "planted": Campaign("planted bugs the other campaigns must catch", planted.run, (0, 0, 0), in_suite=False),
    "contract": Campaign("calls made up from the API's contract", api_schema.run, (1_000, 1_000, 20_000)),
    "matrix": Campaign("every role at every call with every owner's object", matrix.run, (0, 0, 0)),
    "bad-input": Campaign("every call with one thing wrong, nothing stored in part", bad_input.run, (0, 0, 0)),
    "corpus": Campaign("hostile files where a photo is expected, both sides", corpus.run, (100, 500, 5_000)),
    "bytes": Campaign("spoiled raw HTTP at the station", byte_fuzz.run, (5_000, 5_000, 1_000_000)),
    "typing": Campaign("windows that die while a clerk types", _typing, (5, 20, 500)),
}
