"""Answered drills, append-only; each member sees only their own."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table

from desktop.adapters.storage.tables.columns import count_column, flag_column, metadata, text_column, time_column

drill_attempts = Table(
    "drill_attempts",
    metadata,
    Column("order", Integer, primary_key=True, autoincrement=True),
    text_column("member_id"),
    text_column("drill_id"),
    text_column("level"),
    count_column("saying"),
    flag_column("level_right"),
    flag_column("saying_right"),
    time_column("at"),
)
Index("drill_attempts_member", drill_attempts.c.member_id, drill_attempts.c.order)
