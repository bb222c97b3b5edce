"""Photos of alerts and drafts; the pictures themselves are sealed files beside the database."""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, PrimaryKeyConstraint, Table

from desktop.adapters.storage.tables.columns import count_column, metadata, text_column, time_column

attachments = Table(
    "attachments",
    metadata,
    text_column("alert_id"),
    text_column("sha256"),
    count_column("size"),
    text_column("media_type"),
    text_column("file"),
    Column("key", LargeBinary),
    time_column("added_at"),
    time_column("next_attempt_at"),
    time_column("taken_at", null=True),
    text_column("state"),
    count_column("sent"),
    count_column("attempts"),
    text_column("refused_code", null=True),
    PrimaryKeyConstraint("alert_id", "sha256"),
)
Index("attachments_state", attachments.c.state, attachments.c.next_attempt_at)
