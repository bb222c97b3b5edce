"""Gives the API of a station address, loading requests, pydantic and the signature libraries only when first asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from desktop.adapters.station_api.addresses import api_base
from desktop.application.care_port import Route
from desktop.application.errors import StationUnreachable

if TYPE_CHECKING:
    from desktop.adapters.station_api.client import HttpStation
    from desktop.application.station_port import StationAddress


class HttpConnector:
    """A `StationConnector` over HTTP; one address always gets the same object.

    `now` is the aware wall clock, `route` how calls leave this PC, asked for each new connection, `shown` is told a
    station's time when the station found ours wrong.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        route: Callable[[], Route] = Route,
        shown: Callable[[datetime], None] | None = None,
    ) -> None:
        self._now = now
        self._route = route
        self._shown = shown
        self._lock = threading.Lock()
        self._stations: dict[tuple[str, bytes, str, tuple[str, ...]], HttpStation] = {}
        self._aborted = False

    def __call__(self, address: StationAddress) -> HttpStation:
        """Return the station behind `address`; `StationUnreachable("insecure-url")` for plain http beyond this machine."""
        # The station's keys are part of it: a station seen with new keys is checked by the new ones.
        trusted = tuple(jwk["x"] for jwk in address.station_jwks)
        key = (api_base(address.url), address.terminal_key, address.terminal_id, trusted)
        with self._lock:
            if self._aborted:
                raise StationUnreachable("network")
            if key not in self._stations:
                from desktop.adapters.station_api.client import HttpStation

                self._stations[key] = HttpStation(address, self._now, route=self._route, shown=self._shown)
            return self._stations[key]

    def reroute(self) -> None:
        """The route has changed: later calls of every address take the new one."""
        with self._lock:
            stations = tuple(self._stations.values())
        for station in stations:
            station.reroute()

    def abort(self) -> None:
        """End every call under way at once and take no more."""
        with self._lock:
            self._aborted = True
            stations = tuple(self._stations.values())
        for station in stations:
            station.abort()
