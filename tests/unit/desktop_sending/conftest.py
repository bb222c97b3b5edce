"""A scripted station and a client with little patience."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.adapters.station_api.client import HttpStation
from desktop.adapters.station_api.transport import CallLimits
from tests.support import FixedClock
from tests.unit.desktop_sending.profile import Profile, open_test_profile
from tests.unit.desktop_sending.scripted import ScriptedServer
from tests.unit.desktop_sending.station_hand import StationHand

SHORT = CallLimits(connect_s=1.0, read_s=0.3, feed_margin_s=0.3, whole_s=0.9, answer_bytes=200_000)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """A scripted station."""
    running = ScriptedServer()
    yield running
    running.close()


@pytest.fixture
def hand() -> StationHand:
    """The station's key."""
    return StationHand()


@pytest.fixture
def station(server: ScriptedServer, hand: StationHand, clock: FixedClock) -> Iterator[HttpStation]:
    """The client, enrolled at the scripted station."""
    client = HttpStation(hand.address(server.url), clock.now, SHORT)
    yield client
    client.abort()


@pytest.fixture
def station_at(hand: StationHand, clock: FixedClock) -> Iterator[Callable[[str], HttpStation]]:
    """Make clients for any address."""
    made: list[HttpStation] = []

    def make(url: str) -> HttpStation:
        made.append(HttpStation(hand.address(url), clock.now, SHORT))
        return made[-1]

    yield make
    for client in made:
        client.abort()


@pytest.fixture
def fresh(tmp_path: Path, clock: FixedClock) -> Iterator[Profile]:
    """A profile of no shop."""
    with open_test_profile(tmp_path / "profile", clock) as made:
        yield made


@pytest.fixture
def profile(fresh: Profile) -> Profile:
    """A profile of a shop."""
    fresh.enrol()
    return fresh
