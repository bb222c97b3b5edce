"""Connections that another thread can end, trusting the certificates the system trusts."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from typing import Any

import truststore
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.poolmanager import PoolManager


class Cut:
    """Ends the exchange of the thread that began it; `done` tells whether that was needed."""

    def __init__(self, calls: CallsInFlight, thread_id: int) -> None:
        self._calls = calls
        self._thread_id = thread_id
        self.done = False

    def now(self) -> None:
        """Shut the socket in use, so the blocked read ends at once."""
        self.done = True
        self._calls.cut(self._thread_id)


class CallsInFlight:
    """Which connection each thread is using right now."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._using: dict[int, HTTPConnection | None] = {}

    def begin(self) -> Cut:
        """Note that this thread starts an exchange."""
        with self._lock:
            self._using[threading.get_ident()] = None
        return Cut(self, threading.get_ident())

    def use(self, connection: HTTPConnection) -> None:
        """Note the connection this thread's exchange runs on."""
        with self._lock:
            self._using[threading.get_ident()] = connection

    def end(self) -> None:
        """Note that this thread's exchange is over."""
        with self._lock:
            self._using.pop(threading.get_ident(), None)

    def cut(self, thread_id: int) -> None:
        """End the exchange of one thread, if it is still under way."""
        with self._lock:
            _shut(self._using.get(thread_id))

    def cut_all(self) -> None:
        """End every exchange under way."""
        with self._lock:
            for connection in self._using.values():
                _shut(connection)


class SystemTrustAdapter(HTTPAdapter):
    """A requests adapter with the system's certificate store and connections that `CallsInFlight` knows."""

    def __init__(self, calls: CallsInFlight) -> None:
        self._pools = _tracked_pools(calls)
        super().__init__(pool_connections=2, pool_maxsize=4)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **pool_kwargs: Any) -> None:
        """Make the pool manager (called by requests)."""
        super().init_poolmanager(connections, maxsize, block, ssl_context=_context(), **pool_kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **proxy_kwargs: Any) -> PoolManager:
        """Return the manager of connections through `proxy` (called by requests)."""
        manager: PoolManager = super().proxy_manager_for(proxy, ssl_context=_context(), **proxy_kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def build_connection_pool_key_attributes(self, request: Any, verify: Any, cert: Any = None) -> tuple[Any, Any]:
        """Name the pool of a request: host, port and our own trust, never the bundle requests carries."""
        host, _ = super().build_connection_pool_key_attributes(request, verify, cert)
        return host, {}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave the check of certificates to the system's store, which `_context` demands; there is no bypass."""


def _context() -> ssl.SSLContext:
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


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
