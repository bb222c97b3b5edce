"""How calls leave this PC, for one open profile."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from desktop.adapters.credentials.secrets import KeyringSecrets
from desktop.adapters.station_api.connector import HttpConnector
from desktop.adapters.storage.profile import Storage
from desktop.adapters.system.clock import SystemClock
from desktop.application.care.network import CurrentRoute
from desktop.application.care_port import ConnectBy, Secrets
from desktop.application.station_port import StationConnector


@dataclass(frozen=True, slots=True)
class NetworkParts:
    """How calls leave this PC: `line` is the route of the moment, `rerouted` is called when the settings have changed."""

    connect: StationConnector
    connect_by: ConnectBy
    secrets: Secrets
    line: CurrentRoute
    rerouted: Callable[[], None]


class _NoSecrets:
    """No keyring: what would go there goes into the encrypted profile."""

    def read(self, name: str) -> str | None:
        return None

    def keep(self, name: str, secret: str) -> bool:
        return False


def network_of(storage: Storage, clock: SystemClock, *, keyring: bool) -> NetworkParts:
    """Return the real network of a profile, by the settings kept in it."""
    owner = hashlib.sha256(b"secrets" + storage.key).hexdigest()[:16]
    secrets: Secrets = KeyringSecrets(owner) if keyring else _NoSecrets()
    line = CurrentRoute(store=storage.care(), secrets=secrets)
    connect = HttpConnector(clock.now, line, clock.shown)

    def rerouted() -> None:
        line.forget()
        connect.reroute()

    return NetworkParts(connect, lambda route: HttpConnector(clock.now, lambda: route), secrets, line, rerouted)


def plain_network(storage: Storage, connect: StationConnector) -> NetworkParts:
    """Return a network that has one way only, whatever the settings say."""
    secrets = _NoSecrets()
    line = CurrentRoute(store=storage.care(), secrets=secrets)
    return NetworkParts(connect, lambda _route: connect, secrets, line, line.forget)
