"""Raw bytes at the station's port: whatever comes, it answers or closes, never with a 5xx, and goes on working."""

from __future__ import annotations

import asyncio
import contextlib
import random
import re

from tests.fakes.alerts import gold_alert
from tests.fakes.terminal import FakeTerminal, encode, over_http
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import World, new_world

PATIENCE_S = 10.0
MOMENT_S = 0.1
AT_ONCE = 128
HEALTH_EVERY = 500
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")
JUNK = [
    b"\r\n",
    b"\n",
    b"\0",
    b"%00",
    b"\xff\xfe",
    b": ",
    b"Content-Length: 99999999999\r\n",
    b"Transfer-Encoding: chunked\r\n",
]
JUNK += [
    b"Content-Length: -1\r\n",
    b"Host: \r\n",
    b"Expect: 100-continue\r\n",
    b"A" * 9000,
    b"{" * 3000,
    b"../",
    b"\xf0\x9f\x98\x80",
]


def run(runs: int, seed: int) -> Findings:
    """Send `runs` spoiled requests, each on a connection of its own."""
    findings, rng = Findings("bytes", seed), random.Random(seed)
    with new_world() as world:
        code = found_station(world)
        station = start_station(world)
        try:
            terminal = FakeTerminal(over_http(), world.url, now=world.clock.now)
            assert terminal.enrol(code).status == 201
            seeds = [*_requests(terminal), *_requests(FakeTerminal(over_http(), world.url))]
            while findings.runs < runs:
                numbers = range(findings.runs, min(findings.runs + HEALTH_EVERY, runs))
                batch = [(f"seed {seed}, request {number}", spoiled(rng.choice(seeds), rng)) for number in numbers]
                asyncio.run(_send_all(world, batch, findings))
                findings.runs += len(batch)
                _still_works(terminal, findings, f"seed {seed}, after request {findings.runs}")
            if not station.alive():
                findings.note("errors", f"the station died (seed {seed})")
        finally:
            station.kill()
    return findings


def _requests(terminal: FakeTerminal) -> list[bytes]:
    """Return whole, valid requests to spoil."""
    alert = gold_alert(terminal.enrolment or {"merchant": {"merchant_id": "mer_1"}, "terminal_id": "ter_1"})
    calls: list[tuple[str, str, bytes]] = [
        ("GET", "/api/v1/meta", b""),
        ("PUT", f"/api/v1/alerts/{alert['alert_id']}", encode(alert)),
        ("PUT", f"/api/v1/alerts/{alert['alert_id']}/supplements/1", encode({"n": 1})),
        ("GET", "/api/v1/feed?after=&wait=0", b""),
        ("PUT", "/api/v1/feed/receipts/1", encode({"shown_at": "2026-11-17T10:00:00+08:00"})),
        ("POST", "/api/v1/enrolments", encode({"code": "ABCDEFGH", "terminal_jwk": terminal.key.jwk})),
        ("POST", "/api/v1/members/mem_1/activation", encode({"activation_code": "ABCDEFGH"})),
        ("GET", "/api/v1/rewards?member_id=mem_1", b""),
        ("POST", "/api/v1/desk/sessions", encode({"username": "wang", "password": "x", "code": "123456"})),
        ("GET", "/api/v1/desk/queue", b""),
    ]
    found = []
    for method, path, body in calls:
        headers = {"Host": "127.0.0.1", "Content-Length": str(len(body)), **terminal.signed_headers(method, path, body)}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        found.append(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
    return found


def spoiled(raw: bytes, rng: random.Random) -> bytes:
    """Return the request with one to four things done to it."""
    found = bytearray(raw)
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(found) + 1)
        deed = rng.randrange(6)
        if deed == 0 and found:
            found[at % len(found)] ^= 1 << rng.randrange(8)
        elif deed == 1:
            found[at:at] = rng.choice(JUNK)
        elif deed == 2:
            del found[at : at + rng.randint(1, 40)]
        elif deed == 3:
            found[at:at] = rng.randbytes(rng.randint(1, 60))
        elif deed == 4:
            del found[at:]
        else:
            end = at + rng.randint(1, 80)
            found[at:at] = found[at:end]
    return bytes(found)


async def _send_all(world: World, batch: list[tuple[str, bytes]], findings: Findings) -> None:
    room = asyncio.Semaphore(AT_ONCE)

    async def one(how: str, raw: bytes) -> None:
        async with room:
            try:
                answer = await asyncio.wait_for(_exchange(world, raw), PATIENCE_S)
            except TimeoutError:
                findings.note("errors", f"neither answered nor closed ({how})")
            except ConnectionError:
                findings.facts["reset"] += 1
            else:
                _judge(answer, findings, how)

    await asyncio.gather(*(one(how, raw) for how, raw in batch))


async def _exchange(world: World, raw: bytes) -> bytes:
    """Send, give the station a moment to answer, then close our half and read to the end."""
    reader, writer = await asyncio.open_connection("127.0.0.1", world.port)
    try:
        writer.write(raw)
        first = b""
        with contextlib.suppress(TimeoutError):
            first = await asyncio.wait_for(reader.read(65536), MOMENT_S)
        with contextlib.suppress(OSError):
            writer.write_eof()
        return first + await reader.read()
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()


def _judge(answer: bytes, findings: Findings, how: str) -> None:
    statuses = [int(found) for found in _STATUS.findall(answer)]
    findings.facts["no answer" if not statuses else f"{statuses[0] // 100}xx"] += 1
    if any(status >= 500 for status in statuses):
        findings.note("errors", f"answered {statuses} ({how})")


def _still_works(terminal: FakeTerminal, findings: Findings, how: str) -> None:
    answer = terminal.put_alert(gold_alert(terminal.enrolment, at=terminal.now()))
    if answer.status != 201:
        findings.note("errors", f"an honest alert got {answer.status} ({how})")
