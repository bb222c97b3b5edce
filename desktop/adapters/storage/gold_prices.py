"""The daily gold price in the profile's encrypted database."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

from sqlalchemy import Connection, Engine, select

from desktop.adapters.storage.engine import READING
from desktop.adapters.storage.failures import storage_failures
from desktop.adapters.storage.rows import add, values_of
from desktop.adapters.storage.tables import gold_prices
from desktop.domain.compliance.gold_price import GoldPrice


class SqlGoldPrices:
    """Prices as entered; each call is a transaction of its own."""

    def __init__(self, engine: Engine, writing: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._engine = engine
        self._writing = writing

    def add(self, price: GoldPrice) -> None:
        """Keep one more."""
        with self._writing() as connection:
            add(connection, gold_prices, {**values_of(price), "day": price.day.isoformat()})
            connection.commit()

    def latest(self) -> GoldPrice | None:
        """Return the last price of the newest day, None before the first."""
        columns = [column for column in gold_prices.c if column.name != "order"]
        newest = select(*columns).order_by(gold_prices.c.day.desc(), gold_prices.c.order.desc()).limit(1)
        with storage_failures(), self._engine.connect().execution_options(**{READING: True}) as connection:
            row = connection.execute(newest).mappings().first()
        return None if row is None else GoldPrice(**{**row, "day": date.fromisoformat(row["day"])})
