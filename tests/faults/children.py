"""Forked children with a line of JSON in each direction: a crash of one is a finding, never the harness's end."""

from __future__ import annotations

import ctypes
import json
import os
import select
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

PATIENCE_S = 60.0


class Gone(Exception):
    """The child died before it answered."""


class Stuck(Exception):
    """The child neither answered nor died."""


class Line:
    """JSON lines over one socket."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._kept = b""

    def say(self, value: Any) -> None:
        """Send one value."""
        self._end.sendall(json.dumps(value).encode() + b"\n")

    def hear(self, patience_s: float | None = PATIENCE_S) -> Any:
        """Return the next value; Gone when the other side has closed, Stuck when nothing comes."""
        while b"\n" not in self._kept:
            if patience_s is not None and not select.select([self._end], [], [], patience_s)[0]:
                raise Stuck
            try:
                got = self._end.recv(65536)
            except ConnectionError:
                raise Gone from None
            if not got:
                raise Gone
            self._kept += got
        line, self._kept = self._kept.split(b"\n", 1)
        return json.loads(line)

    def fileno(self) -> int:
        """Return the file descriptor, for an event loop."""
        return self._end.fileno()

    def close(self) -> None:
        """Close this end."""
        self._end.close()


@dataclass
class Child:
    """A forked process and the line to it."""

    pid: int
    line: Line
    status: int | None = None

    def ask(self, value: Any, patience_s: float = PATIENCE_S) -> Any:
        """Say something and hear the answer; Gone, Stuck."""
        try:
            self.line.say(value)
        except (BrokenPipeError, ConnectionError):
            raise Gone from None
        return self.line.hear(patience_s)

    def alive(self) -> bool:
        """Whether it still runs."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = status if pid else None
        return self.status is None

    def wait(self) -> int:
        """Wait for its end and return the wait status."""
        if self.status is None:
            self.status = os.waitpid(self.pid, 0)[1]
        return self.status

    def kill(self) -> None:
        """End it the hard way."""
        if self.alive():
            os.kill(self.pid, signal.SIGKILL)
        self.wait()
        self.line.close()


def fork(work: Callable[[Line], None]) -> Child:
    """Run `work` in a child of this process, which must have no threads of its own."""
    ours, theirs = socket.socketpair()
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        theirs.close()
        return Child(pid, Line(ours))
    code = 1
    # A harness that is stopped leaves no station behind.
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    try:
        # Ctrl-C reaches the whole group of processes; only the harness answers it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        ours.close()
        work(Line(theirs))
        code = 0
    except BaseException:  # noqa: BLE001 - a forked child must never return into its parent's frames
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)
