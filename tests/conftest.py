"""The suite's ground: a home of its own, no real keyring, one Qt platform, and nothing left behind.

Qt platform: `offscreen`, on every system. It needs no display server, draws Chinese with the system's fonts and gives the
same pixels each time; its one screen is 1600x1200 (tests/offscreen.json). To look at a test on a real screen:
`QT_QPA_PLATFORM=xcb python3 dev.py test tests/ui`. PySide6 is imported here by nobody: tests without widgets stay quick.
"""

from __future__ import annotations

import gc
import itertools
import logging
import os
import random
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import FixedClock

if TYPE_CHECKING:
    from tests.memory_keyring import MemoryKeyring

HERE = Path(__file__).resolve().parent
ORDER = ["test_house_rules.py", "unit", "contract", "integration", "ui", "e2e"]
_SESSION_HOME = pytest.StashKey[Path]()

if sys.platform != "win32":
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={HERE / 'offscreen.json'}")
else:
    # Qt would cut the path at the drive's colon; and there the offscreen platform finds no font by itself.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts"))
# Programs the tests start inherit this: none of them can read or write the developer's own keyring.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
# Processes the tests start would compile every library again each time: bytecode is kept, but not beside the sources.
if sys.dont_write_bytecode:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(sys.prefix) / "bytecode"))
# The stations the tests talk to are on this machine; a proxy in the environment must not be asked for them.
os.environ["NO_PROXY"] = os.environ["no_proxy"] = "127.0.0.1,localhost,::1"


def _home_variables(home: Path) -> dict[str, str]:
    names = ["HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"]
    xdg = ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"]
    return {name: str(home) for name in names} | {name: str(home / name.lower()) for name in xdg}


def pytest_configure(config: pytest.Config) -> None:
    """Give the whole run a home that is thrown away, and hide the developer's own settings from it."""
    home = Path(tempfile.mkdtemp(prefix="counterwatch-suite-"))
    config.stash[_SESSION_HOME] = home
    os.environ.update(_home_variables(home))
    for name in [name for name in os.environ if name.startswith("COUNTERWATCH_")]:
        del os.environ[name]


def pytest_unconfigure(config: pytest.Config) -> None:
    """Throw the run's home away."""
    shutil.rmtree(config.stash[_SESSION_HOME], ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the quickest answers first: house rules, unit, contract, integration, ui, e2e."""

    def rank(item: pytest.Item) -> int:
        room = item.path.relative_to(HERE).parts[0] if item.path.is_relative_to(HERE) else ""
        return ORDER.index(room) if room in ORDER else len(ORDER)

    items.sort(key=rank)


@pytest.fixture(autouse=True)
def no_threads_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread running: every worker started in a test is joined in it."""
    before = set(threading.enumerate())
    yield
    if request.node.get_closest_marker("keeps_threads"):
        return
    # Workers of a server that a module's fixture keeps open are started by whichever test asks first.
    late = [thread for thread in threading.enumerate() if thread not in before and "AnyIO" not in thread.name]
    for thread in late:
        if not isinstance(thread, threading._DummyThread):
            thread.join(timeout=2)
    left = [thread.name for thread in late if thread.is_alive() and not isinstance(thread, threading._DummyThread)]
    assert not left, f"threads still running after the test: {left}"


@pytest.fixture(autouse=True)
def cycles_die_on_the_test_thread() -> Iterator[None]:
    """Once widgets were made in this process, collect cycles between tests and only here, as the program does on its UI thread.

    Otherwise whichever thread allocates next (a served station's, a worker's, pytest-xdist's own) frees a test's old pages.
    """
    if "PySide6.QtWidgets" in sys.modules:
        gc.disable()
    yield
    if not gc.isenabled():
        gc.collect(next(_GENERATIONS))


class _Errors(logging.Handler):
    """Keep what was logged at ERROR or above."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line for the report."""
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_logged_errors(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which an ERROR was logged, unless it says so with `expects_errors`: then one must have been."""
    handler = _Errors()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if request.node.get_closest_marker("expects_errors"):
        assert handler.lines, "the test expects an error in the log and there was none"
    else:
        assert not handler.lines, f"unexpected errors in the log: {handler.lines}"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for this test alone; HOME, XDG and Windows variables point to it."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name, value in _home_variables(folder).items():
        monkeypatch.setenv(name, value)
    return folder


@pytest.fixture
def clock() -> FixedClock:
    """A clock that moves only when the test moves it."""
    return FixedClock()


@pytest.fixture
def memory_keyring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    """A working keyring for code that asks the `keyring` package, forgotten after the test."""
    from tests.memory_keyring import MemoryKeyring

    backend = MemoryKeyring()
    monkeypatch.setattr("keyring.core._keyring_backend", backend)
    return backend


@pytest.fixture
def rng() -> random.Random:
    """Random numbers whose seed is printed with a failure; COUNTERWATCH_TEST_SEED in the environment repeats one."""
    seed = int(_SEED) if _SEED else random.SystemRandom().randrange(2**32)
    print(f"COUNTERWATCH_TEST_SEED={seed}")
    return random.Random(seed)


_SEED = os.environ.get("COUNTERWATCH_TEST_SEED", "")
# Every twentieth time all generations: a full collection takes a tenth of a second.
_GENERATIONS = itertools.cycle([1] * 19 + [2])
