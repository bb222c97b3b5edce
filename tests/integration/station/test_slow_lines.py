"""Callers that begin and do not end are let go by the server itself; whoever is merely slow, or waits for news, is not."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import uvicorn

from station.adapters.slow_lines import LineLimits, limited
from station.commands.serve import server_options

LIMITS = LineLimits(head_s=0.6, body_s=0.6, bytes_per_s=5_000, longest_s=10.0, read_s=0.6)
MUCH = 800
"""Pieces of 10,000 bytes: more than any buffer on the way."""
PATIENCE_S = 30.0
HEAD = b"PUT /x HTTP/1.1\r\nhost: h\r\n"


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Read the whole body, then answer: after a pause for `/news`, with much for `/much`."""
    if scope["type"] != "http":
        return
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return
        more = message.get("more_body", False)
    if scope["path"] == "/news":
        await asyncio.sleep(3 * LIMITS.head_s)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    for _ in range(MUCH if scope["path"] == "/much" else 1):
        await send({"type": "http.response.body", "body": b"y" * 10_000, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A server with short limits, and otherwise told what the station's is."""
    listener = socket.create_server(("127.0.0.1", 0))
    options = server_options() | {"http": limited(LIMITS), "timeout_keep_alive": 2, "lifespan": "off"}
    server = uvicorn.Server(uvicorn.Config(application, **options))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    yield listener.getsockname()[1]
    server.should_exit = True
    thread.join(PATIENCE_S)
    listener.close()


@contextlib.contextmanager
def caller(port: int, said: bytes) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as line:
        line.sendall(said)
        yield line


def endings(lines: Sequence[tuple[socket.socket, bytes]]) -> list[bytes]:
    """Return what was answered on each line once the server has ended all of them, dripping bytes meanwhile."""
    got, left, until = [b""] * len(lines), set(range(len(lines))), time.monotonic() + PATIENCE_S
    while left:
        assert time.monotonic() < until, "never let go"
        for number in sorted(left):
            line, drip = lines[number]
            line.settimeout(0.1 / len(left))
            try:
                piece = line.recv(1 << 20)
            except TimeoutError:
                with contextlib.suppress(OSError):
                    line.send(drip)
                continue
            except ConnectionResetError:
                piece = b""
            got[number] += piece
            if not piece:
                left.remove(number)
    return got


def ending(line: socket.socket) -> bytes:
    """Return all that was answered once the server has ended the connection."""
    return endings([(line, b"")])[0]


ENDLESS = {
    "nothing": (b"", b""),
    "blank lines": (b"", b"\r\n"),
    "a letter": (b"P", b""),
    "endless head": (HEAD, b"x-more: 1\r\n"),
    "endless body": (HEAD + b"content-length: 5000\r\n\r\n{", b"a"),
    "endless pieces": (HEAD + b"transfer-encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
}


def test_requests_that_never_end_are_ended(port: int) -> None:
    whole = HEAD + b"content-length: 3\r\n\r\nabc"
    with contextlib.ExitStack() as open_ones:
        lines, names = [], []
        for earlier in (0, 2):
            for name, (said, drip) in ENDLESS.items():
                line = open_ones.enter_context(caller(port, b""))
                for _ in range(earlier):
                    line.sendall(whole)
                    while not line.recv(65536).endswith(b"0\r\n\r\n"):
                        pass
                line.sendall(said)
                lines.append((line, drip))
                names.append((name, earlier))
        said_last = dict(zip(names, endings(lines), strict=True))
    # Who says nothing at all after an answer is let go without a word, by uvicorn's own limit.
    assert said_last.pop(("nothing", 2)) == b""
    assert [name for name, answer in said_last.items() if not answer.startswith(b"HTTP/1.1 408 ")] == []


def test_who_is_slow_but_ends_in_time_is_served(port: int) -> None:
    body = b"z" * 45_000
    head = HEAD + b"content-length: %d\r\nconnection: close\r\n\r\n" % len(body)
    with caller(port, head) as line:
        # 0.6 s for any body and 9 s more for what this one announces.
        until = time.monotonic() + 2 * LIMITS.body_s
        line.settimeout(0.01)
        while time.monotonic() < until:
            line.send(body[:100])
            body = body[100:]
            with contextlib.suppress(TimeoutError):
                raise AssertionError(f"answered too early: {line.recv(100)!r}")
        line.settimeout(PATIENCE_S)
        line.sendall(body)
        assert ending(line).startswith(b"HTTP/1.1 200 ")


def test_who_waits_for_news_waits_as_long_as_the_answer_takes(port: int) -> None:
    with caller(port, b"GET /news HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n") as line:
        assert ending(line).startswith(b"HTTP/1.1 200 ")


def test_an_answer_nobody_reads_is_given_up(port: int) -> None:
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.settimeout(PATIENCE_S)
        line.connect(("127.0.0.1", port))
        line.sendall(b"GET /much HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n")
        threading.Event().wait(2.5 * LIMITS.read_s)
        got = ending(line)
        assert got.startswith(b"HTTP/1.1 200 ")
        assert len(got) < 10_000 * MUCH
    with caller(port, b"GET /much HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n") as reading:
        assert len(ending(reading)) > 10_000 * MUCH


@pytest.mark.parametrize(("announced", "seconds"), [(0, 20.0), (65_536, 28.0), (262_144, 52.0), (1_048_576, 60.0)])
def test_a_body_has_time_by_what_it_announces(announced: int, seconds: float) -> None:
    assert LineLimits().body_seconds(announced) == seconds
