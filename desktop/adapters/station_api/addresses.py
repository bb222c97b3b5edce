"""Which station addresses may be spoken to at all."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from desktop.application.errors import StationUnreachable

API_PATH = "/api/v1"


def api_base(url: str) -> str:
    """Return the base of the terminal API for a station address as typed, without a trailing slash.

    Plain http is for this very machine only, since nothing else hides who reports whom: `StationUnreachable("insecure-url")`.
    What is no web address at all is `StationUnreachable("bad-address")`.
    """
    try:
        parts = urlsplit(url.strip())
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise StationUnreachable("bad-address") from None
    if not host or parts.scheme not in ("http", "https") or parts.query or parts.fragment or "@" in parts.netloc:
        raise StationUnreachable("bad-address")
    if parts.scheme == "http" and not is_loopback(host):
        raise StationUnreachable("insecure-url")
    path = parts.path.rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path if path.endswith(API_PATH) else path + API_PATH}"


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address is this machine by its spelling alone (no name is looked up)."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
