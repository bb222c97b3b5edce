"""Statements of the generic repository, built once for each shape: building one costs more than running it."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    true,
    update,
)

from station.adapters.storage.sealing import sealed_columns
from station.application.ports import Test

_OPERATORS: dict[str, Callable[[Any, str], ColumnElement[bool]]] = {
    "=": lambda column, name: operator.eq(column, bindparam(name)),
    "!=": lambda column, name: operator.ne(column, bindparam(name)),
    "<": lambda column, name: operator.lt(column, bindparam(name)),
    "<=": lambda column, name: operator.le(column, bindparam(name)),
    ">": lambda column, name: operator.gt(column, bindparam(name)),
    ">=": lambda column, name: operator.ge(column, bindparam(name)),
    "in": lambda column, name: column.in_(bindparam(name, expanding=True)),
    "is null": lambda column, _name: column.is_(None),
    "not null": lambda column, _name: column.is_not(None),
}
_WITHOUT_VALUE = ("is null", "not null")

Shape = tuple[tuple[str, str, str], ...]
"""Tests without their values: (column, sign, name of the bound value)."""


@dataclass(frozen=True, slots=True)
class Where:
    """A condition: its shape, by which the statement is found, and the values for it."""

    shape: Shape
    bound: dict[str, object]

    @property
    def listed(self) -> bool:
        """True when a test compares with a list of values."""
        return any(sign == "in" for _column, sign, _name in self.shape)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The statements of one table that every request needs."""

    names: list[str]
    insert: Insert
    by_key: Select[Any]
    keys: list[str]
    sealed: tuple[str, ...]


def shape_of(tests: Sequence[Test], equals: Mapping[str, object]) -> Where:
    """Split tests into shape and values; equality with None is a test for NULL."""
    every = [*tests, *((name, "is null" if value is None else "=", value) for name, value in equals.items())]
    shape, bound = [], {}
    for number, (column, sign, value) in enumerate(every):
        name = f"test_{number}"
        shape.append((column, sign, name))
        if sign not in _WITHOUT_VALUE:
            bound[name] = list(value) if sign == "in" and isinstance(value, Sequence | Mapping) else value
    return Where(tuple(shape), bound)


@cache
def prepared(table: Table, kind: Any) -> Prepared:
    """Return the names of a record's columns, its insert, and its look-up by key."""
    names = [item.name for item in fields(kind)]
    keys = [column.name for column in table.primary_key.columns]
    by_key = select(*(table.c[name] for name in names)).where(_same_key(table))
    return Prepared(names, insert(table), by_key, keys, sealed_columns(table))


@cache
def finding(table: Table, names: tuple[str, ...], shape: Shape, order: tuple[str, ...], limited: bool) -> Select[Any]:
    """Return a select of the columns `names`; with `limited` the value `most` bounds it."""
    statement = select(*(table.c[name] for name in names)).where(_where(table, shape))
    for name in order:
        column = table.c[name.removeprefix("-")]
        statement = statement.order_by(column.desc() if name.startswith("-") else column)
    return statement.limit(bindparam("most")) if limited else statement


@cache
def counting(table: Table, shape: Shape) -> Select[Any]:
    """Return a count."""
    return select(func.count()).select_from(table).where(_where(table, shape))


@cache
def changing(table: Table, columns: tuple[str, ...], shape: Shape) -> Update:
    """Return an update by key of `columns` to the values `new_NAME`."""
    changed: dict[str, Any] = {name: bindparam(f"new_{name}") for name in columns}
    return update(table).where(_same_key(table), _where(table, shape)).values(changed)


@cache
def removing(table: Table, shape: Shape) -> Delete:
    """Return a delete."""
    return delete(table).where(_where(table, shape))


def _same_key(table: Table) -> ColumnElement[bool]:
    return and_(*(column == bindparam(f"key_{column.name}") for column in table.primary_key.columns))


def _where(table: Table, shape: Shape) -> ColumnElement[bool]:
    return and_(true(), *(_OPERATORS[sign](table.c[column], name) for column, sign, name in shape))
