"""Who has a profile open: any number of windows and commands share it, a restore needs it alone."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desktop.adapters.system.private_files import make_private_file, make_private_folder
from desktop.application.errors import ProfileLocked

LOCK = "in-use.lock"
"""An empty database without a key: its locks are shared or exclusive on every system and end with the process that has them."""


def share(home: Path) -> Callable[[], None]:
    """Take part in using the profile and return how to end that; ProfileLocked("in-use") while it is being restored.

    Where no lock can be made (a full or broken disk) the profile opens all the same.
    """
    try:
        held = _hold(home, "BEGIN", "SELECT count(*) FROM sqlite_master")
    except (dbapi2.Error, OSError) as error:
        if _is_taken(error):
            raise ProfileLocked("in-use") from None
        return lambda: None
    end: Callable[[], None] = held.close
    return end


@contextlib.contextmanager
def alone(home: Path) -> Iterator[None]:
    """Keep everybody else from opening the profile; ProfileLocked("in-use") when somebody has it open."""
    try:
        held = _hold(home, "BEGIN EXCLUSIVE")
    except (dbapi2.Error, OSError) as error:
        if _is_taken(error):
            raise ProfileLocked("in-use") from None
        # The restore itself says what is wrong with the disk.
        yield
        return
    try:
        yield
    finally:
        held.close()


def _hold(home: Path, *statements: str) -> Any:
    path = home / LOCK
    if not path.exists():
        # Never opened once it is there: closing it would end this process's own locks (POSIX).
        make_private_folder(home)
        make_private_file(path)
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=0)
    try:
        for statement in statements:
            connection.execute(statement).fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _is_taken(error: Exception) -> bool:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
