"""The shop's own sales register, append-only; no alert refers to it and nothing in it is ever sent."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from desktop.adapters.storage.tables.columns import count_column, metadata, text_column, time_column

sales = Table(
    "sales",
    metadata,
    Column("sale_id", Text, primary_key=True, nullable=False),
    time_column("at"),
    text_column("member_id"),
    text_column("direction"),
    count_column("amount_fen"),
    count_column("cash_fen"),
    text_column("name"),
    text_column("id_no"),
    text_column("phone"),
    text_column("account"),
    text_column("mark"),
)
Index("sales_at", sales.c.at)
Index("sales_cash", sales.c.at, sqlite_where=sales.c.cash_fen > 0)
sale_notes = Table(
    "sale_notes",
    metadata,
    Column("order", Integer, primary_key=True, autoincrement=True),
    text_column("sale_id"),
    text_column("note"),
    text_column("member_id"),
    time_column("at"),
)
Index("sale_notes_sale", sale_notes.c.sale_id, sale_notes.c.order)
