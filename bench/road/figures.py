"""Percentiles, memory and how a row of a benchmark is printed."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from pathlib import Path


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the value that `percent` of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, math.ceil(len(ordered) * percent / 100) - 1))]


def milliseconds(title: str, seconds: Sequence[float]) -> str:
    """Return a line with median, 99th percentile and worst."""
    median, late, worst = statistics.median(seconds), percentile(seconds, 99), max(seconds)
    return f"{title:44} median {median * 1000:7.1f} ms   p99 {late * 1000:7.1f} ms   worst {worst * 1000:7.1f} ms"


def memory_kb(pid: int) -> int:
    """Return a process's proportional memory in kB (Linux)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
