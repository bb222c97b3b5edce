"""Engines and the few statements that are SQLite's own; nothing else in the station knows which database it is."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

from station.application.errors import StationNotReady

BUSY_SECONDS = 10


def make_engine(url: str, *, writer: bool) -> Engine:
    """Return an engine; a writer's transactions take the write lock at once, a reader's are snapshots."""
    if not url.startswith("sqlite"):
        return create_engine(url, hide_parameters=True)
    engine = create_engine(
        url,
        # Statements' values are people's data: they must not reach an error text.
        hide_parameters=True,
        # The driver's legacy mode opens no transaction for SELECT or DDL: we say BEGIN ourselves.
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": BUSY_SECONDS},
        pool_size=1 if writer else 8,
        max_overflow=0 if writer else 56,
    )
    event.listen(engine, "connect", _pragmas)
    event.listen(engine, "begin", _begin_immediate if writer else _begin_deferred)
    return engine


def database_file(url: str) -> Path | None:
    """Return the file of a SQLite URL, None for a server's URL."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def normal_url(database: str) -> str:
    """Return a database URL; a bare path means a SQLite file."""
    return database if "://" in database else f"sqlite:///{database}"


def ensure_supported(url: str) -> None:
    """Raise StationNotReady for a database this version does not run on."""
    if make_url(url).get_backend_name() != "sqlite":
        raise StationNotReady("database-kind")


def change_mark(engine: Engine) -> int:
    """Return a number that changes when a connection other than the engine's own has committed."""
    connection = engine.raw_connection()
    try:
        return int(connection.cursor().execute("PRAGMA data_version").fetchone()[0])
    finally:
        connection.close()


def _pragmas(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    # FULL: what was answered survives a power cut; WAL with NORMAL would lose confirmed alerts.
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_deferred(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
