"""Looking into a copy of a profile database without opening it as a profile: is every page whole, what is in it."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.adapters.storage.connection import connect
from desktop.adapters.storage.failures import storage_failures
from desktop.adapters.storage.schema_versions import VERSIONS
from desktop.application.care_port import Contents
from desktop.application.errors import ProfileLocked, StorageFailed

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def look_into(path: Path, key: bytes) -> Contents:
    """Check every page and read the counts. StorageFailed("corrupt"), ProfileLocked("newer-version")."""
    with storage_failures(), contextlib.closing(connect(path, key)) as connection:
        if connection.execute("PRAGMA cipher_integrity_check").fetchall():
            raise StorageFailed("corrupt")
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise StorageFailed("corrupt")
        (schema,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if schema not in VERSIONS:
            raise ProfileLocked("newer-version")
        (records,) = connection.execute("SELECT count(*) FROM records").fetchone()
        (newest,) = connection.execute("SELECT max(created_at) FROM records").fetchone()
        photos: list[tuple[str]] = []
        if schema >= "0003":
            photos = connection.execute("SELECT file FROM attachments WHERE key IS NOT NULL").fetchall()
    newest_at = None if newest is None else _EPOCH + timedelta(microseconds=newest)
    return Contents(schema, records, newest_at, frozenset(name for (name,) in photos))
