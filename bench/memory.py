"""Memory of the program with its window up, and after a simulated day, beside a bare QMainWindow on the same Qt platform.

From `/proc/<pid>/smaps_rollup` (Linux). Each is measured alone and with the other beside it: PSS counts a page shared with
other programs by its share, so any other Qt program on the machine makes floor and ours look smaller, the floor much more;
how many there were is printed. What is resident (RSS) does not depend on neighbours, private memory is nobody else's. The
profile is a shop's with 40 alerts and 12 notices, a clerk signed in on the counter page; every run is a fresh process.
The day: DAY things done by chance in one process (pages, checklists with answers, alerts, news of the police, quick hide,
light and dark), after WARM of them that load every page. Targets: 2.2 times the floor, and at most 1.1 times the memory
before the day. `python3 dev.py bench memory`
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.page_switch import fill
from bench.screen import screens
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


@dataclass(frozen=True, slots=True)
class Memory:
    """Of one process, in MB."""

    pss: float
    private: float
    resident: float


@contextmanager
def running(program: str, screen: Mapping[str, str], *words: str) -> Iterator[subprocess.Popen[str]]:
    """Run a program of ours that says "there" when it is to be measured, and end it afterwards."""
    environment = {
        **os.environ,
        **screen,
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


def until_there(process: subprocess.Popen[str]) -> Memory:
    """Wait until the program says so; return its memory."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.strip() == "there", line
    return memory_of(process)


def memory_of(process: subprocess.Popen[str]) -> Memory:
    """Return a running program's memory."""
    rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="ascii")
    sizes = {name: int(kb) / _KB for name, kb in re.findall(r"^(\w+): +(\d+) kB$", rollup, re.MULTILINE)}
    return Memory(sizes["Pss"], sizes["Private_Clean"] + sizes["Private_Dirty"], sizes["Rss"])


def neighbours() -> int:
    """Count the processes that have Qt loaded at this moment."""
    found = 0
    for maps in Path("/proc").glob("[0-9]*/maps"):
        try:
            found += "libQt6Core" in maps.read_text(encoding="utf-8", errors="replace")
        except OSError:
            # Ended meanwhile, or somebody else's.
            continue
    return found


def make_profile(home: Path) -> None:
    """Make the profile of a shop with alerts and notices whose station does not answer."""
    key = open_key(home, passphrase=PASSPHRASE, cost=MADE_UP)
    open_storage(home, key, now=datetime.now(UTC)).close()
    settle(home)
    session = open_profile(Settings(home, passphrase=PASSPHRASE), PASSPHRASE)
    fill(session)
    session.close()


def window_up(home: Path, name: str, screen: Mapping[str, str]) -> float:
    """Print floor and ours over the runs on one platform; returns the ratio of PSS, each alone."""
    others = neighbours()
    found: dict[str, list[Memory]] = {
        row: [] for row in ("floor alone", "floor beside ours", "ours beside floor", "ours alone")
    }
    for _run in range(RUNS):
        with running(_OURS, screen, str(home)) as ours:
            with running(_FLOOR, screen) as floor:
                until_there(floor)
                until_there(ours)
                found["floor beside ours"].append(memory_of(floor))
                found["ours beside floor"].append(memory_of(ours))
            floor.wait()
            found["ours alone"].append(memory_of(ours))
        with running(_FLOOR, screen) as floor:
            found["floor alone"].append(until_there(floor))
    middle = {row: _median(runs) for row, runs in found.items()}
    for row, one in middle.items():
        spread = [run.pss for run in found[row]]
        print(
            f"{name} {row:18} PSS median {one.pss:.1f} MB ({min(spread):.1f} to {max(spread):.1f}), "
            f"private {one.private:.1f}, resident {one.resident:.1f}; {RUNS} runs, {others} other Qt programs"
        )
    floor_alone, ours_alone = middle["floor alone"], middle["ours alone"]
    print(
        f"{name} ratio of PSS {ours_alone.pss / floor_alone.pss:.2f} (target {TARGET}), "
        f"of what is resident {ours_alone.resident / floor_alone.resident:.2f}, "
        f"of private memory {ours_alone.private / floor_alone.private:.2f}"
    )
    return ours_alone.pss / floor_alone.pss


def _median(runs: list[Memory]) -> Memory:
    pss, private, resident = ([getattr(run, name) for run in runs] for name in ("pss", "private", "resident"))
    return Memory(statistics.median(pss), statistics.median(private), statistics.median(resident))


def day(home: Path, screen: Mapping[str, str]) -> float:
    """Print the private memory along one day; returns the last by the first."""
    with running(_OURS, screen, str(home), str(WARM), str(DAY)) as process:
        fresh = until_there(process).private
        found = [until_there(process).private for _part in range(4)]
    along = ", ".join(f"{one:.1f}" for one in found)
    print(f"day, private: fresh {fresh:.1f} MB; before, then after each third of {DAY} things: {along} MB")
    print(f"after by before {found[-1] / found[0]:.3f} (target {LEVEL})")
    return found[-1] / found[0]


def main() -> int:
    """Print all figures; 1 when a target is missed."""
    with tempfile.TemporaryDirectory() as folder, screens() as platforms:
        home = Path(folder) / "profile"
        make_profile(home)
        ratios = [window_up(home, name, screen) for name, screen in platforms.items()]
        level = day(home, platforms["offscreen"])
    return 0 if max(ratios) <= TARGET and level <= LEVEL else 1


if __name__ == "__main__":
    raise SystemExit(main())
