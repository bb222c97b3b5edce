"""Memory of the program with its window up, and after a simulated day, beside a bare QMainWindow.

PSS from `/proc/<pid>/smaps_rollup` (Linux): pages shared with other programs count by their share, so other Qt programs running at the
same time lower floor and ours alike; private memory is printed beside it. The profile is a shop's with 40 alerts and 12 notices, a clerk
signed in on the counter page; every run is a fresh process, in turn with the floor. The day: DAY things done by chance in one process
(pages, checklists with answers, alerts, news of the police, quick hide, light and dark), after WARM of them that load every page.
Targets: 2.2 times the floor, and at most 1.1 times the memory before the day. `python3 dev.py bench memory`
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench.page_switch import fill
from bench.start import _FLOOR, PASSPHRASE
from desktop.adapters.credentials import open_key, settle
from desktop.adapters.storage.profile import open_storage
from desktop.application.hardening import MADE_UP
from desktop.bootstrap import open_profile
from desktop.settings import Settings

RUNS = 5
WARM, DAY = 600, 3000
TARGET, LEVEL = 2.2, 1.1
_KB = 1024

_OURS = """
import sys
home, *day = sys.argv[1:]
from desktop.__main__ import main
from desktop.ui.main_window.window import MainWindow
from PySide6.QtCore import QTimer
sys.argv[1:] = ["--home", home]
before = MainWindow._on_opened
def told(window):
    before(window)
    from desktop.application.session import Session
    window.sign_in(Session("mem_1", "林秋月", "店长", lambda _payload: ""))
    def ready():
        print("there", flush=True)
        if day:
            from bench.memory_day import Day
            window.day = Day(window, *map(int, day))
            window.day.begin()
    QTimer.singleShot(2000, window, ready)
MainWindow._on_opened = told
main()
"""


@contextmanager
def running(program: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program of ours that says "there" when it is to be measured, and end it afterwards."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "COUNTERWATCH_PASSPHRASE": PASSPHRASE,
    }
    with subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def until_there(process: subprocess.Popen[str]) -> tuple[float, float]:
    """Wait until the program says so; return its PSS and private memory in MB."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.strip() == "there", line
    rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii")
    sizes = {name: int(kb) for name, kb in re.findall(r"^(\w+): +(\d+) kB$", rollup, re.MULTILINE)}
    return sizes["Pss"] / _KB, (sizes["Private_Clean"] + sizes["Private_Dirty"]) / _KB


def make_profile(home: Path) -> None:
    """Make the profile of a shop with alerts and notices whose station does not answer."""
    key = open_key(home, passphrase=PASSPHRASE, cost=MADE_UP)
    open_storage(home, key, now=datetime.now(UTC)).close()
    settle(home)
    session = open_profile(Settings(home, passphrase=PASSPHRASE), PASSPHRASE)
    fill(session)
    session.close()


def window_up(home: Path) -> float:
    """Print floor and ours over the runs; returns the ratio of the medians of PSS."""
    medians = []
    for name, program in (("floor, bare QMainWindow", _FLOOR), ("ours, counter page", _OURS)):
        found = []
        for _run in range(RUNS):
            with running(program, str(home)) as process:
                found.append(until_there(process))
        pss, own = zip(*found, strict=True)
        medians.append((statistics.median(pss), statistics.median(own)))
        print(
            f"{name:25} PSS median {medians[-1][0]:.1f} MB ({min(pss):.1f} to {max(pss):.1f}), "
            f"private {medians[-1][1]:.1f} MB; {RUNS} runs"
        )
    (floor, floor_own), (ours, own) = medians
    ratio: float = ours / floor
    print(f"ratio {ratio:.2f} (target {TARGET}), of private memory {own / floor_own:.2f}")
    return ratio


def day(home: Path) -> float:
    """Print the memory along one day; returns the last by the first."""
    with running(_OURS, str(home), str(WARM), str(DAY)) as process:
        fresh = until_there(process)[0]
        found = [until_there(process)[0] for _part in range(4)]
    print(
        f"day: fresh {fresh:.1f} MB; before, then after each third of {DAY} things: {', '.join(f'{x:.1f}' for x in found)} MB"
    )
    print(f"after by before {found[-1] / found[0]:.3f} (target {LEVEL})")
    return found[-1] / found[0]


def main() -> int:
    """Print all figures; 1 when a target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "profile"
        make_profile(home)
        ratio, level = window_up(home), day(home)
    return 0 if ratio <= TARGET and level <= LEVEL else 1


if __name__ == "__main__":
    raise SystemExit(main())
