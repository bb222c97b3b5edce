"""A profile is shared by whoever has it open, and a restore has it alone; across processes, and after one died."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.adapters.storage import in_use
from desktop.application.errors import ProfileLocked

HOLD = """
import sys
from pathlib import Path
from desktop.adapters.storage import in_use
held = in_use.share(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def another_process(home: Path) -> subprocess.Popen[str]:
    """Start a process that has the profile open until its input ends."""
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def end(child: subprocess.Popen[str]) -> None:
    child.kill()
    child.communicate(timeout=30)


def refused(home: Path) -> bool:
    try:
        with in_use.alone(home):
            return False
    except ProfileLocked as locked:
        return locked.reason == "in-use"


def test_nobody_restores_what_another_process_has_open(home: Path) -> None:
    child = another_process(home)
    try:
        assert refused(home)
    finally:
        end(child)
    # It was killed: nothing it left behind keeps anybody out.
    assert not refused(home)


def test_several_share_it_and_the_last_to_end_lets_go(home: Path) -> None:
    child = another_process(home)
    ends = [in_use.share(home), in_use.share(home)]
    end(child)
    ends.pop()()
    assert refused(home)
    ends.pop()()
    assert not refused(home)


def test_nobody_opens_it_while_it_is_restored(home: Path) -> None:
    with in_use.alone(home), pytest.raises(ProfileLocked, match="in-use"):
        in_use.share(home)
    in_use.share(home)()


def test_the_lock_is_its_owners_own_file(home: Path) -> None:
    in_use.share(home)()
    assert stat.S_IMODE((home / in_use.LOCK).stat().st_mode) == 0o600


def test_a_folder_that_takes_no_file_opens_all_the_same(tmp_path: Path) -> None:
    nowhere = tmp_path / "a file"
    nowhere.write_text("")
    in_use.share(nowhere)()
