"""Connections that another thread can end, trusting the certificates the system trusts."""

from __future__ import annotations

import base64
import contextlib
import socket
import ssl
import threading
import time
from typing import Any
from urllib.parse import unquote, urlsplit

import truststore
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.poolmanager import PoolManager


class Cut:
    """One thread's exchange; `done` tells whether it had to be ended."""

    def __init__(self, ends_at: float) -> None:
        self.ends_at = ends_at
        self.connection: HTTPConnection | None = None
        self.done = False

    def now(self) -> None:
        """Shut the socket in use, so the blocked read ends at once."""
        self.done = True
        _shut(self.connection)


class CallsInFlight:
    """Which connection each thread is using; one watching thread ends what takes longer than a whole call may.

    The watcher runs only while there is something to watch, and a little after: a thread a call would cost more than signing.
    """

    LINGER_S = 0.2

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._cuts: dict[int, Cut] = {}
        self._watching = False
        self._closed = False

    def begin(self, seconds: float) -> Cut:
        """Note that this thread starts an exchange that must be over in `seconds`."""
        cut = Cut(time.monotonic() + seconds)
        with self._changed:
            self._cuts[threading.get_ident()] = cut
            if not self._watching:
                self._watching = True
                threading.Thread(target=self._watch, name="calls-in-flight", daemon=True).start()
        return cut

    def use(self, connection: HTTPConnection) -> None:
        """Note the connection this thread's exchange runs on."""
        with self._changed:
            cut = self._cuts.get(threading.get_ident())
            if cut is not None:
                cut.connection = connection

    def end(self) -> None:
        """Note that this thread's exchange is over."""
        with self._changed:
            self._cuts.pop(threading.get_ident(), None)

    def cut_all(self) -> None:
        """End every exchange under way, and let the watcher go."""
        with self._changed:
            self._closed = True
            for cut in self._cuts.values():
                cut.now()
            self._changed.notify_all()

    def _watch(self) -> None:
        with self._changed:
            while not self._closed:
                late = [cut for cut in self._cuts.values() if cut.ends_at <= time.monotonic() and not cut.done]
                for cut in late:
                    cut.now()
                self._changed.wait(self.LINGER_S)
                if not self._cuts:
                    break
            self._watching = False


class SystemTrustAdapter(HTTPAdapter):
    """A requests adapter with the system's certificate store and connections that `CallsInFlight` knows."""

    def __init__(self, calls: CallsInFlight, ca_file: str = "") -> None:
        self._pools = _tracked_pools(calls)
        self._ca_file = ca_file
        super().__init__(pool_connections=2, pool_maxsize=4)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any) -> None:
        """Make the pool manager (called by requests)."""
        super().init_poolmanager(connections, maxsize, block, ssl_context=_context(self._ca_file), **pool_kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> PoolManager:
        """Return the manager of connections through `proxy` (called by requests)."""
        manager: PoolManager = super().proxy_manager_for(proxy, ssl_context=_context(self._ca_file), **proxy_kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def proxy_headers(self, proxy: str) -> dict[str, str]:
        """Return the proxy's sign-in (called by requests, whose own knows Latin letters only)."""
        parts = urlsplit(proxy)
        if not parts.username:
            return {}
        sign_in = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
        return {"Proxy-Authorization": f"Basic {base64.b64encode(sign_in).decode()}"}

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> tuple[Any, Any]:
        """Name the pool of a request: host, port and our own trust, never the bundle requests carries."""
        host, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the check of certificates to the system's store, which `_context` demands; there is no bypass."""


def _context(ca_file: str) -> ssl.SSLContext:
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if ca_file:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError):
            # The file is gone or no certificate: what the system trusts still counts, nothing else does.
            return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return context


def _tracked_pools(calls: CallsInFlight) -> dict[str, Any]:
    class Connection(HTTPConnection):
        def putrequest(self, *args: Any, **kwargs: Any) -> None:
            calls.use(self)
            super().putrequest(*args, **kwargs)

    class SecureConnection(HTTPSConnection):
        def putrequest(self, *args: Any, **kwargs: Any) -> None:
            calls.use(self)
            super().putrequest(*args, **kwargs)

    class Pool(HTTPConnectionPool):
        ConnectionCls = Connection

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = SecureConnection

    return {"http": Pool, "https": SecurePool}


def _shut(connection: HTTPConnection | None) -> None:
    sock = getattr(connection, "sock", None)
    if sock is not None:
        # The plain socket's shutdown: SSLSocket's own would pull the TLS state from under the reading thread.
        with contextlib.suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)
