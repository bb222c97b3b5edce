"""A line to the station that is cut in the middle of one chosen exchange: within the request, or within the answer."""

from __future__ import annotations

import contextlib
import re
import socket
import threading
from dataclasses import dataclass, field

CHUNK = 65_536
PATIENCE_S = 0.1


@dataclass(frozen=True, eq=False)
class Cut:
    """Cut the next exchange whose request line matches; `way` is `up` (the request) or `down` (the answer)."""

    request: str
    way: str


@dataclass
class Scissors:
    """Listens on loopback and carries everything to `port`; `made` lists the cuts that happened."""

    port: int
    made: list[Cut] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    dead: bool = False
    """While set, no connection gets through at all."""
    _wanted: list[Cut] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin to listen."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(PATIENCE_S)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._start(self._accept)

    def cut_next(self, request: str, way: str) -> Cut:
        """Cut the next exchange like this, once."""
        with self._lock:
            cut = Cut(request, way)
            self._wanted.append(cut)
            return cut

    def close(self) -> None:
        """Stop; every connection ends."""
        self._stop.set()
        for thread in self._threads:
            thread.join(10)
        self._listener.close()

    def _start(self, work: object, *arguments: object) -> None:
        assert callable(work)
        thread = threading.Thread(target=work, args=arguments, name="scissors")
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._stop.is_set():
            with contextlib.suppress(TimeoutError):
                near, _ = self._listener.accept()
                if self.dead:
                    near.close()
                else:
                    self._start(self._carry, near)

    def _carry(self, near: socket.socket) -> None:
        with near, contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 5) as far:
            near.settimeout(PATIENCE_S)
            far.settimeout(PATIENCE_S)
            cut: Cut | None = None
            while not self._stop.is_set() and not self.dead:
                sent = _received(near)
                if sent == b"":
                    return
                if sent is not None:
                    cut = self._taken(sent) or cut
                    if cut is not None and cut.way == "up":
                        # The body follows its head in a packet of its own.
                        whole = sent + (_received(near) or b"")
                        head = whole.partition(b"\r\n\r\n")[0]
                        body = max(0, len(whole) - len(head) - 4)
                        far.sendall(whole[: len(whole) - body // 2] if body else whole[: len(whole) // 2])
                        self.made.append(cut)
                        return
                    far.sendall(sent)
                told = _received(far)
                if told == b"":
                    return
                if told is not None:
                    if cut is not None:
                        near.sendall(told[: max(1, len(told) // 2)])
                        self.made.append(cut)
                        return
                    near.sendall(told)

    def _taken(self, data: bytes) -> Cut | None:
        """Return the cut meant for this request, which nobody else gets then."""
        line = re.match(rb"([A-Z]+ \S+) HTTP/1\.1\r\n", data)
        if line is None:
            return None
        said = line[1].decode()
        self.seen.append(said)
        with self._lock:
            wanted = next((cut for cut in self._wanted if re.search(cut.request, said)), None)
            if wanted is not None:
                self._wanted.remove(wanted)
            return wanted


def _received(sock: socket.socket) -> bytes | None:
    """Return what came, nothing for the end, None while it is quiet."""
    try:
        return sock.recv(CHUNK)
    except TimeoutError:
        return None
