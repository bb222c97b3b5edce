"""What a profile keeps on the disk is its owner's alone, whatever the umask says."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.adapters.logs import LogFiles
from desktop.adapters.storage.profile import open_storage
from station.bootstrap import initialise, open_station
from station.settings import read_settings
from tests.support import OPENING


@pytest.fixture
def generous() -> Iterator[None]:
    """A umask that takes nothing away."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """Name what somebody else may read or write in a folder, itself included."""
    if os.name == "nt":
        return []  # there a user's own folder keeps others out, and modes say nothing
    made = [folder, *folder.rglob("*")]
    return [path.name for path in made if stat.S_IMODE(path.lstat().st_mode) & 0o077]


@pytest.mark.usefixtures("generous")
def test_a_profile(tmp_path: Path) -> None:
    home = tmp_path / "home"
    storage = open_storage(home, b"k" * 32, now=OPENING)
    try:
        with storage.begin() as work:
            work.outbox.hold("terminal-revoked")
            work.commit()
        storage.backup(home / "backups" / "copy.db")
        names = {path.name for path in home.rglob("*")}
        assert {"profile.db", "profile.db-wal", "profile.db-shm", "copy.db"} <= names
        assert open_to_others(home) == []
    finally:
        storage.close()


@pytest.mark.usefixtures("generous")
def test_the_logs(tmp_path: Path) -> None:
    logs = LogFiles(tmp_path / "logs")
    try:
        logging.getLogger("desktop").warning("one line")
        names = {path.name for path in (tmp_path / "logs").iterdir()}
        assert {"counterwatch.log", "faults.log"} <= names
        assert open_to_others(tmp_path / "logs") == []
    finally:
        logs.close()


@pytest.mark.usefixtures("generous")
def test_a_station(tmp_path: Path) -> None:
    folder = tmp_path / "station"
    settings = read_settings(str(folder / "station.sqlite"), environ={})
    initialise(settings, "连城")
    running = open_station(settings)
    # The journals are there while somebody reads; SQLite gives them the mode of the database.
    reader = sqlite3.connect(folder / "station.sqlite")
    try:
        reader.execute("SELECT count(*) FROM alerts").fetchone()
        names = {path.name for path in folder.iterdir()}
        assert {"station.sqlite", "station.sqlite-wal", "station.sqlite-shm", "station.sqlite.key"} <= names
        assert open_to_others(folder) == []
    finally:
        reader.close()
        running.close()
