"""From starting the process to the first paint, to a silent alarm that can be saved, and to the sign-in page; beside a bare window.

All take turns, each in a fresh process, on an X server of the bench's own and on the offscreen platform. The profile is a shop's,
with its key's passphrase at the lowest cost, because a shop's key comes from the keyring (finding that takes 60 ms of
processor time more). Targets: 1.3, 2 and 4 times the floor. `python3 dev.py bench start`
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from bench.queued import profile_with
from bench.screen import screens
from desktop.adapters.credentials import open_key, settle
from desktop.adapters.member_keys import Ed25519Keys
from desktop.application.hardening import MADE_UP
from desktop.application.station_port import StationAddress

RUNS = 7
PASSPHRASE = "made up for the bench"

_FLOOR = """
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 832)
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("there", flush=True)
            window.removeEventFilter(self)
        return False
painted = Painted()
window.installEventFilter(painted)
window.show()
app.exec()
"""
_OURS = """
import sys
from desktop.__main__ import main
sys.argv[1:] = ["--home", sys.argv[1]]
{hook}
main()
"""
_PAINTED = """
from desktop.ui.main_window.first_window import FirstWindow
before = FirstWindow._on_painted
def told(window):
    print("there", flush=True)
    before(window)
FirstWindow._on_painted = told
"""
# The key is heard and the short road is open: what a press would do from here on is one commit.
_ALARM = """
from desktop.ui.main_window.alarm_key import AlarmKey
begin = AlarmKey.start
def started(key, host):
    early = begin(key, host)
    early.settled.connect(lambda: print("there" if key._listens and early._road is not None else "no road", flush=True))
    return early
AlarmKey.start = started
"""
# Pressed as soon as the key is heard, which is before the short road is open; told once it is committed.
_PRESSED = """
from desktop.ui.main_window.alarm_key import AlarmKey
from desktop.adapters.storage import early
hear = AlarmKey.listen
def listened(key):
    hear(key)
    key.press()
AlarmKey.listen = listened
commit = early._Work.commit
def committed(work):
    commit(work)
    print("there", flush=True)
early._Work.commit = committed
"""
# The profile is open, the names are on the screen, the senders are running.
_EVERYTHING = """
from PySide6.QtCore import QTimer
from desktop.ui.main_window.window import MainWindow
before = MainWindow._on_opened
def told(window):
    before(window)
    window.repaint()
    QTimer.singleShot(0, window, lambda: print("there" if window.keeper.profile is not None else "not open", flush=True))
MainWindow._on_opened = told
"""
_PROGRAMS: dict[str, tuple[str, float | None]] = {
    "floor, bare QMainWindow": (_FLOOR, None),
    "first paint": (_OURS.format(hook=_PAINTED), 1.3),
    "alarm can be saved": (_OURS.format(hook=_ALARM), 2.0),
    "alarm pressed at once saved": (_OURS.format(hook=_PRESSED), None),
    "everything ready": (_OURS.format(hook=_EVERYTHING), 4.0),
}


def milliseconds(program: str, home: Path, screen: Mapping[str, str] | None = None) -> tuple[float, float]:
    """Milliseconds from starting the interpreter until the program says that it is there, and of processor time till its end."""
    before = processor_s()
    environment = {
        # As installed: compiled once. A developer's machine may be told to leave no compiled files behind.
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPYCACHEPREFIX": str(home.parent / "compiled"),
        **(screen or {"QT_QPA_PLATFORM": "offscreen"}),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "COUNTERWATCH_PASSPHRASE": PASSPHRASE,
    }
    start = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program, str(home)], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        spent = (perf_counter() - start) * 1000
        process.kill()
        process.wait()
    assert line.strip() == "there", line
    return spent, (processor_s() - before) * 1000


def processor_s() -> float:
    """Processor seconds of all processes ended so far: what a busy machine does not change much."""
    used = os.times()
    return used.children_user + used.children_system


def make_profile(home: Path) -> None:
    """Make the profile of an enrolled shop whose station does not answer."""
    keys = Ed25519Keys(MADE_UP)
    private = keys.generate()
    station = StationAddress("http://127.0.0.1:9", private, "sta_bench", (keys.public_jwk(private),), "trm_bench")
    key = open_key(home, passphrase=PASSPHRASE, cost=MADE_UP)
    profile_with(home, 0, station, key).close()
    settle(home)


def on_screen(name: str, screen: Mapping[str, str], home: Path) -> bool:
    """Print the medians and ratios on one platform; False when a target is missed."""
    spent: dict[str, list[tuple[float, float]]] = {row: [] for row in _PROGRAMS}
    for program, _target in _PROGRAMS.values():
        milliseconds(program, home, screen)
    for _run in range(RUNS):
        for row, (program, _target) in _PROGRAMS.items():
            spent[row].append(milliseconds(program, home, screen))
    floor_wall = floor_used = 0.0
    met = True
    for row, (_program, target) in _PROGRAMS.items():
        walls, used = zip(*spent[row], strict=True)
        wall, processor = statistics.median(walls), statistics.median(used)
        floor_wall, floor_used = floor_wall or wall, floor_used or processor
        met = met and (target is None or wall / floor_wall <= target)
        print(
            f"{name} {row:28} median {wall:.0f} ms ({min(walls):.0f} to {max(walls):.0f}), processor {processor:.0f} ms; "
            f"ratio {wall / floor_wall:.2f}, of processor {processor / floor_used:.2f}"
            + (f" (target {target})" if target else "")
        )
    return met


def main() -> int:
    """Print every figure; 1 when a target is missed on a platform."""
    with tempfile.TemporaryDirectory() as folder, screens() as platforms:
        home = Path(folder) / "profile"
        make_profile(home)
        met = [on_screen(name, screen, home) for name, screen in platforms.items()]
    return 0 if all(met) else 1


if __name__ == "__main__":
    raise SystemExit(main())
