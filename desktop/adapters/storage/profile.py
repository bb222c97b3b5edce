"""The storage of one profile: opened with its key, asked for transactions and for the read side."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from desktop.adapters.storage.backup import copy_database
from desktop.adapters.storage.care import SqlCareStore
from desktop.adapters.storage.connection import BUSY_MS, DATABASE, connect
from desktop.adapters.storage.engine import make_engine, switch_to_wal
from desktop.adapters.storage.failures import storage_failures
from desktop.adapters.storage.gold_prices import SqlGoldPrices
from desktop.adapters.storage.marks import Marks
from desktop.adapters.storage.migrate import bring_up_to_date
from desktop.adapters.storage.parcels import SqlParcels
from desktop.adapters.storage.read_side import SqlReadSide
from desktop.adapters.storage.register import SqlSalesRegister
from desktop.adapters.storage.unit_of_work import SqlUnitOfWork
from desktop.adapters.system.private_files import make_private_file, make_private_folder
from desktop.application.errors import StorageFailed
from desktop.application.ports import UnitOfWork
from desktop.domain.delivery.connectivity import Connectivity

__all__ = ["DATABASE", "Storage", "open_storage"]


class Storage:
    """One open profile database; safe to use from many threads, one writer at a time."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._marks = Marks(key)
        self._engine = make_engine(path, key)
        # Waiting here is fair and at once; SQLite's own waiting polls.
        self._writing = threading.Lock()

    def prepare(self, now: datetime) -> None:
        """Create or migrate the schema; StorageFailed, ProfileLocked("newer-version")."""
        with storage_failures():
            switch_to_wal(self._path, self._key)
        bring_up_to_date(self._engine, self._path, self._key, now)

    @contextlib.contextmanager
    def begin(self) -> Iterator[UnitOfWork]:
        """Start a write transaction, rolled back unless committed; never inside another one. StorageFailed."""
        with self._write() as connection:
            yield SqlUnitOfWork(connection, self._marks)

    def register(self) -> SqlSalesRegister:
        """Return the shop's own sales register, a store apart from the alerts'."""
        return SqlSalesRegister(self._engine, self._write)

    def parcels(self) -> SqlParcels:
        """Return the depot's parcels, by marks."""
        return SqlParcels(self._engine, self._marks)

    def prices(self) -> SqlGoldPrices:
        """Return the daily gold price."""
        return SqlGoldPrices(self._engine, self._write)

    def reads(self, connectivity: Connectivity) -> SqlReadSide:
        """Return the read side."""
        return SqlReadSide(self._engine, connectivity)

    def care(self) -> SqlCareStore:
        """Return the single settings of the profile and the counts the settings page shows."""
        return SqlCareStore(self._engine, self._write)

    @property
    def key(self) -> bytes:
        """Return the database's key, for a backup that brings it along under its own passphrase."""
        return self._key

    def backup(self, target: Path) -> None:
        """Copy the whole profile database, encrypted with the same key; StorageFailed."""
        copy_database(self._path, target, self._key)

    def close(self) -> None:
        """Fold the write-ahead log into the file and close every connection."""
        self._engine.dispose()
        with (
            contextlib.suppress(StorageFailed),
            storage_failures(),
            contextlib.closing(connect(self._path, self._key)) as connection,
        ):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextlib.contextmanager
    def _write(self) -> Iterator[Connection]:
        if not self._writing.acquire(timeout=2 * BUSY_MS / 1000):
            raise StorageFailed("busy")
        try:
            with storage_failures(), self._engine.connect() as connection:
                yield connection
        finally:
            self._writing.release()


def open_storage(home: Path, key: bytes, *, now: datetime) -> Storage:
    """Open the profile in `home`, made when it is not there; the key must already be known to fit (credentials).

    Raises StorageFailed (reason `corrupt` when the file cannot be read with it) and ProfileLocked("newer-version").
    """
    with storage_failures():
        make_private_folder(home)
        make_private_file(home / DATABASE)
    storage = Storage(home / DATABASE, key)
    try:
        storage.prepare(now)
    except BaseException:
        storage.close()
        raise
    return storage
