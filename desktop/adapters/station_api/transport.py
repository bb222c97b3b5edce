"""One HTTP exchange within limits of time and size; every failure of the network comes out as `StationUnreachable`."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import requests
from requests.exceptions import ConnectionError as RequestsConnectionError
from requests.exceptions import ProxyError, SSLError, Timeout
from requests.utils import get_environ_proxies
from urllib3.exceptions import HTTPError, ReadTimeoutError

from desktop.adapters.station_api.addresses import is_loopback
from desktop.adapters.station_api.sockets import CallsInFlight, SystemTrustAdapter
from desktop.application.care_port import Route
from desktop.application.errors import StationUnreachable

_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class CallLimits:
    """Patience and appetite of one call (PROTOCOL client rules), in seconds and bytes."""

    connect_s: float = 5.0
    read_s: float = 20.0
    feed_margin_s: float = 10.0
    whole_s: float = 60.0
    answer_bytes: int = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whoever sent it: not yet believed to be a station's."""

    status: int
    headers: Mapping[str, str]
    body: bytes


Sign = Callable[[requests.PreparedRequest], None]
"""Puts the signature headers on a prepared request."""


class Transport:
    """Keeps connections to one station; thread-safe, and `abort` ends what is under way."""

    def __init__(self, limits: CallLimits, route: Callable[[], Route] = Route) -> None:
        self._limits = limits
        self._route = route
        self._calls = CallsInFlight()
        self._lock = threading.Lock()
        self._session: requests.Session | None = None
        self._aborted = threading.Event()

    def exchange(self, request: requests.Request, sign: Sign | None, read_s: float) -> Answer:
        """Send one request and return the answer, whatever its status; redirects are answers, never followed."""
        if self._aborted.is_set():
            raise StationUnreachable("network")
        session = self._current_session()
        prepared = session.prepare_request(request)
        if sign is not None:
            sign(prepared)
        cut = self._calls.begin(self._limits.whole_s)
        try:
            answer = self._send(session, prepared, read_s)
            if cut.done or self._aborted.is_set():
                # A socket shut by us looks like a peer that had no more to say.
                raise StationUnreachable("network" if self._aborted.is_set() else "timeout")
            return answer
        except StationUnreachable:
            raise
        except (requests.RequestException, HTTPError, http.client.HTTPException, OSError, UnicodeError) as error:
            # A proxy or certificate set-up may have changed under us: the next call looks at the system afresh.
            self._forget_session(session)
            raise StationUnreachable("timeout" if cut.done and not self._aborted.is_set() else _reason(error)) from None
        finally:
            self._calls.end()

    def abort(self) -> None:
        """End every exchange at once, now and later."""
        self._aborted.set()
        self._calls.cut_all()
        self.close()

    def close(self) -> None:
        """Let the kept connections go."""
        with self._lock:
            session, self._session = self._session, None
        if session is not None:
            session.close()

    def _send(self, session: requests.Session, prepared: requests.PreparedRequest, read_s: float) -> Answer:
        response = session.send(
            prepared,
            timeout=(self._limits.connect_s, read_s),
            allow_redirects=False,
            stream=True,
            proxies=session.proxies,
            verify=True,
        )
        with response:
            body = bytearray()
            while chunk := response.raw.read(_CHUNK, decode_content=False):
                body += chunk
                if len(body) > self._limits.answer_bytes:
                    raise StationUnreachable("not-a-station")
            return Answer(response.status_code, response.headers, bytes(body))

    def _current_session(self) -> requests.Session:
        with self._lock:
            if self._session is None:
                self._session = _new_session(self._calls, self._route())
            return self._session

    def _forget_session(self, session: requests.Session) -> None:
        with self._lock:
            if self._session is session:
                self._session = None
        # Another thread may still be reading on it: its sockets close when that thread is done.


def _new_session(calls: CallsInFlight, route: Route) -> requests.Session:
    session = _RoutedSession(route)
    # The system's settings are read by us, once per session: requests would read them again on every call, and would
    # also take passwords from ~/.netrc.
    session.trust_env = False
    session.mount("https://", SystemTrustAdapter(calls, route.ca_file))
    session.mount("http://", SystemTrustAdapter(calls, route.ca_file))
    session.headers["User-Agent"] = "counterwatch/1"
    session.headers["Accept"] = "application/json, application/problem+json"
    session.headers["Accept-Encoding"] = "identity"
    return session


class _RoutedSession(requests.Session):
    """Goes by the proxy of the route, or the system's, or straight; this very machine is always spoken to straight."""

    def __init__(self, route: Route) -> None:
        super().__init__()
        self._by = route.proxy

    def prepare_request(self, request: requests.Request) -> requests.PreparedRequest:
        prepared = super().prepare_request(request)
        if not self.proxies and not _is_local(prepared.url):
            if self._by is None:
                self.proxies.update(get_environ_proxies(prepared.url or ""))
            elif self._by:
                self.proxies.update({"http": self._by, "https": self._by})
        return prepared


def _is_local(url: str | None) -> bool:
    return is_loopback(urlsplit(url or "").hostname or "")


def _reason(error: Exception) -> str:
    if isinstance(error, Timeout | ReadTimeoutError):
        return "timeout"
    if isinstance(error, SSLError):
        return "tls"
    if isinstance(error, ProxyError):
        return "proxy"
    if isinstance(error, RequestsConnectionError):
        return "timeout" if "timed out" in str(error).lower() else "network"
    if isinstance(error, requests.RequestException):
        return "not-a-station"
    return "network"
