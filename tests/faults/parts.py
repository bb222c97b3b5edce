"""Long campaigns in parts: each part repeats alone by its own seed, and a run may be stopped and gone on with later."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.table import Findings

Run = Callable[[int, int], Findings]


@dataclass
class Progress:
    """What was found so far, how many parts are done, and how many runs were asked of them."""

    findings: Findings
    parts: int = 0
    asked: int = 0


@dataclass
class Diary:
    """Progress of every campaign of one long run; `file` keeps it between commands."""

    seed: int
    file: Path | None = None
    campaigns: dict[str, Progress] = field(default_factory=dict)

    @classmethod
    def opened(cls, file: Path | None, seed: int) -> Diary:
        """Return the diary in `file` (its seed counts), or a new one."""
        if file is None or not file.exists():
            return cls(seed, file)
        kept = json.loads(file.read_text(encoding="utf-8"))
        campaigns = {name: _progress(one) for name, one in kept["campaigns"].items()}
        return cls(kept["seed"], file, campaigns)

    def of(self, name: str) -> Progress:
        """Return a campaign's progress."""
        return self.campaigns.setdefault(name, Progress(Findings(name, self.seed)))

    def keep(self) -> None:
        """Write it down, whole or not at all."""
        if self.file is None:
            return
        growing = self.file.with_suffix(".growing")
        campaigns = {name: {**vars(one), "findings": one.findings.as_values()} for name, one in self.campaigns.items()}
        told = {"seed": self.seed, "campaigns": campaigns}
        growing.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
        growing.replace(self.file)


def go_on(diary: Diary, name: str, run: Run, *, wanted: int, part: int, minutes: float | None) -> Findings:
    """Run parts of at most `part` runs until `wanted` are done or the minutes are over; at least one part is run.

    The first part has the diary's seed, every later one the next number: a finding names the command of its own part.
    """
    progress = diary.of(name)
    until = None if minutes is None else time.monotonic() + minutes * 60
    while progress.parts == 0 or progress.asked < wanted:
        runs, seed, began = min(part, wanted - progress.asked), diary.seed + progress.parts, time.monotonic()
        done = run(runs, seed)
        done.seconds = time.monotonic() - began
        _add(progress.findings, done, f"--only {name} --seed {seed} --runs {runs}")
        progress.parts, progress.asked = progress.parts + 1, progress.asked + runs
        diary.keep()
        if done.not_run or (until is not None and time.monotonic() >= until):
            break
    return progress.findings


def _add(whole: Findings, part: Findings, again: str) -> None:
    whole.runs, whole.seconds = whole.runs + part.runs, whole.seconds + part.seconds
    whole.lost, whole.doubled = whole.lost + part.lost, whole.doubled + part.doubled
    whole.torn, whole.errors = whole.torn + part.torn, whole.errors + part.errors
    whole.not_run = part.not_run
    if part.runs == 0 and not part.not_run:
        # Nothing tried is nothing shown.
        whole.note("errors", f"no run at all ({again})")
    whole.facts += part.facts
    if part.notes:
        whole.notes += [f"again: python3 dev.py faults {again}", *part.notes]


def _progress(kept: dict[str, Any]) -> Progress:
    told = dict(kept["findings"])
    return Progress(Findings(**{**told, "facts": Counter(told["facts"])}), kept["parts"], kept["asked"])
