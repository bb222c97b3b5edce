"""What a depot keeps of each acceptance: the duties done, its outcome, and keyed marks of number, recipient and sender."""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table

from desktop.adapters.storage.tables.columns import json_column, metadata, text_column, time_column

parcels = Table(
    "parcels",
    metadata,
    Column("alert_id", String, primary_key=True),
    time_column("at"),
    text_column("waybill"),
    text_column("phone"),
    text_column("address"),
    text_column("sender"),
    json_column("duties"),
    text_column("acceptance"),
)
"""`waybill`, `phone`, `address`, `sender` are marks (keyed hashes), never the values; empty when not known or outlived."""
for _name in ("waybill", "phone", "address"):
    Index(f"parcels_{_name}", parcels.c[_name], parcels.c.at, sqlite_where=parcels.c[_name] != "")
Index("parcels_at", parcels.c.at)
