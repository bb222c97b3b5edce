"""A bare station for measuring the client: reads a request, answers with a signed receipt; run as a process of its own.

`python -m bench.receipt_server` prints its address and serves until standard input ends. It stores and checks nothing, so that
what is measured is the counter's work.
"""

from __future__ import annotations

import base64
import hashlib
import json
import socket
import sys
import threading

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.application.station_port import StationAddress

STATION_KEY = Ed25519PrivateKey.from_private_bytes(b"\x09" * 32)
TERMINAL_KEY = b"\x0b" * 32


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def address_at(url: str) -> StationAddress:
    """Return the address of a terminal enrolled at this server."""
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": _b64(STATION_KEY.public_key().public_bytes_raw()), "kid": "bench"}
    return StationAddress(url, TERMINAL_KEY, "st_bench", (jwk,), "trm_bench")


def _receipt(alert_id: str, body: bytes, seq: int) -> bytes:
    header = _b64(b'{"alg":"EdDSA","kid":"bench","typ":"receipt+jwt"}')
    claims = {
        "alert_id": alert_id,
        "sha256": hashlib.sha256(body).hexdigest(),
        "terminal_id": "trm_bench",
        "member_id": None,
        "station": "st_bench",
        "epoch": "e",
        "seq": seq,
        "received_at": "2026-11-17T02:00:00Z",
        "prev": None,
    }
    signed = f"{header}.{_b64(json.dumps(claims).encode())}"
    return json.dumps({"receipt": f"{signed}.{_b64(STATION_KEY.sign(signed.encode()))}"}).encode()


def _serve(connection: socket.socket) -> None:
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    reader, seq = connection.makefile("rb"), 0
    with connection, reader:
        while line := reader.readline():
            target, length = line.split(b" ")[1].decode(), 0
            while (row := reader.readline()) not in (b"\r\n", b""):
                if row.lower().startswith(b"content-length:"):
                    length = int(row.split(b":")[1])
            body, seq = reader.read(length), seq + 1
            answer = _receipt(target.rsplit("/", 1)[1], body, seq)
            connection.sendall(b"HTTP/1.1 201 Created\r\nContent-Length: %d\r\n\r\n" % len(answer) + answer)


def main() -> None:
    """Serve until standard input ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=_serve, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
