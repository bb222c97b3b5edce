"""`python -m tests.faults`: run the campaigns and print one table; exit code 1 when anything was found."""

from __future__ import annotations

import argparse
import random
import sys
import time

from tests.faults import shim
from tests.faults.table import Findings, table


def main() -> int:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    parser.add_argument("--long", action="store_true", help="the long figures instead of the short ones")
    parser.add_argument("--suite", action="store_true", help="the shortest figures, as in the test suite")
    parser.add_argument("--seed", type=int, help="repeat a run")
    parser.add_argument("--only", default="", metavar="NAMES", help="campaigns, separated by commas")
    parser.add_argument("--runs", type=int, help="so many runs instead")
    parser.add_argument("--json", action="store_true", help="one JSON object a campaign")
    parser.add_argument("--list", action="store_true", help="name the campaigns")
    asked = parser.parse_args()
    shim.preload()
    from tests.faults.campaigns import CAMPAIGNS

    if asked.list:
        print("\n".join(f"{name:12} {campaign.purpose}" for name, campaign in CAMPAIGNS.items()))
        return 0
    names = [name for name in asked.only.split(",") if name] or list(CAMPAIGNS)
    unknown = [name for name in names if name not in CAMPAIGNS]
    if unknown:
        parser.error(f"no such campaign: {', '.join(unknown)}; there are {', '.join(CAMPAIGNS)}")
    seed = asked.seed if asked.seed is not None else random.SystemRandom().randrange(2**31)
    size = 2 if asked.long else 0 if asked.suite else 1
    found: list[Findings] = []
    for name in names:
        campaign = CAMPAIGNS[name]
        began = time.monotonic()
        row = campaign.run(asked.runs or campaign.figures[size], seed)
        row.seconds = time.monotonic() - began
        row.campaign = name
        found.append(row)
        print(row.as_json() if asked.json else f"{name}: {row.runs} runs, {row.seconds:.1f} s", flush=True)
    if not asked.json:
        print(table(found))
        bad = [row.campaign for row in found if not row.clean]
        if bad:
            print(f"again: python3 dev.py faults --only {','.join(bad)} --seed {seed}")
    return 0 if all(row.clean for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
