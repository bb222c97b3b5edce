"""The short road to the profile: one connection, no SQLAlchemy, and only the four rows of a silent alarm."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.adapters.storage.connection import DATABASE, connect
from desktop.adapters.storage.driver_failures import driver_failures
from desktop.adapters.storage.forms import ALERTS, OUTBOX, RECORDS, Form
from desktop.adapters.storage.grams import REMEMBER
from desktop.adapters.storage.kept_facts import BUNDLE, READ_FACT, SHOP, bundle_of, shop_of
from desktop.adapters.storage.record_row import record_row, words_of
from desktop.adapters.storage.schema_versions import READ_VERSION, VERSION_TABLE, VERSIONS
from desktop.application.errors import ProfileLocked

if TYPE_CHECKING:
    from desktop.domain.alert.alert import Alert
    from desktop.domain.alert.bundle import Bundle
    from desktop.domain.delivery.outbox import OutboxEntry
    from desktop.domain.member.shop import Shop


class EarlyStorage:
    """An enrolled shop's profile of the newest schema, open for silent alarms alone; for one thread at a time.

    Raises StorageFailed, and ProfileLocked("newer-version") for any other schema than the newest: an upgrade is the
    ordinary road's work.
    """

    def __init__(self, home: Path, key: bytes) -> None:
        self._lock = threading.Lock()
        with driver_failures():
            self._connection: Any = connect(home / DATABASE, key)
            try:
                self._refuse_other_schema()
            except BaseException:
                self._connection.close()
                raise

    @contextlib.contextmanager
    def begin(self) -> Iterator[_Work]:
        """Start a write transaction, rolled back unless committed."""
        with self._lock, driver_failures():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._refuse_other_schema()
                yield _Work(self._connection)
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def shop(self) -> Shop | None:
        """Return the enrolled shop."""
        with self._lock, driver_failures():
            return _Work(self._connection).shop()

    def bundle(self) -> Bundle | None:
        """Return the checklists the station published last."""
        with self._lock, driver_failures():
            said = _fact(self._connection, BUNDLE)
            return None if said is None else bundle_of(said)

    def close(self) -> None:
        """Close the connection; what is being saved is saved first."""
        with self._lock:
            self._connection.close()

    def _refuse_other_schema(self) -> None:
        made = self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (VERSION_TABLE,)).fetchone()
        found = made and self._connection.execute(READ_VERSION).fetchone()
        if found != (VERSIONS[-1],):
            raise ProfileLocked("newer-version")


class _Work:
    """One transaction on the open connection."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def shop(self) -> Shop | None:
        said = _fact(self._connection, SHOP)
        return None if said is None else shop_of(said)

    def add(self, alert: Alert, letter: OutboxEntry) -> None:
        alert_row = {name: getattr(alert, name) for name in ALERTS.columns}
        letter_row = {name: getattr(letter, name) for name in OUTBOX.columns if name != "order"}
        record = record_row(alert_row, letter_row, None, None)
        _insert(self._connection, ALERTS, alert_row)
        _insert(self._connection, OUTBOX, letter_row)
        order = _insert(self._connection, RECORDS, record)
        self._connection.execute(REMEMBER, {"id": order, "words": words_of(record, alert.narrative)})

    def commit(self) -> None:
        self._connection.execute("COMMIT")


def _fact(connection: Any, name: str) -> Any:
    found = connection.execute(READ_FACT, (name,)).fetchone()
    return None if found is None else json.loads(found[0])


def _insert(connection: Any, form: Form, row: Mapping[str, Any]) -> int:
    stored = form.stored(row)
    return int(connection.execute(form.insert(tuple(stored)), stored).lastrowid)
