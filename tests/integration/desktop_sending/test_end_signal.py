"""SIGTERM to the windowed program: it ends by itself, and leaves neither an open profile nor a station behind."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 120


def wait_until(there: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    """Wait until the program has come so far, and fail when it ends before."""
    for _ in range(PATIENCE_S * 10):
        if there():
            return
        assert process.poll() is None
        threading.Event().wait(0.1)
    raise AssertionError("the program did not start")


def listens(port_file: Path) -> bool:
    """Whether somebody listens on the port written in a file."""
    if not port_file.exists():
        return False
    try:
        socket.create_connection(("127.0.0.1", int(port_file.read_text())), 2).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize("practice", [False, True], ids=["own", "practice"])
def test_it_ends_by_itself(tmp_path: Path, practice: bool) -> None:
    if os.name != "posix":
        return  # Windows sends no such signal
    home = tmp_path / "home"
    profile, port_file = home / "gold" if practice else home, home / "station" / "port.txt"
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", *(["--practice"] if practice else []), "--home", str(home)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "COUNTERWATCH_PASSPHRASE": "a long enough passphrase"},
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    try:
        wait_until(lambda: (profile / "profile.db-wal").exists() and (not practice or listens(port_file)), process)
        process.terminate()
        _, said = process.communicate(timeout=60)
    finally:
        process.kill()
        process.communicate()
    assert (process.returncode, said) == (0, b"")
    assert (profile / "profile.db").stat().st_size > 0
    assert not (profile / "profile.db-wal").exists()
    assert not listens(port_file)
