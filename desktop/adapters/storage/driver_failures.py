"""What the disk or the database file did, told from faults of ours; never with a value or a statement inside."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlcipher3 import dbapi2

from desktop.application.errors import StorageFailed

_REASONS = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_CANTOPEN: "io",
    sqlite3.SQLITE_IOERR: "io",
    sqlite3.SQLITE_CORRUPT: "corrupt",
    sqlite3.SQLITE_NOTADB: "corrupt",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_INTERRUPT: "busy",
}


def reason_of(error: BaseException | None) -> str | None:
    """Return the reason of a failure of the world, None when the error is a fault of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(code, int):
        return _REASONS.get(code & 0xFF)
    return "io" if isinstance(error, OSError) else None


@contextmanager
def driver_failures() -> Iterator[None]:
    """Raise StorageFailed for what the disk or the database file did; let faults of ours through."""
    try:
        yield
    except (dbapi2.Error, OSError) as error:
        reason = reason_of(error)
        if reason is None:
            raise
        raise StorageFailed(reason) from None
