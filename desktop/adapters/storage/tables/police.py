"""What the station says: cases, instructions, rewards, feed events, bulletins."""

from __future__ import annotations

from sqlalchemy import Column, Index, PrimaryKeyConstraint, String, Table

from desktop.adapters.storage.tables.columns import (
    count_column,
    flag_column,
    json_column,
    metadata,
    text_column,
    time_column,
)

cases = Table(
    "cases",
    metadata,
    Column("alert_id", String, primary_key=True),
    count_column("revision"),
    text_column("state"),
    text_column("unit"),
    text_column("text"),
    time_column("at"),
    time_column("acked_at", null=True),
    flag_column("accepted"),
    json_column("effects"),
)

case_steps = Table(
    "case_steps",
    metadata,
    text_column("alert_id"),
    count_column("revision"),
    text_column("state"),
    text_column("unit"),
    text_column("text"),
    time_column("at"),
    flag_column("ack"),
    json_column("effects"),
    PrimaryKeyConstraint("alert_id", "revision"),
)

instructions = Table(
    "instructions",
    metadata,
    Column("instruction_id", String, primary_key=True),
    Column("alert_id", String, nullable=False, index=True),
    count_column("revision"),
    text_column("text"),
    text_column("unit"),
    flag_column("urgent"),
    json_column("replies"),
    time_column("at"),
    count_column("seq"),
    flag_column("is_question"),
    time_column("seen_at", null=True),
    text_column("replied", null=True),
    Index("instructions_at", "at"),
)

rewards = Table(
    "rewards",
    metadata,
    Column("reward_id", String, primary_key=True),
    Column("alert_id", String, nullable=False, index=True),
    Column("member_id", String, nullable=False, index=True),
    text_column("kind"),
    text_column("state"),
    count_column("amount_fen"),
    text_column("title"),
    text_column("text"),
    count_column("revision"),
    time_column("at"),
    json_column("history"),
    time_column("claim_by", null=True),
)

feed_events = Table(
    "feed_events",
    metadata,
    text_column("epoch"),
    count_column("seq"),
    text_column("type"),
    text_column("alert_id", null=True),
    time_column("at"),
    text_column("raw"),
    PrimaryKeyConstraint("epoch", "seq"),
)

read_receipts = Table(
    "read_receipts",
    metadata,
    text_column("epoch"),
    count_column("seq"),
    time_column("shown_at"),
    text_column("member_id", null=True),
    PrimaryKeyConstraint("epoch", "seq"),
)

bulletins = Table(
    "bulletins",
    metadata,
    Column("bulletin_id", String, primary_key=True),
    text_column("title"),
    text_column("text"),
    text_column("trade"),
    text_column("area"),
    time_column("issued_at"),
    count_column("seq"),
    time_column("read_at", null=True),
)
