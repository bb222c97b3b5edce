"""Bringing an older station's database to this version's shape."""

from sqlalchemy import Connection, Engine, update

from station.adapters.storage import case_tables, tables
from station.adapters.storage.engine import make_engine
from station.adapters.storage.sealing import Seals, sealed_columns
from station.adapters.storage.store import SCHEMA_VERSION, read_facts
from station.adapters.storage.unit import RecordsOf, SqlUnit


def upgrade_database(url: str, seals: Seals) -> None:
    """Bring the database up in one transaction; nothing happens when it is there already.

    Raises StationNotReady when it is not a station's, or a newer one's.
    """
    found = int(read_facts(url).get("schema_version", "0"))
    if found == SCHEMA_VERSION:
        return
    engine = make_engine(url, writer=True, seals=seals)
    try:
        with engine.begin() as connection:
            case_tables.alerts.metadata.create_all(connection)
            if found < 2:
                # Since version 2 a used activation code is forgotten: a code that is kept is one that may still be used.
                active = tables.members.c.key_thumbprint.is_not(None)
                connection.execute(update(tables.members).where(active).values(activation_hash=""))
            if found < 3:
                _seal_what_was_plain(connection)
            version = tables.meta.c.name == "schema_version"
            connection.execute(update(tables.meta).where(version).values(value=str(SCHEMA_VERSION)))
        if found < 3:
            _forget_old_pages(engine)
    finally:
        engine.dispose()


def _forget_old_pages(engine: Engine) -> None:
    """Write the file anew: what was plain would else stay in its free pages (a server's own vacuum does the same there)."""
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            raw.cursor().execute(statement).close()
    finally:
        raw.close()


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
