"""A gateway that passes calls on to a real station and spoils some of its answers, as a bureau's own might."""

import http.client
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit


@dataclass
class Passing:
    """One answer on its way back."""

    method: str
    path: str
    status: int
    headers: dict[str, str]
    body: bytes

    def edit(self, change: Callable[[dict[str, Any]], None]) -> None:
        """Change the JSON object of the body."""
        content = json.loads(self.body)
        change(content)
        self.body = json.dumps(content, ensure_ascii=False).encode()


Spoiler = Callable[[Passing], None]


@contextmanager
def erring_gateway(station: str, spoil: Spoiler) -> Iterator[str]:
    """Serve on a free port; the Host the client named travels on, so that signatures stay true."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_args: Any, **_more: Any) -> None:
            """Stay quiet."""

        def pass_on(self) -> None:
            """Forward the call and send back what is left of the answer."""
            raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            onward = http.client.HTTPConnection(urlsplit(station).netloc, timeout=40)
            try:
                onward.request(self.command, self.path, raw, dict(self.headers.items()))
                got = onward.getresponse()
                seen = Passing(self.command, self.path, got.status, dict(got.getheaders()), got.read())
            finally:
                onward.close()
            spoil(seen)
            self.send_response_only(seen.status)
            for name, value in seen.headers.items():
                if name.lower() not in {"content-length", "transfer-encoding", "connection"}:
                    self.send_header(name, value)
            if seen.status not in {204, 304}:
                self.send_header("Content-Length", str(len(seen.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(seen.body)

    for verb in ("GET", "PUT", "POST", "PATCH", "HEAD", "DELETE"):
        setattr(Handler, f"do_{verb}", Handler.pass_on)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
