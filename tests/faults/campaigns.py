"""Every campaign with its figures: in the suite, by `dev.py faults`, by `dev.py faults --long`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.faults import byte_fuzz, kills
from tests.faults.table import Findings


@dataclass(frozen=True)
class Campaign:
    """`run(runs, seed)`; `figures` are the runs of the suite, of the short and of the long command."""

    purpose: str
    run: Callable[[int, int], Findings]
    figures: tuple[int, int, int]


CAMPAIGNS: dict[str, Campaign] = {
    "kills": Campaign("SIGKILL at system calls of both sides", kills.run, (100, 300, 10_000)),
    "bytes": Campaign("spoiled raw HTTP at the station", byte_fuzz.run, (1_500, 5_000, 1_000_000)),
}
