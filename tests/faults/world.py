"""One small county for the campaigns: a station folder, a counter profile enrolled at it, and a clock both share."""

from __future__ import annotations

import mmap
import shutil
import socket
import struct
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

KEY = bytes(range(32))
"""The profile's database key: the campaigns are about disks and lines, not about passphrases."""


class SharedClock:
    """The real time plus an offset that every process of the campaign sees; fits both programs' clock ports."""

    def __init__(self) -> None:
        self._page = mmap.mmap(-1, 8)

    @property
    def offset(self) -> float:
        """Seconds ahead of the real time."""
        return float(struct.unpack("d", self._page[:8])[0])

    def advance(self, seconds: float) -> None:
        """Let time pass for everybody."""
        self._page[:8] = struct.pack("d", self.offset + seconds)

    def now(self) -> datetime:
        """The wall clock, in UTC."""
        return datetime.now(UTC) + timedelta(seconds=self.offset)

    def careful(self) -> datetime:
        """The same: everybody here goes by one clock."""
        return self.now()

    def monotonic(self) -> float:
        """Seconds since an arbitrary start."""
        return time.monotonic() + self.offset


@dataclass
class World:
    """Where everything is; `reserved` keeps the port over the station's restarts without listening on it."""

    root: Path
    reserved: socket.socket
    merchant_id: str = ""
    database_url: str = ""
    """A server's database instead of the file."""
    through: str = ""
    """The address the counter is given when something stands between it and the station."""
    clock: SharedClock = field(default_factory=SharedClock)

    @property
    def url(self) -> str:
        """The station's address."""
        return self.through or f"http://127.0.0.1:{self.port}"

    @property
    def port(self) -> int:
        """The station's port."""
        return int(self.reserved.getsockname()[1])

    def listener(self) -> socket.socket:
        """Return a listening socket on the station's port; a dead station's port refuses connections at once."""
        listener = _reusing()
        listener.bind(("127.0.0.1", self.port))
        listener.listen(256)
        return listener

    @property
    def station_folder(self) -> Path:
        """The folder of the station's database and key file."""
        return self.root / "station"

    @property
    def database(self) -> Path:
        """The station's database."""
        return self.station_folder / "station.sqlite"

    @property
    def profile(self) -> Path:
        """The counter's profile folder."""
        return self.root / "profile"


Plant = Callable[[World], None]
"""A bug put in on purpose: changes classes of a forked child before it opens anything."""


@contextmanager
def new_world(*, fast: bool = True) -> Iterator[World]:
    """Make an empty county below a temporary folder; `fast` keeps it in memory where the system has such a place."""
    memory = Path("/dev/shm")  # noqa: S108 - only made-up data, in a fresh folder of our own
    place = memory if fast and memory.is_dir() else None
    root = Path(tempfile.mkdtemp(prefix="counterwatch-faults-", dir=place))
    with _reusing() as reserved:
        reserved.bind(("127.0.0.1", 0))
        world = World(root, reserved)
        world.station_folder.mkdir()
        world.profile.mkdir()
        try:
            yield world
        finally:
            shutil.rmtree(root, ignore_errors=True)


@contextmanager
def free_listener() -> Iterator[socket.socket]:
    """Return a listening socket on a free port."""
    with _reusing() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(256)
        yield listener


def _reusing() -> socket.socket:
    # The protocol is named as in the station's own listener: without it answers wait for Nagle's delay.
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return made
