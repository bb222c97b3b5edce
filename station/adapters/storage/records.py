"""One generic repository: a frozen dataclass and its table, matched by name."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Insert,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    true,
    update,
)
from sqlalchemy.exc import IntegrityError

from station.application.errors import AlreadyThere
from station.application.ports import Test

R = TypeVar("R")

_OPERATORS: dict[str, Callable[[Any, Any], ColumnElement[bool]]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": lambda column, value: column.in_(list(value)),
    "is null": lambda column, _value: column.is_(None),
    "not null": lambda column, _value: column.is_not(None),
}


@dataclass(frozen=True)
class _Prepared:
    """The statements of one table that every request needs, built once: building costs more than running."""

    names: list[str]
    insert: Insert
    by_key: Select[Any]
    keys: list[str]


@cache
def _prepared(table: Table, kind: Any) -> _Prepared:
    names = [item.name for item in fields(kind)]
    keys = [column.name for column in table.primary_key.columns]
    same = and_(*(table.c[name] == bindparam(f"key_{name}") for name in keys))
    return _Prepared(names, insert(table), select(*(table.c[name] for name in names)).where(same), keys)


class SqlRecords(Generic[R]):
    """Records of one type on one open connection (the port `Records`)."""

    def __init__(self, connection: Connection, table: Table, kind: type[R]) -> None:
        self._connection = connection
        self._table = table
        self._kind = kind
        self._ready = _prepared(table, cast("Any", kind))

    def get(self, *key: object) -> R | None:
        """Return the record with this key, or None."""
        values = {f"key_{name}": value for name, value in zip(self._ready.keys, key, strict=True)}
        row = self._connection.execute(self._ready.by_key, values).first()
        return None if row is None else self._kind(*row)

    def add(self, record: R) -> None:
        """Store a new record; raises AlreadyThere when its key or a unique column is taken."""
        values = {name: getattr(record, name) for name in self._ready.names}
        try:
            self._connection.execute(self._ready.insert, values)
        except IntegrityError as error:
            # The driver's message quotes the statement's values: it must not travel on.
            if "foreign key" in str(error.orig).lower():
                raise ValueError(f"{self._table.name}: a record it refers to is missing") from None
            raise AlreadyThere(self._table.name) from None

    def change(self, *key: object, expect: Mapping[str, object] | None = None, **values: object) -> bool:
        """Change columns of one record, only while `expect` still holds; False when nothing matched."""
        statement = update(self._table).where(self._key(key), self._where((), expect or {})).values(**values)
        try:
            return self._connection.execute(statement).rowcount == 1
        except IntegrityError:
            raise AlreadyThere(self._table.name) from None

    def find(self, *tests: Test, order: Sequence[str] = (), limit: int | None = None, **equals: object) -> list[R]:
        """Return records that pass every test; `-column` orders descending."""
        statement = select(*self._columns()).where(self._where(tests, equals))
        for name in order:
            column = self._table.c[name.removeprefix("-")]
            statement = statement.order_by(column.desc() if name.startswith("-") else column)
        if limit is not None:
            statement = statement.limit(limit)
        return [self._kind(*row) for row in self._connection.execute(statement)]

    def count(self, *tests: Test, **equals: object) -> int:
        """Return how many records pass every test."""
        statement = select(func.count()).select_from(self._table).where(self._where(tests, equals))
        return int(self._connection.execute(statement).scalar_one())

    def remove(self, *tests: Test, **equals: object) -> int:
        """Delete the records that pass every test; returns how many went."""
        return self._connection.execute(delete(self._table).where(self._where(tests, equals))).rowcount

    def _columns(self) -> list[ColumnElement[Any]]:
        return [self._table.c[name] for name in self._ready.names]

    def _key(self, key: tuple[object, ...]) -> ColumnElement[bool]:
        columns = list(self._table.primary_key.columns)
        if len(columns) != len(key):
            raise ValueError(f"{self._table.name} has {len(columns)} key columns")
        return and_(*(column == value for column, value in zip(columns, key, strict=True)))

    def _where(self, tests: Sequence[Test], equals: Mapping[str, object]) -> ColumnElement[bool]:
        clauses = [_OPERATORS[sign](self._table.c[name], value) for name, sign, value in tests]
        clauses += [
            self._table.c[name].is_(None) if value is None else self._table.c[name] == value
            for name, value in equals.items()
        ]
        return and_(true(), *clauses)
