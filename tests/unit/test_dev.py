"""The one door for developers: it finds what is missing and says exactly what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tests import house

LDD = """#!/bin/sh
echo "	linux-vdso.so.1 (0x0)"
echo "	libEGL.so.1 => not found"
echo "	libxcb-cursor.so.0 => not found"
echo "	libxcb-cursor.so.0 => not found"
echo "	libodd.so.3 => not found"
echo "	libc.so.6 => /lib/libc.so.6 (0x0)"
"""


@pytest.fixture
def bare_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Debian system, seen by an ordinary user, that lacks two known libraries and an unknown one."""
    for name, text in (("ldd", LDD), ("apt-get", "#!/bin/sh\nexit 99\n"), ("fc-list", "#!/bin/sh\necho font\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    plugins = tmp_path / "venv/lib/python3.11/site-packages/PySide6/Qt/plugins/platforms"
    plugins.mkdir(parents=True)
    (plugins / "libqxcb.so").touch()
    monkeypatch.setattr(dev, "VENV", tmp_path / "venv")
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")


@pytest.mark.usefixtures("bare_system")
def test_missing_libraries_are_named_once() -> None:
    """ldd's words become a sorted list without doubles."""
    assert dev.missing_libraries() == ["libEGL.so.1", "libodd.so.3", "libxcb-cursor.so.0"]


@pytest.mark.usefixtures("bare_system")
def test_an_ordinary_user_gets_the_exact_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Known libraries become one command to copy; an unknown one is named; nothing is installed behind the user's back."""
    assert dev.system_ready() is False
    said = capsys.readouterr().out
    assert "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0\n" in said
    assert "libodd.so.3" in said


@pytest.mark.usefixtures("bare_system")
def test_a_python_without_venv_says_which_package_brings_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Debian ships Python without its venv module."""
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "nothing")
    monkeypatch.setattr(dev, "find_spec", lambda _: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dev.make_venv() is False
    assert f"python{sys.version_info.major}.{sys.version_info.minor}-venv" in capsys.readouterr().out


def test_without_a_display_run_becomes_the_tour(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`run` says that there is no display and starts the tour."""
    started: list[tuple[str | Path, ...]] = []

    def start(*command: str | Path) -> int:
        started.append(command)
        return 0

    monkeypatch.setattr(dev, "system_ready", lambda: True)
    monkeypatch.setattr(dev, "run", start)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert dev.start([]) == 0
    assert started == [(dev.PYTHON, "-m", "desktop", "tour", "--out", "tour-pictures")]
    assert "no display" in capfd.readouterr().out


def test_an_unknown_command_lists_the_known_ones() -> None:
    """Exit code 2 and the list, before anything is installed."""
    command = [sys.executable, str(house.ROOT / "dev.py"), "nonsense"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert all(name in done.stdout for name in dev.COMMANDS)


def test_exit_codes_pass_through() -> None:
    """What a program answers is what dev.py answers; a signal becomes the shell's 128 + number."""
    assert dev.run(sys.executable, "-c", "raise SystemExit(7)") == 7
    if os.name == "posix":
        assert dev.run(sys.executable, "-c", "import os; os.kill(os.getpid(), 9)") == 137
