"""Many connections in a process of its own: each sends its requests in turn, over and over, the next as soon as one is answered.

Started by `crowd`; it reads the requests from standard input and says "ready" once every connection has sent its first. When standard
input ends it prints how many answers of each status came.
"""

from __future__ import annotations

import json
import pickle
import resource
import selectors
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import urlsplit

_PIECE = 65_536
FILES = 8_192


def allow_many_files() -> None:
    """Raise this process's and its children's limit of open files as far as it may be."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))


@dataclass
class Crowd:
    """A running crowd; `answers` by status are there once it has gone."""

    process: subprocess.Popen[bytes]
    answers: Counter[int] = field(default_factory=Counter)


@contextmanager
def crowd(url: str, requests: Sequence[Sequence[bytes]]) -> Iterator[Crowd]:
    """Let one connection for each list of `requests` send; all are at it when this returns."""
    command = [sys.executable, "-m", "bench.road.crowd", url]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        pickle.dump([list(one) for one in requests], process.stdin)
        process.stdin.flush()
        assert process.stdout.readline().strip() == b"ready"
        found = Crowd(process)
        yield found
        said, _ = process.communicate()
        found.answers.update({int(status): number for status, number in json.loads(said).items()})


class _One:
    """One connection."""

    def __init__(self, url: str, requests: list[bytes]) -> None:
        parts = urlsplit(url)
        self.socket = socket.create_connection((parts.hostname, parts.port), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._next = cycle(requests)
        self._rest = b""

    def send(self) -> None:
        """Send the next request."""
        self.socket.sendall(next(self._next))

    def statuses(self) -> Iterator[int]:
        """Read what is there and return the status of every answer that is whole."""
        piece = self.socket.recv(_PIECE)
        if not piece:
            raise ConnectionError("the station hung up")
        self._rest += piece
        while (end := self._rest.find(b"\r\n\r\n")) >= 0:
            head = self._rest[:end].lower()
            at = head.find(b"content-length:")
            length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 else 0
            if len(self._rest) < end + 4 + length:
                return
            self._rest = self._rest[end + 4 + length :]
            yield int(head[9:12])


def main() -> None:
    """Send until standard input ends."""
    allow_many_files()
    lists = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own parent
    answers: Counter[int] = Counter()
    chosen = selectors.DefaultSelector()
    for requests in lists:
        one = _One(sys.argv[1], requests)
        one.send()
        chosen.register(one.socket, selectors.EVENT_READ, one)
    chosen.register(sys.stdin.fileno(), selectors.EVENT_READ)
    print("ready", flush=True)
    while True:
        for key, _events in chosen.select():
            if key.data is None:
                print(json.dumps(answers))
                return
            for status in key.data.statuses():
                answers[status] += 1
                key.data.send()


if __name__ == "__main__":
    main()
