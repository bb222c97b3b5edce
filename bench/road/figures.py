"""Percentiles, memory and how a row of a benchmark is printed."""

from __future__ import annotations

import math
import os
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


def processor_s(pid: int) -> float:
    """Return the processor seconds a process has used so far (Linux): what other programs on the machine do not change much."""
    used = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(used[11]) + int(used[12])) / os.sysconf("SC_CLK_TCK")


def memory_kb(pid: int) -> int:
    """Return a process's proportional memory in kB (Linux)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
