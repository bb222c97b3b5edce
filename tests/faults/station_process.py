"""A real station in a forked child: the same application, writer and server as `counterwatch-station serve`."""

from __future__ import annotations

import functools
import logging
import signal
import socket
import sys
from typing import Any

import anyio
import uvicorn

from station.application.context import Limits
from station.application.create_merchant import create_merchant
from station.application.enrolment_code import make_enrolment_code
from station.bootstrap import Running, initialise, open_station
from station.commands.serve import server_options
from station.settings import Settings, read_settings
from tests.faults.children import Child, Gone, Line, fork
from tests.faults.shim import Slot
from tests.faults.world import Plant, World

PLENTY = Limits(rate_per_minute=10**9, urgent_per_minute=10**9, enrolments_per_minute=10**6)
"""The campaigns are about faults, not about rates: nothing is turned away for coming too often."""


def station_settings(world: World) -> Settings:
    """Return the settings of the world's station."""
    read = read_settings(world.database_url or str(world.database), f"{world.database}.key", environ={})
    return Settings(read.database_url, read.key_file, limits=PLENTY)


def found_station(world: World) -> str:
    """Create the station and one gold shop; returns an enrolment code."""
    initialise(station_settings(world), "连城")
    return furnish(world)


def furnish(world: World) -> str:
    """Take in a gold shop; returns an enrolment code."""
    running = open_station(station_settings(world), clock=world.clock)
    try:
        merchant = create_merchant(running.station, name="鑫福珠宝", trade="gold", address="莲峰镇东街1号")
        world.merchant_id = merchant.merchant_id
        return make_enrolment_code(running.station, merchant_id=merchant.merchant_id)[0]
    finally:
        running.close()


class _Server(uvicorn.Server):
    """Says on the line when it listens."""

    def __init__(self, config: uvicorn.Config, line: Line) -> None:
        super().__init__(config)
        self._line = line

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        self._line.say("serving")


def serve(running: Running, listener: socket.socket, line: Line) -> None:
    """Serve until SIGTERM."""
    config = uvicorn.Config(running.app, **server_options())
    # The server raises the signal again once it has stopped; the database is closed first.
    signal.signal(signal.SIGTERM, lambda _number, _frame: None)
    _Server(config, line).run(sockets=[listener])


def start_station(
    world: World,
    slot: Slot | None = None,
    plant: Plant | None = None,
    listener: socket.socket | None = None,
) -> Child:
    """Fork a station; Gone when it died before it served."""

    def work(line: Line) -> None:
        logging.disable(logging.CRITICAL)
        if plant:
            plant(world)
        if slot:
            slot.choose()
        running = open_station(station_settings(world), clock=world.clock)
        try:
            with listener or world.listener() as listening:
                serve(running, listening, line)
        finally:
            running.close()

    load_once()
    child = fork(work)
    try:
        child.line.hear()
    except Gone:
        child.wait()
        raise
    return child


@functools.cache
def load_once() -> None:
    """Import what a served station imports late: each forked station would pay for it again."""
    from alembic import command
    from sqlalchemy.dialects import postgresql

    from station.api import application

    assert all(late.__name__ in sys.modules for late in (command, postgresql, application))

    uvicorn.Config(_nothing, **server_options()).load()
    anyio.run(_nothing, None, None, None)


async def _nothing(_scope: Any, _receive: Any, _send: Any) -> None:
    return None
