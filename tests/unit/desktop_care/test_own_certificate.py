"""A certificate file of one's own: trusted beside the system's store, and only what it signed."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from desktop.adapters.station_api.connector import HttpConnector
from desktop.application.care_port import Route
from desktop.application.errors import StationUnreachable
from desktop.application.station_port import StationAddress

ANSWER = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def authority(name: str) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    return made, key


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A web server whose certificate the system does not know, and that certificate's file."""
    certificate, key = authority("the organisation's own")
    pem, private = tmp_path / "own.pem", tmp_path / "own.key"
    pem.write_bytes(certificate.public_bytes(Encoding.PEM))
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, private)
    listener = socket.create_server(("127.0.0.1", 0))
    stop = threading.Event()

    def serve() -> None:
        while not stop.is_set():
            plain, _ = listener.accept()
            with plain, contextlib.suppress(OSError):
                if stop.is_set():
                    return
                plain.settimeout(5)
                with context.wrap_socket(plain, server_side=True) as near:
                    near.recv(65536)
                    near.sendall(ANSWER)

    thread = threading.Thread(target=serve, name="tls-server")
    thread.start()
    yield f"https://127.0.0.1:{listener.getsockname()[1]}", pem
    stop.set()
    with contextlib.suppress(OSError):
        socket.create_connection(listener.getsockname(), 1).close()
    thread.join(10)
    listener.close()


def reason(url: str, ca_file: str) -> str:
    """Why the station there cannot be used: `tls` before a word was said, `not-a-station` after."""
    connector = HttpConnector(lambda: datetime.now(UTC), lambda: Route("", ca_file))
    try:
        with pytest.raises(StationUnreachable) as failure:
            connector(StationAddress(url, b"\x05" * 32)).meta()
    finally:
        connector.abort()
    return failure.value.reason


def test_only_the_file_opens_the_way(server: tuple[str, Path], tmp_path: Path) -> None:
    url, pem = server
    stranger = tmp_path / "stranger.pem"
    stranger.write_bytes(authority("somebody else")[0].public_bytes(Encoding.PEM))
    broken = tmp_path / "broken.pem"
    broken.write_text("-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n")
    assert reason(url, "") == "tls"
    assert reason(url, str(stranger)) == "tls"
    assert reason(url, str(broken)) == "tls"
    assert reason(url, str(tmp_path / "gone.pem")) == "tls"
    assert reason(url, str(pem)) == "not-a-station"
