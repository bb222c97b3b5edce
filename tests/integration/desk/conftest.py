"""A real station over a real file with a small county in it; the clock stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from station.adapters.passwords import MADE_UP, Argon2Passwords
from station.bootstrap import initialise, open_station
from station.settings import read_settings
from tests.fakes.county import County, found_county
from tests.support import FixedClock


@pytest.fixture
def county(tmp_path: Path, clock: FixedClock) -> Iterator[County]:
    """Open the station and found the county."""
    settings = read_settings(str(tmp_path / "station.sqlite"), environ={})
    initialise(settings, "连城")
    running = open_station(settings, clock=clock, passwords=Argon2Passwords(*MADE_UP))
    yield found_county(running)
    running.close()
