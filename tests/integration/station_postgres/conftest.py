"""The station on a real PostgreSQL; these tests are collected where the server is installed (CI installs it)."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from station.bootstrap import initialise
from station.settings import Settings, read_settings
from tests.fakes.postgres import fresh_database, postgres, programs

_NUMBERS = itertools.count(1)
collect_ignore_glob = [] if programs() else ["test_*.py"]


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A running server."""
    with postgres() as url:
        yield url


@pytest.fixture
def database(server: str, tmp_path: Path) -> Settings:
    """Settings of a fresh station on the server."""
    url = fresh_database(server, f"station_{next(_NUMBERS)}")
    settings = read_settings(url, str(tmp_path / "station.key"), environ={})
    initialise(settings, "连城")
    return settings
