"""One generic repository: a frozen dataclass and its table, matched by name."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Select, Table
from sqlalchemy.exc import IntegrityError

from station.adapters.storage.quick import Transaction
from station.adapters.storage.sealing import Seals, closed, opened
from station.adapters.storage.statements import Where, changing, counting, finding, prepared, removing, shape_of
from station.application.errors import AlreadyThere
from station.application.ports import Test

R = TypeVar("R")


class SqlRecords(Generic[R]):
    """Records of one type in one open transaction (the port `Records`)."""

    def __init__(self, transaction: Transaction, table: Table, kind: type[R]) -> None:
        self._transaction = transaction
        self._table = table
        self._kind = kind
        self._ready = prepared(table, cast("Any", kind))

    def get(self, *key: object) -> R | None:
        """Return the record with this key, or None."""
        found = self._transaction.rows(self._ready.by_key, self._key(key))
        return self._kind(*self.opened(found[0])) if found else None

    def add(self, record: R) -> None:
        """Store a new record; raises AlreadyThere when its key or a unique column is taken."""
        values = {name: getattr(record, name) for name in self._ready.names}
        if self._ready.sealed:
            values |= self._closed([values[name] for name in self._ready.keys], values)
        try:
            self._transaction.run(self._ready.insert, values)
        except IntegrityError as error:
            # The driver's message quotes the statement's values: it must not travel on.
            if "foreign key" in str(error.orig).lower():
                raise ValueError(f"{self._table.name}: a record it refers to is missing") from None
            raise AlreadyThere(self._table.name) from None

    def change(self, *key: object, expect: Mapping[str, object] | None = None, **values: object) -> bool:
        """Change columns of one record, only while `expect` still holds; False when nothing matched."""
        where = self._shape((), expect or {})
        if self._ready.sealed:
            values |= self._closed(key, values)
        statement = changing(self._table, tuple(values), where.shape)
        bound = {f"new_{name}": value for name, value in values.items()}
        try:
            return self._transaction.run(statement, {**bound, **self._key(key), **where.bound}) == 1
        except IntegrityError:
            raise AlreadyThere(self._table.name) from None

    def find(self, *tests: Test, order: Sequence[str] = (), limit: int | None = None, **equals: object) -> list[R]:
        """Return records that pass every test; `-column` orders descending."""
        where = self._shape(tests, equals)
        statement = finding(self._table, tuple(self._ready.names), where.shape, tuple(order), limit is not None)
        bound = where.bound if limit is None else {**where.bound, "most": limit}
        return [self._kind(*self.opened(row)) for row in self._rows(statement, bound, where.listed)]

    def count(self, *tests: Test, **equals: object) -> int:
        """Return how many records pass every test."""
        where = self._shape(tests, equals)
        return int(self._rows(counting(self._table, where.shape), where.bound, where.listed)[0][0])

    def remove(self, *tests: Test, **equals: object) -> int:
        """Delete the records that pass every test; returns how many went."""
        where = self._shape(tests, equals)
        statement = removing(self._table, where.shape)
        if where.listed:
            return self._transaction.connection.execute(statement, where.bound).rowcount
        return self._transaction.run(statement, where.bound)

    def opened(self, row: Sequence[Any]) -> Sequence[Any]:
        """Return a row, its columns in the record's order, with what was sealed in it opened."""
        ready = self._ready
        if not ready.sealed:
            return row
        values = dict(zip(ready.names, row, strict=True))
        key = [values[name] for name in ready.keys]
        for name in ready.sealed:
            values[name] = opened(self._seals(), self._table.name, name, key, values[name])
        return [*values.values()]

    def _closed(self, key: Sequence[object], values: Mapping[str, Any]) -> dict[str, Any]:
        seals, table = self._seals(), self._table.name
        return {name: closed(seals, table, name, key, values[name]) for name in self._ready.sealed if name in values}

    def _seals(self) -> Seals:
        seals = self._transaction.seals
        if seals is None:
            raise ValueError(f"{self._table.name} holds sealed columns and the database was opened without seals")
        return seals

    def _shape(self, tests: Sequence[Test], equals: Mapping[str, object]) -> Where:
        where = shape_of(tests, equals)
        if any(column in self._ready.sealed for column, _sign, _name in where.shape):
            raise ValueError(f"{self._table.name}: a sealed column cannot be compared")
        return where

    def _rows(self, statement: Select[Any], bound: Mapping[str, Any], listed: bool) -> Sequence[Sequence[Any]]:
        # A list of values makes another text for each length: SQLAlchemy's own road knows how.
        if listed:
            return self._transaction.connection.execute(statement, bound).all()
        return self._transaction.rows(statement, bound)

    def _key(self, key: tuple[object, ...]) -> dict[str, object]:
        if len(self._ready.keys) != len(key):
            raise ValueError(f"{self._table.name} has {len(self._ready.keys)} key columns")
        return {f"key_{name}": value for name, value in zip(self._ready.keys, key, strict=True)}
