"""A real station, and a shop whose line to it can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.ui.runtime.language import language
from desktop.ui.runtime.theme import theme
from tests.e2e.cut.shop import Shop
from tests.integration.desktop_sending.real_station import RealStation


@pytest.fixture
def station(tmp_path: Path) -> Iterator[RealStation]:
    """A served station with practice data."""
    folder = tmp_path / "station"
    folder.mkdir()
    running = RealStation(folder)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def shop(home: Path, tmp_path: Path, station: RealStation) -> Iterator[Shop]:
    """A window on an empty profile."""
    language().apply("zh")
    theme().apply("light", 100)
    made = Shop(tmp_path / "shop", station)
    yield made
    made.close()
