"""The Store port on SQLAlchemy Core, and making and opening a database."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any, TypeVar, cast

from sqlalchemy import Engine, insert, inspect, select
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError

from station.adapters.storage import case_tables, tables
from station.adapters.storage.engine import ensure_supported, make_engine
from station.adapters.storage.sealing import Seals
from station.adapters.storage.unit import SqlUnit
from station.adapters.storage.writer import GroupCommitWriter, Wakes
from station.application.errors import Refused, StationNotReady, busy
from station.application.ports import Hub, Unit

_log = logging.getLogger(__name__)

T = TypeVar("T")

SCHEMA_VERSION = 3
_ALL_TABLES = case_tables.alerts.metadata


class SqlStore:
    """One writer thread and snapshot readers over a database."""

    def __init__(
        self, url: str, hub: Hub, writer: type[GroupCommitWriter] = GroupCommitWriter, seals: Seals | None = None
    ) -> None:
        self._hub = hub
        self._readers = make_engine(url, writer=False, seals=seals)
        self._writers = make_engine(url, writer=True, seals=seals)
        self._writer = writer(self._writers, self._publish)

    @property
    def writers(self) -> Engine:
        """The writing engine, for the watcher that notices other processes' commits."""
        return self._writers

    @property
    def name(self) -> str:
        """How this process signs its announcements."""
        return self._writer.name

    def write(self, job: Callable[[Unit], T | Refused], *, urgent: bool = False) -> T:
        """Run `job` in a transaction and return its result after the commit; see the port."""
        with _passing_trouble(SQLAlchemyError):
            result = self._submitted(job, urgent).result()
        return _settled(result)

    async def write_soon(self, job: Callable[[Unit], T | Refused], *, urgent: bool = False) -> T:
        """Do as `write` without blocking the event loop; see the port."""
        with _passing_trouble(SQLAlchemyError):
            result = await asyncio.wrap_future(self._submitted(job, urgent))
        return _settled(result)

    def _submitted(self, job: Callable[[Unit], T | Refused], urgent: bool) -> "Future[T | Refused]":
        future = self._writer.submit(cast("Callable[[SqlUnit], object]", job), urgent=urgent)
        return cast("Future[T | Refused]", future)

    def read(self, job: Callable[[Unit], T]) -> T:
        """Run `job` on a snapshot; changes made in it are thrown away. Raises Refused("busy") while the server is away."""
        with _passing_trouble(OperationalError, InterfaceError):
            try:
                return self._read(job)
            except DBAPIError as error:
                if not error.connection_invalidated:
                    raise
            # The server it spoke to has gone: the next connection may find its successor.
            return self._read(job)

    def _read(self, job: Callable[[Unit], T]) -> T:
        with self._readers.connect() as connection:
            return job(cast("Unit", SqlUnit(connection)))

    def close(self) -> None:
        """Finish the queued writes and close every connection."""
        self._writer.close()
        self._readers.dispose()
        self._writers.dispose()

    def _publish(self, wakes: Wakes) -> None:
        for topic, message in wakes:
            self._hub.publish(topic, message)


@contextmanager
def _passing_trouble(*kinds: type[SQLAlchemyError]) -> Iterator[None]:
    try:
        yield
    except kinds as error:
        # A full disk, a locked file, a server that fails over passes: the sender keeps the letter and tries again.
        _log.warning("the database failed: %s", type(error).__name__)
        raise busy() from None


def _settled(result: T | Refused) -> T:
    if isinstance(result, Refused):
        raise result
    return result


def create_database(url: str, facts: Mapping[str, Any]) -> None:
    """Create every table and the station's facts; raises StationNotReady("already-initialised") on a used database."""
    ensure_supported(url)
    engine = make_engine(url, writer=True)
    try:
        with engine.begin() as connection:
            if inspect(connection).has_table(tables.meta.name):
                raise StationNotReady("already-initialised")
            _ALL_TABLES.create_all(connection)
            rows = [{"name": name, "value": str(value)} for name, value in facts.items()]
            connection.execute(insert(tables.meta), [*rows, {"name": "schema_version", "value": str(SCHEMA_VERSION)}])
            connection.execute(insert(tables.counters), [{"name": "seq", "value": 0}])
    finally:
        engine.dispose()


def read_facts(url: str) -> dict[str, str]:
    """Return the station's facts; raises StationNotReady when the database is not (or is a newer) station's."""
    ensure_supported(url)
    engine = make_engine(url, writer=False)
    try:
        with engine.connect() as connection:
            if not inspect(connection).has_table(tables.meta.name):
                raise StationNotReady("not-initialised")
            facts = {row.name: row.value for row in connection.execute(select(tables.meta.c.name, tables.meta.c.value))}
    finally:
        engine.dispose()
    if int(facts.get("schema_version", "0")) > SCHEMA_VERSION:
        raise StationNotReady("newer-schema")
    return facts
