"""Copies of a database: made while it is served, and taken back into service under a new epoch."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from station.adapters.storage import case_tables, tables
from station.adapters.storage.engine import make_engine
from station.adapters.storage.unit import SqlUnit
from station.application import auditing
from station.application.errors import StationNotReady
from station.application.ports import Clock, Unit

SEQ_GAP = 1_000_000
"""A restored station counts on from here above what it knows, so that no number it gave before comes again."""
_BUNDLE_GAP = 1_000


def copy_database(source: Path, target: Path) -> int:
    """Write a consistent copy of a database in service and return the seq it covers; `target` appears only whole.

    Raises FileExistsError, and StationNotReady("damaged") when the copy does not pass its check.
    """
    if target.exists():
        raise FileExistsError(17, "File exists", str(target))
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(part)) as copy:
        live.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
        seq = _checked(copy)
    _to_disk(part)
    part.replace(target)
    return seq


def settle(file: Path) -> None:
    """Bring everything written so far into the one file and force it to the disk, so that it can be moved alone."""
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        database.execute("PRAGMA journal_mode=DELETE")
    _to_disk(file)


def check_copy(file: Path) -> int:
    """Return the seq a copy covers; raises StationNotReady damaged or not-initialised."""
    if not file.is_file():
        raise StationNotReady("no-backup")
    with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as copy:
        return _checked(copy)


def complete_files(url: str) -> list[tuple[str, str, int]]:
    """Return (alert_id, sha256, length on the disk) of every whole attachment."""
    files = case_tables.attachments.c
    engine = make_engine(url, writer=False)
    try:
        with engine.connect() as connection:
            rows = connection.execute(
                select(files.alert_id, files.sha256, files.sealed_bytes).where(files.complete_at.is_not(None))
            )
            return [(row.alert_id, row.sha256, row.sealed_bytes) for row in rows]
    finally:
        engine.dispose()


def keep_only_files(url: str, here: set[tuple[str, str]]) -> None:
    """Forget attachments whose file is not `here`: a row without its file could never be sent again."""
    files = case_tables.attachments
    with _writing(url) as connection:
        rows = connection.execute(select(files.c.alert_id, files.c.sha256)).all()
        for alert_id, sha256 in rows:
            if (alert_id, sha256) not in here:
                same = (files.c.alert_id == alert_id, files.c.sha256 == sha256)
                connection.execute(delete(files).where(*same))


def note_backup(url: str, seq: int, clock: Clock) -> None:
    """Remember that everything up to `seq` is in a finished backup; never goes back."""
    with _writing(url) as connection:
        if seq > int(_fact(connection, "durable_seq") or "0"):
            _set_fact(connection, "durable_seq", str(seq))
        _audit(connection, clock, "station.backup", {"seq": seq})


def start_epoch(url: str, epoch: str, known_seq: int, clock: Clock) -> int:
    """Begin a new epoch in a restored database and return the seq it goes on from.

    `known_seq` is the highest number known from elsewhere (the database that is being replaced).
    """
    counters, bundles = tables.counters.c, tables.bundles.c
    with _writing(url) as connection:
        covered = connection.execute(select(counters.value).where(counters.name == "seq")).scalar_one()
        seq = max(covered, known_seq) + SEQ_GAP
        connection.execute(update(tables.counters).where(counters.name == "seq").values(value=seq))
        last_bundle = connection.execute(select(func.max(bundles.version))).scalar() or 0
        _set_fact(connection, "bundle_floor", str(max(last_bundle, _whole(connection, "bundle_floor")) + _BUNDLE_GAP))
        _set_fact(connection, "epoch", epoch)
        _set_fact(connection, "durable_seq", str(covered))
        connection.execute(delete(tables.sessions))
        _audit(connection, clock, "station.restore", {"epoch": epoch, "covered": covered})
    return int(seq)


def last_seq(url: str) -> int:
    """Return the last number a database gave; 0 when it cannot be read (it is being replaced because it is broken)."""
    file = make_engine(url, writer=False)
    try:
        with file.connect() as connection:
            found = select(tables.counters.c.value).where(tables.counters.c.name == "seq")
            return int(connection.execute(found).scalar_one())
    except (SQLAlchemyError, TypeError, ValueError):
        return 0
    finally:
        file.dispose()


def ensure_idle(file: Path) -> None:
    """Raise StationNotReady("in-use") while another process has the database open."""
    with closing(sqlite3.connect(file, timeout=0.5, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        except sqlite3.OperationalError:
            raise StationNotReady("in-use") from None
        except sqlite3.DatabaseError:
            return  # too broken to be in use


def _checked(copy: sqlite3.Connection) -> int:
    try:
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise StationNotReady("damaged")
        return int(copy.execute("SELECT value FROM counters WHERE name = 'seq'").fetchone()[0])
    except (sqlite3.DatabaseError, TypeError):
        raise StationNotReady("damaged") from None


@contextmanager
def _writing(url: str) -> Iterator[Connection]:
    engine = make_engine(url, writer=True)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _audit(connection: Connection, clock: Clock, action: str, detail: dict[str, object]) -> None:
    unit = cast("Unit", SqlUnit(connection))
    auditing.record(unit, at=clock.now(), actor="cli", action=action, subject="station", detail=detail)


def _fact(connection: Connection, name: str) -> str:
    return SqlUnit(connection).meta(name)


def _whole(connection: Connection, name: str) -> int:
    return int(_fact(connection, name) or "0")


def _set_fact(connection: Connection, name: str, value: str) -> None:
    same = tables.meta.c.name == name
    if not connection.execute(update(tables.meta).where(same).values(value=value)).rowcount:
        connection.execute(insert(tables.meta), [{"name": name, "value": value}])


def _to_disk(file: Path) -> None:
    with file.open("rb+") as written:
        os.fsync(written.fileno())
