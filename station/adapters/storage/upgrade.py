"""Bringing an older station's database to this version's shape."""

import logging

from sqlalchemy import Connection, Engine, delete, insert, update

from station.adapters.storage import case_tables, tables
from station.adapters.storage.engine import make_engine
from station.adapters.storage.sealing import Seals, sealed_columns
from station.adapters.storage.store import SCHEMA_VERSION, read_facts
from station.adapters.storage.unit import RecordsOf, SqlUnit

_log = logging.getLogger(__name__)

OLD_PAGES = "old_pages"
"""A fact that stands as long as the file may hold, in pages nobody uses, what was plain before."""


def upgrade_database(url: str, seals: Seals) -> None:
    """Bring the database up in one transaction; nothing happens when it is there already.

    Raises StationNotReady when it is not a station's, or a newer one's.
    """
    facts = read_facts(url)
    found = int(facts.get("schema_version", "0"))
    if found == SCHEMA_VERSION and OLD_PAGES not in facts:
        return
    engine = make_engine(url, writer=True, seals=seals)
    try:
        if found < SCHEMA_VERSION:
            with engine.begin() as connection:
                _bring_up(connection, found)
        _forget_old_pages(engine)
    finally:
        engine.dispose()


def _bring_up(connection: Connection, found: int) -> None:
    case_tables.alerts.metadata.create_all(connection)
    facts = tables.meta
    if found < 2:
        # Since version 2 a used activation code is forgotten: a code that is kept is one that may still be used.
        active = tables.members.c.key_thumbprint.is_not(None)
        connection.execute(update(tables.members).where(active).values(activation_hash=""))
    if found < 3:
        _seal_what_was_plain(connection)
        # Another process may have done the same just before.
        connection.execute(delete(facts).where(facts.c.name == OLD_PAGES))
        connection.execute(insert(facts).values(name=OLD_PAGES, value="1"))
    connection.execute(update(facts).where(facts.c.name == "schema_version").values(value=str(SCHEMA_VERSION)))


def _forget_old_pages(engine: Engine) -> None:
    """Write the file anew: what was plain would else stay in its free pages (a server's own vacuum does the same there).

    What a kill, a full disk or another process prevents is tried again at the next start.
    """
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()
        try:
            for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                raw.cursor().execute(statement).close()
        except engine.dialect.loaded_dbapi.Error as error:
            _log.warning("old pages could not be written anew: %s; tried again at the next start", type(error).__name__)
            return
        finally:
            raw.close()
    with engine.begin() as connection:
        connection.execute(delete(tables.meta).where(tables.meta.c.name == OLD_PAGES))


def _seal_what_was_plain(connection: Connection) -> None:
    """Since version 3 people's names and free text are sealed; a sealed value needs more room than a plain one had."""
    unit = SqlUnit(connection)
    for attribute, holder in vars(SqlUnit).items():
        names = sealed_columns(holder.table) if isinstance(holder, RecordsOf) else ()
        if not names:
            continue
        if connection.dialect.name == "postgresql":
            for name in names:
                connection.exec_driver_sql(f"ALTER TABLE {holder.table.name} ALTER COLUMN {name} TYPE TEXT")
        keys = [column.name for column in holder.table.primary_key.columns]
        kept = getattr(unit, attribute)
        for record in kept.find():
            kept.change(*(getattr(record, key) for key in keys), **{name: getattr(record, name) for name in names})
