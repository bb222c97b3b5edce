"""The database engine over encrypted connections: WAL, and transactions that we begin ourselves."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desktop.adapters.storage.connection import connect

READING = "reading"
"""Execution option of connections that only read: their transaction takes no write lock."""


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
