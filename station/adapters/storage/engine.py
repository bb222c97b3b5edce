"""Engines and the few statements that are one database's own; nothing else in the station knows which one it is."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

from station.adapters.storage.sealing import Seals
from station.application.errors import StationNotReady

BUSY_SECONDS = 10
CHANNEL = "counterwatch_changed"

# Every writing transaction of every process takes this lock first: numbers then appear in the order of commit.
_WRITE_LOCK = 7_167_001
_SERVER_OPTIONS = (
    f"-c synchronous_commit=on -c lock_timeout={BUSY_SECONDS}s -c statement_timeout=20s"
    " -c idle_in_transaction_session_timeout=60s"
)


def make_engine(url: str, *, writer: bool, seals: Seals | None = None) -> Engine:
    """Return an engine; a writer's transactions take the write lock at once, a reader's are snapshots.

    Without `seals` its units cannot touch tables with sealed columns.
    """
    engine = _sqlite(url, writer=writer) if is_sqlite(url) else _postgres(url, writer=writer)
    engine.update_execution_options(seals=seals)
    return engine


def is_sqlite(url: str) -> bool:
    """True for a SQLite URL."""
    return make_url(url).get_backend_name() == "sqlite"


def database_file(url: str) -> Path | None:
    """Return the file of a SQLite URL, None for a server's URL."""
    parsed = make_url(url)
    return Path(parsed.database) if parsed.get_backend_name() == "sqlite" and parsed.database else None


def normal_url(database: str) -> str:
    """Return a database URL; a bare path means a SQLite file, a PostgreSQL URL the driver that is used."""
    if "://" not in database:
        return f"sqlite:///{database}"
    kind, rest = database.split("://", 1)
    return f"postgresql+psycopg://{rest}" if kind in {"postgresql", "postgres"} else database


def shown_url(url: str) -> str:
    """Return a URL as it may be printed: without its password."""
    return make_url(url).render_as_string(hide_password=True)


def ensure_supported(url: str) -> None:
    """Raise StationNotReady for a database this version does not run on, or whose driver is not installed."""
    kind = make_url(url).drivername
    if kind not in {"sqlite", "postgresql+psycopg"}:
        raise StationNotReady("database-kind")
    if kind != "sqlite" and find_spec("psycopg") is None:
        raise StationNotReady("no-postgres-driver")


def announce(connection: Connection, sender: str) -> None:
    """Tell other processes, with this transaction's commit, that something changed (SQLite's are found by its mark)."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SELECT pg_notify(%s, %s)", (CHANNEL, sender))


def change_mark(engine: Engine) -> int:
    """Return a number that changes when a connection other than the engine's own has committed (SQLite)."""
    connection = engine.raw_connection()
    try:
        return int(connection.cursor().execute("PRAGMA data_version").fetchone()[0])
    finally:
        connection.close()


def _sqlite(url: str, *, writer: bool) -> Engine:
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


def _postgres(url: str, *, writer: bool) -> Engine:
    engine = create_engine(
        url,
        hide_parameters=True,
        # Under the write lock each statement must see what was committed just before; a reader wants one moment.
        isolation_level="READ COMMITTED" if writer else "REPEATABLE READ",
        connect_args={"connect_timeout": BUSY_SECONDS, "options": _SERVER_OPTIONS},
        pool_pre_ping=True,
        pool_size=1 if writer else 8,
        max_overflow=0 if writer else 24,
    )
    if writer:
        event.listen(engine, "begin", _lock_writes)
    return engine


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


def _lock_writes(connection: Connection) -> None:
    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (_WRITE_LOCK,))
