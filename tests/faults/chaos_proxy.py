"""A TCP proxy that does one bad thing to each connection at a chosen byte, in a process of its own."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from dataclasses import dataclass

from tests.faults.children import Child, Line, fork
from tests.faults.world import World

DEEDS = ("pass", "cut", "reset", "stall", "twice", "trickle")
_CHUNK = 65536


@dataclass(frozen=True)
class Plan:
    """What to do, and after how many bytes of which direction (`up` is towards the station)."""

    deed: str
    way: str = "up"
    after: int = 0


class _Connection:
    """One client connection and the plan for it."""

    def __init__(self, plan: Plan, port: int) -> None:
        self._plan = plan
        self._port = port
        self._sent_up = bytearray()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Carry bytes both ways until one side ends."""
        try:
            up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self._port)
        except OSError:
            writer.close()
            return
        ways = [
            asyncio.create_task(self._carry(reader, up_writer, "up", (writer, up_writer))),
            asyncio.create_task(self._carry(up_reader, writer, "down", (writer, up_writer))),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in ways:
                task.cancel()
            for end in (writer, up_writer):
                end.close()

    async def _carry(
        self,
        source: asyncio.StreamReader,
        target: asyncio.StreamWriter,
        way: str,
        both: tuple[asyncio.StreamWriter, asyncio.StreamWriter],
    ) -> None:
        plan, passed = self._plan, 0
        with contextlib.suppress(OSError):
            while data := await source.read(_CHUNK):
                if way == "up":
                    self._sent_up += data
                mine = plan.way == way and plan.deed in ("cut", "reset", "stall")
                if mine and passed + len(data) >= plan.after:
                    target.write(data[: plan.after - passed])
                    await target.drain()
                    await self._spoil(both)
                    return
                passed += len(data)
                if way == "down" and plan.deed == "twice":
                    # The answer waits until the same request was made once more.
                    await self._again()
                if plan.deed == "trickle":
                    for byte in range(0, len(data), 97):
                        target.write(data[byte : byte + 97])
                        await target.drain()
                        await asyncio.sleep(0)
                else:
                    target.write(data)
                    await target.drain()

    async def _spoil(self, both: tuple[asyncio.StreamWriter, asyncio.StreamWriter]) -> None:
        if self._plan.deed == "stall":
            await asyncio.Event().wait()
        for end in both:
            if self._plan.deed == "reset":
                linger = struct.pack("ii", 1, 0)
                end.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            end.close()

    async def _again(self) -> None:
        """Send the same bytes once more on a fresh connection, as a confused box in the middle might."""
        with contextlib.suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            writer.write(bytes(self._sent_up))
            await writer.drain()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(reader.read(_CHUNK), 2)
            writer.close()


def start_proxy(world: World, listener: socket.socket) -> Child:
    """Fork the proxy; each line to it is the plan for the connections from then on."""

    def work(line: Line) -> None:
        asyncio.run(_proxy(world.port, listener, line))

    child = fork(work)
    child.line.hear()
    return child


async def _proxy(port: int, listener: socket.socket, line: Line) -> None:
    plans = [Plan("pass")]
    tasks: set[asyncio.Task[None]] = set()
    loop = asyncio.get_running_loop()

    def on_plan() -> None:
        plans[0] = Plan(*line.hear())
        # What an earlier plan left hanging ends now: its client has given up long ago.
        for task in tasks:
            task.cancel()
        line.say("ready")

    async def on_connection(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.add(task)
        try:
            await _Connection(plans[0], port).serve(reader, writer)
        except asyncio.CancelledError:
            writer.close()
        finally:
            tasks.discard(task)

    loop.add_reader(line.fileno(), on_plan)
    server = await asyncio.start_server(on_connection, sock=listener)
    line.say("ready")
    async with server:
        await server.serve_forever()
