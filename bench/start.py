"""Process start to first paint of the window, beside a bare QMainWindow.

`python -m bench.start`: floor and ours take turns, each in a fresh process on the offscreen platform. Target: at most 1.3 times the floor.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from time import perf_counter

RUNS = 7
TARGET = 1.3

_PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is window:
            print("painted", flush=True)
            window.removeEventFilter(self)
            app.exit(0)
        return False
painted = Painted()
window.installEventFilter(painted)
window.show()
app.exec()
"""
_FLOOR = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 832)
"""
_OURS = """
import sys
from pathlib import Path
from desktop.settings import read_settings
from desktop.ui.main_window.app import make_app, make_window
from desktop.application.read_models import Preferences
from desktop.ui.runtime.host import ProfileChoice
class Closed:
    practice = False
    def preferences(self):
        return Preferences()
    def profiles(self):
        return (ProfileChoice("main"),)
read_settings(Path(sys.argv[1]))
app = make_app()
window = make_window(Closed())
"""


def first_paint(program: str, home: str) -> float:
    """Milliseconds from starting the interpreter to the first paint event of the window."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    start = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", program + _PAINTED, home], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        spent = (perf_counter() - start) * 1000
        process.wait(30)
    assert line.strip() == "painted", line
    return spent


def main() -> int:
    """Print floor, ours and ratio; 1 when the target is missed."""
    floors, ours = [], []
    with tempfile.TemporaryDirectory() as home:
        for program in (_FLOOR, _OURS):
            first_paint(program, home)
        for _run in range(RUNS):
            floors.append(first_paint(_FLOOR, home))
            ours.append(first_paint(_OURS, home))
    ratio = statistics.median(ours) / statistics.median(floors)
    print(
        f"floor, bare QMainWindow: median {statistics.median(floors):.0f} ms ({min(floors):.0f} to {max(floors):.0f})"
    )
    print(f"ours, first paint:       median {statistics.median(ours):.0f} ms ({min(ours):.0f} to {max(ours):.0f})")
    print(f"ratio {ratio:.2f} (target {TARGET})")
    return 0 if ratio <= TARGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
