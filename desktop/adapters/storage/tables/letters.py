"""Drafts and what becomes of them: closings, alerts, supplements, the outbox and its receipts."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    UniqueConstraint,
    text,
)

from desktop.adapters.storage.forms import ALERTS, OUTBOX
from desktop.adapters.storage.tables.columns import (
    columns_of,
    count_column,
    json_column,
    metadata,
    text_column,
    time_column,
)

checklists = Table(
    "checklists",
    metadata,
    text_column("setting"),
    count_column("version"),
    text_column("text"),
    PrimaryKeyConstraint("setting", "version"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("draft_id", String, primary_key=True),
    Column("alert_id", String, nullable=False, unique=True),
    text_column("setting"),
    count_column("checklist_version"),
    text_column("member_id", null=True),
    time_column("started_at"),
    time_column("saved_at"),
    json_column("answers"),
    json_column("tx"),
    json_column("ctx"),
    json_column("details"),
    time_column("discarded_at", null=True),
)

closings = Table(
    "closings",
    metadata,
    Column("alert_id", String, primary_key=True),
    json_column("draft"),
    text_column("how"),
    text_column("reason"),
    time_column("closed_at"),
    text_column("closed_by", null=True),
    text_column("level"),
    text_column("track"),
    json_column("compliance"),
)

alerts = Table(ALERTS.name, metadata, *columns_of(ALERTS, alert_id=Column("alert_id", String, primary_key=True)))

supplements = Table(
    "supplements",
    metadata,
    Column("alert_id", ForeignKey("alerts.alert_id"), nullable=False),
    count_column("n"),
    text_column("kind"),
    time_column("made_at"),
    text_column("member_id", null=True),
    Column("body", LargeBinary, nullable=False),
    text_column("sha256"),
    text_column("text"),
    text_column("in_reply_to", null=True),
    text_column("reply_code", null=True),
    PrimaryKeyConstraint("alert_id", "n"),
)

outbox = Table(
    OUTBOX.name,
    metadata,
    *columns_of(
        OUTBOX,
        order=Column("order", Integer, primary_key=True, autoincrement=True),
        alert_id=Column("alert_id", ForeignKey("alerts.alert_id"), nullable=False),
    ),
    UniqueConstraint("alert_id", "n"),
    sqlite_autoincrement=True,
)
Index(
    "outbox_to_send",
    outbox.c.urgent.desc(),
    outbox.c.order,
    sqlite_where=text("state IN ('queued', 'sending')"),
)
Index("outbox_refused", outbox.c.alert_id, sqlite_where=text("state = 'refused'"))

receipts = Table(
    "receipts",
    metadata,
    text_column("alert_id"),
    count_column("n"),
    text_column("sha256"),
    text_column("epoch"),
    count_column("seq"),
    time_column("received_at"),
    text_column("compact"),
    text_column("prev", null=True),
    text_column("digest"),
    PrimaryKeyConstraint("alert_id", "n"),
    ForeignKeyConstraint(["alert_id", "n"], ["outbox.alert_id", "outbox.n"]),
    Index("receipts_digest", "digest"),
    Index("receipts_prev", "prev"),
)
