"""Running one campaign as the suite does, for the files that share the campaigns out between two processes."""

from __future__ import annotations

import subprocess
import sys

from tests.faults.campaigns import CAMPAIGNS
from tests.house import ROOT

SEED = "20261117"
IN_SUITE = [name for name, campaign in CAMPAIGNS.items() if campaign.in_suite]
SURFACE = {
    "chaos",
    "workers",
    "failover",
    "half-open",
    "disk",
    "upgrade",
    "contract",
    "matrix",
    "bad-input",
    "corpus",
    "bytes",
}
"""What asks the station's door and the machine below it; the other half kills, cuts and restores."""


def find_nothing(name: str) -> None:
    """Run a campaign's shortest form as `python3 dev.py faults` does; nothing lost, doubled, torn or left hanging."""
    command = [sys.executable, "-m", "tests.faults", "--suite", "--seed", SEED, "--only", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=880, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
