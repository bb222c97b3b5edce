"""A real station and a profile joined to it through a line that can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.bootstrap import AppSession, open_profile
from desktop.settings import Settings
from tests.integration.desktop_sending.real_station import CutLine, RealStation


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealStation]:
    """One station for the tests of a file."""
    running = RealStation(tmp_path_factory.mktemp("station"))
    running.start()
    yield running
    running.stop()


@pytest.fixture
def line(station: RealStation) -> Iterator[CutLine]:
    """The line."""
    made = CutLine(station)
    yield made
    made.close()


@dataclass
class Joined:
    """An open profile of the gold shop."""

    session: AppSession
    line: CutLine
    station: RealStation


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[AppSession]:
    """A profile of no shop."""
    session = open_profile(Settings(tmp_path / "profile", passphrase="a long enough passphrase"), None)
    yield session
    session.close()


@pytest.fixture
def joined(fresh: AppSession, line: CutLine, station: RealStation) -> Joined:
    """A profile of the gold shop."""
    fresh.services.enrol(line.url, station.new_code(), "一号柜台")
    return Joined(fresh, line, station)
