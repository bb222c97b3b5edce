"""A real station and a counter joined to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.headless.counterwatch import Counter
from tests.integration.desktop_sending.real_station import RealStation


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealStation]:
    """One station for the tests of a file."""
    running = RealStation(tmp_path_factory.mktemp("station"))
    running.start()
    yield running
    running.stop()


@pytest.fixture
def counter(station: RealStation, tmp_path: Path) -> Counter:
    """A profile joined to the station's gold shop."""
    made = Counter(tmp_path / "profile").with_cheap_key()
    made.json("enrol", "--station", station.url, "--code", station.new_code(), "--name", "一号柜台")
    return made


@pytest.fixture(scope="module")
def joined(station: RealStation, tmp_path_factory: pytest.TempPathFactory) -> Counter:
    """A joined profile for the tests of a file that leave it as it is."""
    made = Counter(tmp_path_factory.mktemp("joined") / "profile").with_cheap_key()
    made.json("enrol", "--station", station.url, "--code", station.new_code())
    return made
