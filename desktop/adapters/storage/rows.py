"""Moving frozen domain values in and out of rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, Update, bindparam, insert, select, update
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert


def values_of(item: Any, *without: str) -> dict[str, Any]:
    """Return a dataclass's members by name, shallow; mappings become plain dicts for JSON columns."""
    found = {field.name: getattr(item, field.name) for field in fields(item) if field.name not in without}
    return {name: dict(value) if isinstance(value, Mapping) else value for name, value in found.items()}


def put(connection: Connection, table: Table, values: Mapping[str, Any]) -> None:
    """Insert a row or replace all its values, by primary key."""
    connection.execute(_put(table, tuple(values)), dict(values))


def add(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert a row and return its row id."""
    # Values beside the statement: the statement itself is then compiled once.
    result = connection.execute(insert(table), dict(values))
    return int(result.lastrowid or 0)


def change(connection: Connection, table: Table, keys: Mapping[str, Any], values: Mapping[str, Any]) -> int:
    """Update the row with these keys; returns how many there were."""
    parameters = {**values, **{f"key_{name}": value for name, value in keys.items()}}
    return connection.execute(_change(table, tuple(keys)), parameters).rowcount


def one(connection: Connection, table: Table, **keys: Any) -> dict[str, Any] | None:
    """Return the row with these values, or None."""
    row = connection.execute(_by_keys(table, tuple(keys)), keys).mappings().first()
    return None if row is None else dict(row)


# Built once per table: making a statement again costs more than running it.
@cache
def _put(table: Table, names: tuple[str, ...]) -> Insert:
    keys = [column.name for column in table.primary_key]
    statement = sqlite_insert(table)
    rest = {name: statement.excluded[name] for name in names if name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)


@cache
def _change(table: Table, names: tuple[str, ...]) -> Update:
    columns = [table.c[name] for name in names]
    return update(table).where(*(column == bindparam(f"key_{column.name}", type_=column.type) for column in columns))


@cache
def _by_keys(table: Table, names: tuple[str, ...]) -> Select[Any]:
    return select(table).where(*(table.c[name] == bindparam(name, type_=table.c[name].type) for name in names))
