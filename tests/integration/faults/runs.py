"""Running one campaign as the suite does, for the files that share the campaigns out between two processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

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


class Together:
    """Campaigns one after the other in one process: what each would load and found for itself costs more than some of them."""

    def __init__(self, names: Sequence[str], complaints: Path) -> None:
        command = [sys.executable, "-m", "tests.faults", "--suite", "--seed", SEED, "--json", "--only", ",".join(names)]
        self._complaints = complaints
        with complaints.open("wb") as errors:
            self._running = subprocess.Popen(
                command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True, start_new_session=True
            )
        self._said: dict[str, dict[str, Any]] = {}

    def find_nothing(self, name: str) -> None:
        """Wait for a campaign's row: nothing lost, doubled, torn or left hanging."""
        while name not in self._said:
            line = self._running.stdout.readline() if self._running.stdout is not None else ""
            assert line, f"ended before {name}, {self._running.wait()}:\n{self._complained()}"
            row = json.loads(line)
            self._said[row["campaign"]] = row
        row = self._said[name]
        bad = {key: row[key] for key in ("lost", "doubled", "torn", "errors") if row[key]}
        assert not bad, f"{bad}\n{row['notes']}\n{self._complained()}"
        assert row["runs"] or row["not_run"], f"nothing was tried:\n{self._complained()}"

    def end(self) -> None:
        """Stop what still runs, with all it started."""
        if self._running.poll() is None:
            os.killpg(self._running.pid, signal.SIGKILL)
        self._running.communicate()

    def _complained(self) -> str:
        return self._complaints.read_text(encoding="utf-8", errors="replace")[-20_000:]


def asked_for(session: pytest.Session, module: str) -> list[str]:
    """Return the campaigns whose tests of a module are to run, in their order."""
    items = [item for item in session.items if isinstance(item, pytest.Function) and item.module.__name__ == module]
    return [str(item.callspec.params["name"]) for item in items if "name" in item.callspec.params]
