"""The shop's own sales register in the profile's encrypted database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, func, or_, select, true

from desktop.adapters.storage.engine import READING
from desktop.adapters.storage.failures import storage_failures
from desktop.adapters.storage.rows import add, one, values_of
from desktop.adapters.storage.tables.register import sale_notes, sales
from desktop.application.errors import NotFound
from desktop.domain.compliance.sale import Customer, KeptSale, Sale, SaleNote, kept_sales

Writing = Callable[[], AbstractContextManager[Connection]]
"""Start a write transaction on a connection, rolled back unless committed."""


class SqlSalesRegister:
    """Entries and notes; each call is a transaction of its own."""

    def __init__(self, engine: Engine, writing: Writing) -> None:
        self._engine = engine
        self._writing = writing

    def add(self, sale: Sale) -> None:
        """Keep one entry."""
        with self._writing() as connection:
            add(connection, sales, {**values_of(sale, "customer"), **values_of(sale.customer)})
            connection.commit()

    def note(self, notes: tuple[SaleNote, ...]) -> None:
        """Keep all notes or none; NotFound."""
        with self._writing() as connection:
            for note in notes:
                if one(connection, sales, sale_id=note.sale_id) is None:
                    raise NotFound("sale")
                add(connection, sale_notes, values_of(note))
            connection.commit()

    def following(self, last: Sale | None, limit: int) -> tuple[KeptSale, ...]:
        """Return the entries after one of them, oldest first; from the beginning for None."""
        later = sales.c.at >= last.at if last else true()
        after = or_(sales.c.at > last.at, sales.c.sale_id > last.sale_id) if last else true()
        with self._reading() as connection:
            return _read(connection, [later, after], limit)

    def count(self) -> int:
        """Return how many entries there are."""
        with self._reading() as connection:
            return int(connection.execute(select(func.count()).select_from(sales)).scalar_one())

    def since(self, first: datetime, *, cash_only: bool = False) -> tuple[KeptSale, ...]:
        """Return entries from a time on, oldest first."""
        where = [sales.c.at >= first, *([sales.c.cash_fen > 0] if cash_only else [])]
        with self._reading() as connection:
            return _read(connection, where)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with storage_failures(), self._engine.connect().execution_options(**{READING: True}) as connection:
            yield connection


def _read(
    connection: Connection, where: Sequence[ColumnElement[bool]], limit: int | None = None
) -> tuple[KeptSale, ...]:
    wanted = select(sales).where(*where).order_by(sales.c.at, sales.c.sale_id).limit(limit)
    found = tuple(_sale(dict(row)) for row in connection.execute(wanted).mappings())
    if not found:
        return ()
    columns = [column for column in sale_notes.c if column.name != "order"]
    noted = select(*columns).join(sales, sales.c.sale_id == sale_notes.c.sale_id).where(*where)
    if limit is not None:
        noted = noted.where(sales.c.at <= found[-1].at)
    notes = connection.execute(noted.order_by(sale_notes.c.order)).mappings()
    return kept_sales(found, [SaleNote(**row) for row in notes])


def _sale(row: dict[str, Any]) -> Sale:
    customer = Customer(**{name: str(row.pop(name)) for name in ("name", "id_no", "phone", "account", "mark")})
    return Sale(**row, customer=customer)
