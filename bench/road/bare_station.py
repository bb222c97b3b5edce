"""The floor of the station's benchmarks: a bare route, one insert a request, group commit; run as a process of its own.

`python -m bench.road.bare_station DATABASE` prints its address and serves until standard input ends, under the same server and
settings as the station. It checks nothing, knows nobody and signs nothing: body in, row durable, "201".
"""

from __future__ import annotations

import asyncio
import queue
import socket
import sqlite3
import sys
import threading
from pathlib import Path

import uvicorn
from fastapi import FastAPI, Request

from station.commands.serve import server_options

_BATCH = 32
Waiting = tuple[bytes, "asyncio.Future[None]"]


class BareStation:
    """One table and one writing thread behind one route of the framework that the station uses."""

    def __init__(self, database: Path) -> None:
        self.app = FastAPI(openapi_url=None)
        self.app.api_route("/api/v1/{kind}/{name}", methods=["PUT", "PATCH"], status_code=201)(self.put)
        self._queue: queue.SimpleQueue[Waiting | None] = queue.SimpleQueue()
        self._database = database
        self._thread = threading.Thread(target=self._write)
        self._thread.start()

    async def put(self, name: str, request: Request) -> dict[str, str]:
        """Keep the body and answer after its commit."""
        done = asyncio.get_running_loop().create_future()
        self._queue.put((await request.body(), done))
        await done
        return {"kept": name}

    def close(self) -> None:
        """Stop the thread."""
        self._queue.put(None)
        self._thread.join()

    def _write(self) -> None:
        connection = sqlite3.connect(self._database, isolation_level=None)
        for statement in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE letters (body BLOB)"):
            connection.execute(statement)
        while (first := self._queue.get()) is not None:
            batch = [first]
            while len(batch) < _BATCH and not self._queue.empty():
                item = self._queue.get()
                if item is None:
                    break
                batch.append(item)
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO letters VALUES (?)", [(body,) for body, _done in batch])
            connection.execute("COMMIT")
            for _body, done in batch:
                done.get_loop().call_soon_threadsafe(done.set_result, None)
        connection.close()


def main() -> None:
    """Serve until standard input ends."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(2048)
    station = BareStation(Path(sys.argv[1]))
    server = uvicorn.Server(uvicorn.Config(station.app, **server_options()))

    def stop() -> None:
        sys.stdin.read()
        server.should_exit = True

    threading.Thread(target=stop, daemon=True).start()
    print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    server.run(sockets=[listener])
    station.close()
    listener.close()


if __name__ == "__main__":
    main()
