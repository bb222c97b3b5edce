"""A profile put back to how an older version of the app would have left it: its schema, and of the content what fits in it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config

from desktop.adapters.storage.connection import connect
from desktop.adapters.storage.engine import make_engine
from desktop.adapters.storage.migrate import SCRIPTS
from tests.faults.world import KEY

_OWN = ("alembic_version", "sqlite_sequence")


def rewrite_as(path: Path, revision: str) -> None:
    """Replace the profile by one of schema `revision` (0001 …) with the same letters, receipts, drafts and facts."""
    older = path.with_name("older.db")
    older.unlink(missing_ok=True)
    engine = make_engine(older, KEY)
    with engine.connect() as connection:
        config = Config()
        config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        connection.commit()
    engine.dispose()
    with closing(connect(older, KEY)) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute(f"ATTACH DATABASE ? AS newer KEY \"x'{KEY.hex()}'\"", (str(path),))
        for table, columns in _tables(database):
            names = ", ".join(f'"{name}"' for name in columns)
            database.execute(f'DELETE FROM main."{table}"')
            database.execute(f'INSERT INTO main."{table}" ({names}) SELECT {names} FROM newer."{table}"')
        database.commit()
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    older.replace(path)


def _tables(database: Any) -> list[tuple[str, list[str]]]:
    """Return the plain tables both have, with the columns both have; a search index is filled again as the app fills it."""
    execute = database.execute
    found = execute("SELECT name, sql FROM main.sqlite_master WHERE type = 'table'").fetchall()
    virtual = [name for name, sql in found if "VIRTUAL" in (sql or "").upper()]
    newer = {name for (name,) in execute("SELECT name FROM newer.sqlite_master WHERE type = 'table'")}
    kept = []
    for name, _sql in found:
        if name in _OWN or name not in newer or any(name.startswith(one) for one in virtual):
            continue
        here = [row[1] for row in execute(f'PRAGMA main.table_info("{name}")')]
        there = {row[1] for row in execute(f'PRAGMA newer.table_info("{name}")')}
        kept.append((name, [column for column in here if column in there]))
    return kept
