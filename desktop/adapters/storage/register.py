"""The shop's own sales register in the profile's encrypted database."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, select

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

    def since(self, first: datetime, *, cash_only: bool = False) -> tuple[KeptSale, ...]:
        """Return entries from a time on, oldest first."""
        with storage_failures(), self._engine.connect().execution_options(**{READING: True}) as connection:
            return _read(connection, first, cash_only=cash_only)


def _read(connection: Connection, first: datetime, *, cash_only: bool) -> tuple[KeptSale, ...]:
    where = [sales.c.at >= first]
    if cash_only:
        where.append(sales.c.cash_fen > 0)
    rows = connection.execute(select(sales).where(*where).order_by(sales.c.at, sales.c.sale_id)).mappings()
    found = tuple(_sale(dict(row)) for row in rows)
    columns = [column for column in sale_notes.c if column.name != "order"]
    noted = select(*columns).join(sales, sales.c.sale_id == sale_notes.c.sale_id).where(*where)
    notes = connection.execute(noted.order_by(sale_notes.c.order)).mappings()
    return kept_sales(found, [SaleNote(**row) for row in notes])


def _sale(row: dict[str, Any]) -> Sale:
    customer = Customer(**{name: str(row.pop(name)) for name in ("name", "id_no", "phone", "account", "mark")})
    return Sale(**row, customer=customer)
