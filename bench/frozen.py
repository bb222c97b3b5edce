"""The frozen folder and its package beside a frozen bare window: how large, and how long from starting to the first pixels.

Needs Xvfb: both windows are waited for in the screen's own memory, so that nothing is added to either program. Freezes what is
not yet in `dist/` and `build/` (two minutes). Targets: start 1.5, folder 1.3 times the floor, package 75 MB.
`python3 dev.py bench frozen`
"""

from __future__ import annotations

import mmap
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from bench.start import PASSPHRASE, make_profile

ROOT = Path(__file__).resolve().parent.parent
OURS = ROOT / "dist" / "counterwatch"
RUNS = 9
WIDTH, HEIGHT = 1600, 1200
PATIENCE_S = 60.0
MIB = 2**20
_FLOOR = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 832)
window.show()
app.exec()
"""


class Screen:
    """The memory of one X screen, as its server writes it (xwd: a header, then four bytes a pixel)."""

    def __init__(self, folder: Path, display: str) -> None:
        self.display = display
        self._file = (folder / "Xvfb_screen0").open("rb")
        self._memory = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        self._pixels = len(self._memory) - WIDTH * HEIGHT * 4

    def is_drawn(self) -> bool:
        """Whether a pixel in the middle of the left edge, where every window here begins, is anything but the empty root's."""
        at = self._pixels + (HEIGHT // 4 * WIDTH + 40) * 4
        return self._memory[at : at + 3] != b"\0\0\0"


@contextmanager
def screen() -> Iterator[Screen]:
    """An X server of its own whose screen can be read."""
    reading, writing = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", folder]
        with subprocess.Popen(
            [*command, "-nolisten", "tcp"], pass_fds=(writing,), stderr=subprocess.DEVNULL
        ) as process:
            os.close(writing)
            with os.fdopen(reading) as said:
                number = said.readline().strip()
            try:
                yield Screen(Path(folder), f":{number}")
            finally:
                process.terminate()


def freeze(folder: Path) -> tuple[Path, Path]:
    """Freeze what is missing; the bare window's folder and our package."""
    script, floor = folder / "bare.py", ROOT / "build" / "bare" / "bare"
    if not floor.is_dir():
        script.write_text(_FLOOR, encoding="utf-8")
        hooks = ["--additional-hooks-dir", str(ROOT / "installer" / "hooks")]
        where = ["--distpath", str(floor.parent), "--workpath", str(folder), "--specpath", str(folder)]
        _run("-m", "PyInstaller", "--noconfirm", "--name", "bare", *hooks, *where, str(script))
    if not OURS.is_dir():
        _run("-m", "PyInstaller", "--noconfirm", str(ROOT / "installer" / "counterwatch.spec"))
    packages = sorted((ROOT / "dist").glob("*.deb"))
    if not packages and shutil.which("dpkg-deb"):
        _run("installer/build_deb.py")
        packages = sorted((ROOT / "dist").glob("*.deb"))
    return floor, packages[-1] if packages else floor


def _run(*arguments: str) -> None:
    subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def size(folder: Path) -> float:
    """MiB of a folder's files, links not followed."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir()) / MIB


def milliseconds(command: list[str], on: Screen) -> float:
    """From starting the program until the screen shows its window."""
    environment = {
        **os.environ,
        "DISPLAY": on.display,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "COUNTERWATCH_PASSPHRASE": PASSPHRASE,
    }
    start = perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            while not on.is_drawn():
                if process.poll() is not None or perf_counter() - start > PATIENCE_S:
                    raise RuntimeError(f"no window by {command[0]}")
            return (perf_counter() - start) * 1000
        finally:
            process.kill()
            process.wait()


def cleared(on: Screen) -> None:
    """Wait until the window of the run before is gone from the screen."""
    deadline = perf_counter() + PATIENCE_S
    while on.is_drawn() and perf_counter() < deadline:
        pass


def main() -> int:
    """Print every figure; 1 when a target is missed."""
    if not shutil.which("Xvfb"):
        print("frozen: not measured, it needs Xvfb")
        return 0
    with tempfile.TemporaryDirectory() as folder, screen() as on:
        floor, package = freeze(Path(folder))
        home = Path(folder) / "profile"
        make_profile(home)
        programs = {"floor": [str(floor / "bare")], "ours": [str(OURS / "counterwatch"), "--home", str(home)]}
        spent: dict[str, list[float]] = {name: [] for name in programs}
        for run in range(RUNS + 1):
            for name, command in programs.items():
                cleared(on)
                once = milliseconds(command, on)
                if run:  # the first one fills the system's caches
                    spent[name].append(once)
    medians = {name: statistics.median(times) for name, times in spent.items()}
    for name, times in spent.items():
        print(f"frozen start, {name:5} median {medians[name]:.0f} ms ({min(times):.0f} to {max(times):.0f})")
    start, folders = medians["ours"] / medians["floor"], (size(OURS), size(floor))
    print(f"frozen start: ratio {start:.2f} (target 1.5)")
    print(f"folder: {folders[0]:.0f} MiB, bare {folders[1]:.0f}, ratio {folders[0] / folders[1]:.2f} (target 1.3)")
    packed = package.stat().st_size / 1e6 if package.suffix == ".deb" else 0.0
    print(f"package: {packed:.1f} MB (target 75)" if packed else "package: not built, it needs dpkg-deb")
    return 0 if start <= 1.5 and folders[0] <= 1.3 * folders[1] and packed <= 75 else 1


if __name__ == "__main__":
    raise SystemExit(main())
