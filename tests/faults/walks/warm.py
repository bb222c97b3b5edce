"""Everything a forked station or counter would compile for itself is compiled once, in the harness: a walk starts hundreds.

Nothing of what is kept holds data: engines without connections (their compiled statements), parsed definitions, schemas.
"""

from __future__ import annotations

import contextlib
import functools
import gc
import socket
import threading
from collections.abc import Iterator

import uvicorn

import desktop.adapters.storage.profile as counter_profile
import station.adapters.storage.copies as station_copies
import station.adapters.storage.store as station_store
import station.adapters.storage.upgrade as station_upgrade
import station.bootstrap as station_bootstrap
from station.bootstrap import Running, open_station
from tests.faults.station_process import station_settings
from tests.faults.world import World

PATIENCE_S = 30.0


def keep_engines() -> None:
    """Let a database at the same place be opened with the same engine, in this process and its children."""
    if hasattr(vars(counter_profile)["make_engine"], "cache_info"):
        return
    for module in (counter_profile, station_store, station_copies, station_upgrade):
        vars(module)["make_engine"] = functools.cache(vars(module)["make_engine"])
    # The contract is stateless and its schemas slow to compile; the station's keys stand at one place, and name its engines.
    for name in ("WireContract", "FileVault"):
        vars(station_bootstrap)[name] = functools.cache(vars(station_bootstrap)[name])


class _Server(uvicorn.Server):
    """Says when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        self.listening.set()


@contextlib.contextmanager
def served_here(world: World) -> Iterator[Running]:
    """Serve the world's station in a thread of this process; afterwards no thread is left and forking is safe again."""
    running = open_station(station_settings(world), clock=world.clock)
    server = _Server(uvicorn.Config(running.app, log_config=None, access_log=False))
    thread = threading.Thread(target=_serve, args=(server, world))
    thread.start()
    try:
        if not server.listening.wait(PATIENCE_S):
            raise TimeoutError("the station does not listen")
        yield running
    finally:
        server.should_exit = True
        thread.join(PATIENCE_S)
        running.close()


def settle() -> None:
    """Make sure that forking is safe, and that what is shared with the children stays shared."""
    left = [one.name for one in threading.enumerate() if one is not threading.main_thread()]
    if left:
        raise RuntimeError(f"threads left before a fork: {left}")
    gc.collect()
    gc.freeze()


def _serve(server: uvicorn.Server, world: World) -> None:
    with world.listener() as listening:
        server.run(sockets=[listening])
