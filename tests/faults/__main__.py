"""`python -m tests.faults`: run the campaigns and print one table; exit code 1 when anything was found."""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path

from tests.faults import shim
from tests.faults.parts import Diary, go_on
from tests.faults.table import Findings, table


def main() -> int:
    """Read the arguments, run, print."""
    parser = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    parser.add_argument("--long", action="store_true", help="the long figures instead of the short ones")
    parser.add_argument("--suite", action="store_true", help="the shortest figures, as in the test suite")
    parser.add_argument("--seed", type=int, help="repeat a run")
    parser.add_argument("--only", default="", metavar="NAMES", help="campaigns, separated by commas")
    parser.add_argument("--runs", type=int, help="so many runs instead")
    parser.add_argument("--minutes", type=float, help="so long for each campaign; says how many runs that were")
    parser.add_argument("--diary", type=Path, metavar="FILE", help="keep progress there; the next command goes on")
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
    diary, found = Diary.opened(asked.diary, seed), list[Findings]()
    try:
        for name in names:
            campaign = CAMPAIGNS[name]
            wanted = asked.runs or campaign.figures[size]
            part = campaign.part if size == 2 or asked.minutes else max(wanted, 1)
            found.append(go_on(diary, name, campaign.run, wanted=wanted, part=part, minutes=asked.minutes))
            row = found[-1]
            print(row.as_json() if asked.json else f"{name}: {row.runs} runs, {row.seconds:.1f} s", flush=True)
    except KeyboardInterrupt:
        print("中断 stopped; so far:", file=sys.stderr)
        found = [diary.campaigns[name].findings for name in names if name in diary.campaigns]
    if not asked.json:
        print(table(found))
    return 0 if found and all(row.clean or (row.not_run and not row.bad) for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
