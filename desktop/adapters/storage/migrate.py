"""Bringing a profile's schema up to this version: a backup first, then all steps in one transaction."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from desktop.adapters.storage.backup import copy_database
from desktop.adapters.storage.engine import READING
from desktop.adapters.storage.failures import storage_failures
from desktop.adapters.storage.schema_versions import READ_VERSION, VERSION_TABLE, VERSIONS
from desktop.application.errors import ProfileLocked

SCRIPTS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, path: Path, key: bytes, now: datetime) -> Path | None:
    """Migrate when needed and return the backup made before it, None when nothing was or could be lost.

    Raises ProfileLocked("newer-version") for a schema this version does not know, and StorageFailed; in both cases the
    database stays as it was.
    """
    with storage_failures():
        with engine.connect().execution_options(**{READING: True}) as connection:
            version = version_of(connection)
        if version == VERSIONS[-1]:
            return None
        if version is not None and version not in VERSIONS:
            raise ProfileLocked("newer-version")
        backup = None
        if version is not None:
            backup = path.parent / "backups" / f"profile-{now:%Y%m%dT%H%M%SZ}-schema-{version}.db"
            copy_database(path, backup, key)
        with engine.connect() as connection:
            _upgrade(connection)
            connection.commit()
        return backup


def version_of(connection: Connection) -> str | None:
    """Return the schema version of an open database, None for an empty one."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(text(READ_VERSION)).scalar()
    return None if found is None else str(found)


def _upgrade(connection: Connection) -> None:
    # Half a second to import, so only here: an up-to-date profile never pays it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    # Two processes may start at once: whoever gets the write lock second finds the work done.
    if version_of(connection) != VERSIONS[-1]:
        command.upgrade(config, "head")
