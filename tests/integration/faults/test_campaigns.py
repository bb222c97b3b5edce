"""Every campaign in its shortest form, as `python3 dev.py faults` runs it: nothing lost, doubled, torn or left hanging."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.faults.campaigns import CAMPAIGNS
from tests.house import ROOT

SEED = "20261117"


@pytest.mark.slow
@pytest.mark.timeout(900)  # seconds on a quiet machine; a busy one must not look like a fault
@pytest.mark.parametrize("name", [name for name, campaign in CAMPAIGNS.items() if campaign.in_suite])
def test_campaign_finds_nothing(name: str) -> None:
    command = [sys.executable, "-m", "tests.faults", "--suite", "--seed", SEED, "--only", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=880, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
