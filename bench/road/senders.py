"""Sending ready requests from several connections at once, and the floor they are held against."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bench.road.wire import Line


def send_all(url: str, requests: Sequence[bytes], senders: int, status: int = 201) -> float:
    """Return the seconds it takes until the last of `requests` is answered with `status`."""
    return send_pairs(url, [(request,) for request in requests], senders, {status})


def send_pairs(
    url: str, letters: Sequence[tuple[bytes, ...]], senders: int, statuses: Collection[int] = (201, 204)
) -> float:
    """Return the seconds until every request of every letter is answered; those of one letter go one after the other."""
    shares = [letters[start::senders] for start in range(senders)]
    lines = [Line(url) for _share in shares]

    def send(pair: tuple[Line, Sequence[tuple[bytes, ...]]]) -> None:
        line, share = pair
        for letter in share:
            for request in letter:
                reply = line.exchange(request)
                assert reply.status in statuses, (reply.status, reply.body)

    started = time.perf_counter()
    with ThreadPoolExecutor(senders) as pool:
        list(pool.map(send, zip(lines, shares, strict=True)))
    spent = time.perf_counter() - started
    for line in lines:
        line.close()
    return spent


@contextmanager
def bare_station(database: Path) -> Iterator[tuple[str, int]]:
    """Run the floor's station; returns its address and its process's id."""
    command = [sys.executable, "-m", "bench.road.bare_station", str(database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().strip(), process.pid
        process.communicate()
