"""A real HTTP server on loopback that answers by script and keeps what it was asked."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

Answer = bytes | Callable[[socket.socket, "Asked"], None]


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    url: str


@dataclass
class ScriptedServer:
    """Gives the answers of `script` in turn, then the last one for ever; a callable writes on the socket itself."""

    script: list[Answer] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._closed = threading.Event()
        self._accepting = threading.Thread(target=self._accept, name="scripted-accept")
        self._accepting.start()

    def close(self) -> None:
        """Stop, end every connection and join every thread."""
        self._closed.set()
        with contextlib.suppress(OSError):
            socket.create_connection(self._socket.getsockname(), 1).close()
        self._accepting.join(5)
        self._socket.close()
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)
        for connection in self._open:
            connection.close()

    def wait_closed(self, seconds: float) -> bool:
        """Stall an answer until the server closes (or `seconds` pass); for scripts that never answer."""
        return self._closed.wait(seconds)

    def _accept(self) -> None:
        while True:
            connection, _ = self._socket.accept()
            if self._closed.is_set():
                connection.close()
                return
            self._open.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection,), name="scripted-serve")
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        reader = connection.makefile("rb")
        with contextlib.suppress(OSError, ValueError), reader:
            while not self._closed.is_set():
                line = reader.readline()
                if not line:
                    return
                method, target, _ = line.decode().split(" ", 2)
                headers: dict[str, str] = {}
                while (row := reader.readline()) not in (b"\r\n", b""):
                    name, _, value = row.decode().partition(":")
                    headers[name.strip().lower()] = value.strip()
                body = reader.read(int(headers.get("content-length", "0")))
                asked = Asked(method, target, headers, body, self.url + target)
                self.asked.append(asked)
                answer = self.script.pop(0) if len(self.script) > 1 else self.script[0]
                if callable(answer):
                    answer(connection, asked)
                else:
                    connection.sendall(answer)


def http_answer(status: int, body: object = b"", **headers: str) -> bytes:
    """Return a whole HTTP answer; a body that is not bytes becomes JSON, `Retry_After` the header Retry-After."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} Scripted", f"Content-Length: {len(raw)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + raw


def problem(status: int, slug: str, **more: object) -> bytes:
    """Return a problem of the contract."""
    date = more.pop("date", None)
    body = {"type": f"/problems/{slug}", "title": slug, "status": status, "detail": "d", "detail_zh": "说明"} | more
    headers = {"Content_Type": "application/problem+json"} | ({"Date": str(date)} if date else {})
    return http_answer(status, body, **headers)


def free_port() -> int:
    """A loopback port nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
