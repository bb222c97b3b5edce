"""Thousands of callers that begin a request and never end it: honest shops are served within a second meanwhile, and each is let go."""

from __future__ import annotations

import contextlib
import random
import select
import socket
import statistics
import time
from collections.abc import Iterator

from station.adapters.slow_lines import LimitedHttp, LineLimits
from tests.fakes.alerts import gold_alert
from tests.fakes.terminal import FakeTerminal, over_http
from tests.faults.station_process import found_station, start_station
from tests.faults.table import Findings
from tests.faults.world import World, new_world

HONEST = 100
"""Letters sent while the others hang; the slowest but one is the 99th of a hundred."""
LONGEST_S = 1.0
BUSY = 10
"""On a machine that is busy with other things a letter takes longer anyway: as many times its own 99th of a hundred is allowed."""
TRICKLE_EVERY = 10
LIMITS = LineLimits(head_s=6.0, body_s=6.0, longest_s=6.0)
PATIENCE_S = 60.0


def run(runs: int, seed: int) -> Findings:
    """Hold `runs` half-open requests and send honest letters meanwhile."""
    findings, rng = Findings("half-open", seed), random.Random(seed)
    with new_world() as world:
        code = found_station(world)
        station = start_station(world, plant=_be_quick)
        try:
            terminal = FakeTerminal(over_http(), world.url, now=world.clock.now)
            assert terminal.enrol(code).status == 201
            alone = _send_honestly(terminal, [], rng, findings)
            with _hanging(world, runs, rng) as hanging:
                findings.runs = len(hanging)
                # The first one also waits for two thousand handshakes; it must come through, and is not measured.
                terminal.put_alert(gold_alert(terminal.enrolment, at=terminal.now()))
                beside = _send_honestly(terminal, hanging, rng, findings)
                findings.facts["still open at the end"] = sum(_open(one) for one in hanging)
                left = _left(hanging)
                if left:
                    findings.note("errors", f"{left} requests that never end were never let go (seed {seed})")
            findings.facts["p99 ms alone"], findings.facts["p99 ms beside them"] = (
                round(alone * 1000),
                round(beside * 1000),
            )
            if beside > max(LONGEST_S, BUSY * alone):
                findings.note("errors", f"p99 of an honest letter: {beside:.2f} s, alone {alone:.2f} s (seed {seed})")
            _send_honestly(terminal, [], rng, findings)
            if not station.alive():
                findings.note("errors", f"the station died (seed {seed})")
        finally:
            station.kill()
    return findings


def _be_quick(_world: World) -> None:
    """Let a caller take as many seconds as the campaign has, instead of twenty."""
    LimitedHttp.limits = LIMITS


def _left(hanging: list[socket.socket]) -> int:
    """Drip on until the station has let every one of them go; returns how many it did not."""
    until = time.monotonic() + PATIENCE_S
    left = hanging
    while left and time.monotonic() < until:
        for one in left:
            with contextlib.suppress(OSError):
                one.send(b"a")
        left = [one for one in left if _open(one)]
        if left:
            waiting = select.poll()
            waiting.register(left[-1], select.POLLIN)
            waiting.poll(200)
    return len(left)


@contextlib.contextmanager
def _hanging(world: World, count: int, rng: random.Random) -> Iterator[list[socket.socket]]:
    with contextlib.ExitStack() as kept:
        hanging = []
        for _ in range(count):
            one = kept.enter_context(socket.create_connection(("127.0.0.1", world.port), timeout=5))
            one.setblocking(False)
            one.send(_beginning(rng))
            hanging.append(one)
        yield hanging


def _beginning(rng: random.Random) -> bytes:
    """Return the first part of a request: of its first line, of its headers, of its body, or nothing."""
    head = b"PUT /api/v1/alerts/0190b3a0-0000-7000-8000-000000000000 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    whole = head + b"Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n" + b'{"alert_id":'
    return rng.choice([whole[: rng.randrange(1, len(whole))], whole, b"G", b"GET /api/v1/meta HTTP/1.1\r\nX-Slow: "])


def _send_honestly(
    terminal: FakeTerminal, hanging: list[socket.socket], rng: random.Random, findings: Findings
) -> float:
    """Send letters one after the other; returns the seconds of the 99th of a hundred."""
    seconds = []
    for number in range(HONEST):
        for one in rng.sample(hanging, min(TRICKLE_EVERY, len(hanging))):
            # Now and then one of them says a little more, so that nobody takes it for dead.
            with contextlib.suppress(OSError):
                one.send(b"a")
        began = time.monotonic()
        answer = terminal.put_alert(gold_alert(terminal.enrolment, at=terminal.now()))
        seconds.append(time.monotonic() - began)
        if answer.status != 201:
            findings.note("lost", f"an honest letter got {answer.status} (seed {findings.seed}, letter {number})")
    return statistics.quantiles(seconds, n=100)[98]


def _open(one: socket.socket) -> bool:
    """Whether the station still holds the connection."""
    try:
        while one.recv(4096):
            # What was answered before the end.
            continue
        return False
    except BlockingIOError:
        return True
    except OSError:
        return False
