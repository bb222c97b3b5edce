"""The encrypted database file and its connections: raw key, WAL, FULL, and transactions that we begin ourselves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

BUSY_MS = 5000
READING = "reading"
"""Execution option of connections that only read: their transaction takes no write lock."""


def connect(path: Path, key: bytes) -> Any:
    """Open one connection with a raw 32-byte key; the driver's own transactions are off."""
    if len(key) != 32:
        raise ValueError("the database key has 32 bytes")
    connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000)
    # Silenced first: the library would print the reason of a wrong key on standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cipher_memory_security = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def make_engine(path: Path, key: bytes) -> Engine:
    """Return the engine of a profile; up to five connections are kept, one writer at a time."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key),
        poolclass=QueuePool,
        pool_size=5,
        max_overflow=15,
        pool_reset_on_return="rollback",
        # Values would otherwise stand in the text of an error, and from there in a log.
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def switch_to_wal(path: Path, key: bytes) -> None:
    """Set the journal mode once; it stays with the file."""
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    finally:
        connection.close()
