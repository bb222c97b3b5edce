"""The preloaded library that fails, kills or records system calls, and its handle in Python."""

from __future__ import annotations

import ctypes
import functools
import hashlib
import os
import subprocess
import sys
import tempfile
from enum import IntEnum, IntFlag
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
_VARIABLE = "COUNTERWATCH_FAULT_SHIM"


class Mode(IntEnum):
    """What happens at the chosen call; the numbers are the C file's."""

    OFF = 0
    KILL_BEFORE = 1
    KILL_HALF = 2
    KILL_AFTER = 3
    FAIL_ONCE = 4
    FAIL_FROM = 5


class Calls(IntFlag):
    """Kinds of calls that count."""

    WRITE = 1
    SYNC = 2
    NAME = 4
    SEND = 8
    DISK = 7
    ALL = 15


class _Slot(ctypes.Structure):
    _fields_ = [
        (name, ctypes.c_long) for name in ("mode", "countdown", "error", "kinds", "seen", "fired", "pid", "spare")
    ]


class Slot:
    """One process's faults, armed by its parent: the page is shared."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._page = _library().shim_slots()[number]

    def choose(self) -> None:
        """Make this process (a forked child) the one the slot speaks of."""
        _library().shim_choose(self._number)

    def arm(self, mode: Mode, nth: int, *, error: int = 0, calls: Calls = Calls.ALL) -> None:
        """Let the `nth` call from now (1 is the next) meet `mode`; `error` is the errno of a failing one."""
        self._page.mode = Mode.OFF
        self._page.countdown, self._page.error, self._page.kinds, self._page.fired = nth, error, calls, 0
        self._page.mode = mode

    def count(self, calls: Calls = Calls.ALL) -> None:
        """Only count from now on."""
        self._page.mode, self._page.kinds, self._page.seen, self._page.fired = Mode.OFF, calls, 0, 0

    @property
    def seen(self) -> int:
        """Calls counted since `count`."""
        return int(self._page.seen)

    @property
    def fired(self) -> bool:
        """Whether the fault has happened."""
        return bool(self._page.fired)


@functools.cache
def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.shim_slots.restype = ctypes.POINTER(_Slot)
    return library


def preload() -> None:
    """Start this very command again with the library preloaded, unless it already is."""
    if os.environ.get(_VARIABLE):
        return
    path = _built()
    environment = {**os.environ, "LD_PRELOAD": str(path), _VARIABLE: str(path)}
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environment)  # noqa: S606 - this same program


def watch(folder: Path) -> None:
    """Count calls on files below `folder`, in this process and its later children."""
    _library().shim_watch(str(folder.resolve()).encode())


def record(fd: int) -> None:
    """Append every change below the watched folder to `fd`; -1 ends it."""
    _library().shim_record(fd)


def mark(text: str) -> None:
    """Put a line of our own between the recorded calls."""
    _library().shim_mark(text.encode())


def _built() -> Path:
    """Compile the library once for this source; raises RuntimeError with what to install when there is no compiler."""
    name = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    path = Path(tempfile.gettempdir()) / f"counterwatch-shim-{os.getuid()}-{name}.so"
    if path.exists():
        return path
    growing = path.with_suffix(f".{os.getpid()}")
    try:
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", growing, SOURCE, "-ldl"], check=True)
    except FileNotFoundError:
        raise RuntimeError("a C compiler is needed for the fault campaigns: apt-get install gcc libc6-dev") from None
    growing.replace(path)
    return path
