"""The daily gold price as the shop's people enter it, append-only; the last of a day counts."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table

from desktop.adapters.storage.tables.columns import count_column, metadata, text_column, time_column

gold_prices = Table(
    "gold_prices",
    metadata,
    Column("order", Integer, primary_key=True, autoincrement=True),
    text_column("day"),
    count_column("fen_per_g"),
    text_column("source"),
    text_column("member_id"),
    time_column("at"),
)
Index("gold_prices_day", gold_prices.c.day, gold_prices.c.order)
