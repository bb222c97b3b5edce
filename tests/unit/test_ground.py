"""The suite's own ground holds: what it promises to catch makes a test fail."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests import house

BAD_TESTS = """
import logging, threading
import pytest

def test_clean(home, clock, rng, tmp_path):
    assert home.is_dir() and clock.now().tzinfo and 0 <= rng.random() < 1

def test_keyring(memory_keyring):
    import keyring
    keyring.set_password("service", "name", "word")
    assert keyring.get_password("service", "name") == "word"

def test_no_real_keyring():
    import keyring
    assert type(keyring.get_keyring()).__module__ == "keyring.backends.fail"

@pytest.mark.expects_errors
def test_expected_error():
    logging.getLogger("x").error("told")

def test_bad_log():
    logging.getLogger("x").error("untold")

@pytest.mark.expects_errors
def test_bad_silence():
    pass

def test_bad_thread():
    threading.Thread(target=threading.Event().wait, args=(10,), daemon=True).start()

def test_bad_file(tmp_path):
    (tmp_path / "x").open("w")

def test_bad_qt_word(qapp):
    from PySide6.QtCore import qWarning
    qWarning("a word from Qt")

@pytest.mark.unheard_of
def test_bad_marker():
    pass
"""


def run_suite(folder: Path, text: str) -> str:
    """The report of pytest over one file of tests, under this suite's configuration and ground."""
    (folder / "test_sample.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", str(house.ROOT / "pyproject.toml"), "-p", "tests.conftest"]
    command += ["-p", "no:cacheprovider", "-rA", "--rootdir", str(folder), str(folder / "test_sample.py")]
    done = subprocess.run(command, cwd=house.ROOT, capture_output=True, text=True, check=False, timeout=100)
    return done.stdout + done.stderr


def test_the_ground_catches_what_it_promises(tmp_path: Path) -> None:
    """Logged errors, threads, open files and Qt's warnings fail a test; clean tests pass."""
    report = run_suite(tmp_path, BAD_TESTS.replace("@pytest.mark.unheard_of\n", ""))
    bad = set(re.findall(r"^(?:FAILED|ERROR) \S+::(\w+)", report, re.MULTILINE))
    good = set(re.findall(r"^PASSED \S+::(\w+)", report, re.MULTILINE)) - bad
    assert good == {"test_clean", "test_keyring", "test_no_real_keyring", "test_expected_error", "test_bad_marker"}, (
        report
    )
    assert bad == {"test_bad_log", "test_bad_silence", "test_bad_thread", "test_bad_file", "test_bad_qt_word"}, report


def test_an_unknown_marker_stops_the_run(tmp_path: Path) -> None:
    """A mistyped marker is an error, not a test that quietly lost its meaning."""
    assert "'unheard_of' not found in `markers`" in run_suite(tmp_path, BAD_TESTS)
