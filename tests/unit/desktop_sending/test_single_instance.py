"""A second start raises the first window; a killed one leaves the folder free."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.ui.runtime.single_instance import SingleInstance

ROOT = Path(__file__).resolve().parents[3]
CLAIM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.ui.runtime.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
print(one.claim(), flush=True)
sys.stdin.readline()
"""


def start(home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CLAIM, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )


def end(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


def test_a_second_start_in_another_process_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.listen()
    with qtbot.waitSignal(first.raise_requested, timeout=15_000):
        second = start(tmp_path)
    try:
        assert second.stdout is not None
        assert second.stdout.readline().strip() == "False"
    finally:
        end(second)
        first.release()


def test_a_killed_window_leaves_the_folder_free(qtbot: QtBot, tmp_path: Path) -> None:
    first = start(tmp_path)
    assert first.stdout is not None
    assert first.stdout.readline().strip() == "True"
    end(first)
    second = SingleInstance(tmp_path)
    assert second.claim()
    second.release()


def test_the_program_itself_opens_no_second_window(qtbot: QtBot, tmp_path: Path) -> None:
    """Two windows on one practice folder would fight over its station."""
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.listen()
    command = [sys.executable, "-m", "desktop", "--practice", "--home", str(tmp_path)]
    with qtbot.waitSignal(first.raise_requested, timeout=30_000):
        second = subprocess.Popen(command, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, cwd=ROOT)
    try:
        assert second.wait(30) == 0
        assert not (tmp_path / "station").exists()
    finally:
        end(second)
        first.release()


def test_two_profiles_have_a_window_each(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "gold"), SingleInstance(tmp_path / "courier")
    assert one.claim()
    assert other.claim()
    one.listen()
    other.listen()
    one.release()
    other.release()


def test_many_knocks_at_once_are_all_heard_and_leave_nothing_behind(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.listen()
    heard: list[int] = []
    first.raise_requested.connect(lambda: heard.append(len(heard)))
    knocking = [SingleInstance(tmp_path) for _start in range(5)]
    assert [one.claim() for one in knocking] == [False] * 5
    qtbot.waitUntil(lambda: len(heard) == 5, timeout=15_000)
    first.release()
    again = SingleInstance(tmp_path)
    assert again.claim()
    again.listen()
    assert not SingleInstance(tmp_path).claim()
    again.release()
