"""The real station in a process of its own that can be killed and started again on its port, and a line that can be cut."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from station.__main__ import main
from tests.unit.desktop_sending.scripted import free_port

ROOT = Path(__file__).resolve().parents[3]


@dataclass
class RealStation:
    """`counterwatch-station` with practice data: a gold shop, a courier depot, three clerks each."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[str] | None = None

    def __post_init__(self) -> None:
        self.database = self.folder / "station.sqlite"
        self.facts: dict[str, Any] = self.command("practice-data")

    @property
    def url(self) -> str:
        """Where terminals find it."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def shop(self) -> dict[str, Any]:
        """The gold shop: merchant_id, code, members."""
        found: dict[str, Any] = self.facts["shops"][0]
        return found

    def command(self, *arguments: str) -> Any:
        """Run one command with --json and return what it printed; in this process, for starting one takes longer than most."""
        done = CliRunner().invoke(main, [*arguments, "--json", "--database", str(self.database)])
        assert done.exit_code == 0, f"{done.stderr}\n{done.exception!r}"
        return json.loads(done.stdout)

    def new_code(self) -> str:
        """A fresh enrolment code of the gold shop."""
        return str(self.command("enrolment-code", "--merchant", self.shop["merchant_id"])["code"])

    def alerts(self) -> list[dict[str, Any]]:
        """The alerts the station has: id, digest, state."""
        said = self.command("alerts")
        found: list[dict[str, Any]] = said["alerts"] if isinstance(said, dict) else said
        return found

    def start(self, program: tuple[str, ...] = ("-m", "station")) -> None:
        """Serve and wait until it is ready."""
        self.process = subprocess.Popen(
            [
                *(sys.executable, *program, "serve", "--json", "--database", str(self.database)),
                *("--listen", f"127.0.0.1:{self.port}"),
            ],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline(), "the station did not start"

    def stop(self, *, kill: bool = False) -> None:
        """End it, kindly or by SIGKILL."""
        process, self.process = self.process, None
        if process is not None:
            (process.kill if kill else process.terminate)()
            process.wait(20)
            assert process.stdout is not None
            process.stdout.close()


class CutLine:
    """A TCP line to the station that swallows the answer of the next `cut` requests and closes instead."""

    def __init__(self, station: RealStation) -> None:
        self._station = station
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.cut = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="cut-line")
        self._thread.start()

    def close(self) -> None:
        """Stop."""
        self._stop.set()
        with contextlib.suppress(OSError):
            socket.create_connection(self._listener.getsockname(), 1).close()
        self._thread.join(10)
        self._listener.close()

    def _run(self) -> None:
        while True:
            near, _ = self._listener.accept()
            with near:
                if self._stop.is_set():
                    return
                with contextlib.suppress(OSError):
                    self._carry(near)

    def _carry(self, near: socket.socket) -> None:
        """Carry exchanges one at a time; every message here has a length."""
        with socket.create_connection(("127.0.0.1", self._station.port), 5) as far:
            near.settimeout(0.2)
            while not self._stop.is_set():
                request = _message(near, wait=False)
                if request is None:
                    return
                far.sendall(request)
                far.settimeout(0.2)
                answer = _message(far, wait=True, stop=self._stop, bodiless=request.startswith(b"HEAD "))
                if self.cut > 0:
                    self.cut -= 1
                    return
                near.sendall(answer or b"")


def _message(
    sock: socket.socket, *, wait: bool, stop: threading.Event | None = None, bodiless: bool = False
) -> bytes | None:
    """Read one HTTP message with Content-Length (or none); None when the peer is done, or silent and not waited for."""
    data = b""
    while b"\r\n\r\n" not in data:
        try:
            chunk = sock.recv(65536)
        except TimeoutError:
            if wait and not (stop and stop.is_set()):
                continue
            return None
        if not chunk:
            return None
        data += chunk
    if bodiless:
        return data
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [int(line.split(b":")[1]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    while len(body) < (lengths[0] if lengths else 0):
        body += sock.recv(65536)
    return head + b"\r\n\r\n" + body
