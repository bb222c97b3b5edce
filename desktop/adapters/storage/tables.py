"""The tables of a profile; private to storage. `records` and `records_fts` are the read side, rebuilt from the others."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from desktop.adapters.storage.types import JsonText, UtcTime

metadata = MetaData()


def _time(name: str, *, null: bool = False) -> Column[object]:
    return Column(name, UtcTime, nullable=null)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _json(name: str) -> Column[object]:
    return Column(name, JsonText, nullable=False)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


facts = Table("facts", metadata, Column("name", String, primary_key=True), _json("value"))
"""Single values of the profile: shop, enrolment attempt, feed position, hold of the outbox."""

members = Table(
    "members",
    metadata,
    Column("member_id", String, primary_key=True),
    _text("name"),
    _text("role"),
    _count("position"),
    _flag("station_active"),
    _flag("listed"),
    _text("key_thumbprint", null=True),
    Column("wrapped_key", LargeBinary),
    Column("pending_key", LargeBinary),
    _count("wrong_tries"),
    _count("locks"),
    _time("locked_until", null=True),
)

checklists = Table(
    "checklists",
    metadata,
    _text("setting"),
    _count("version"),
    _text("text"),
    PrimaryKeyConstraint("setting", "version"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("draft_id", String, primary_key=True),
    Column("alert_id", String, nullable=False, unique=True),
    _text("setting"),
    _count("checklist_version"),
    _text("member_id", null=True),
    _time("started_at"),
    _time("saved_at"),
    _json("answers"),
    _json("tx"),
    _json("ctx"),
    _json("details"),
    _time("discarded_at", null=True),
)

closings = Table(
    "closings",
    metadata,
    Column("alert_id", String, primary_key=True),
    _json("draft"),
    _text("how"),
    _text("reason"),
    _time("closed_at"),
    _text("closed_by", null=True),
    _text("level"),
    _text("track"),
    _json("compliance"),
)

alerts = Table(
    "alerts",
    metadata,
    Column("alert_id", String, primary_key=True),
    _text("setting"),
    _text("level"),
    _text("track"),
    _text("computed_level"),
    _text("member_id", null=True),
    _time("created_at"),
    _time("observed_at"),
    Column("body", LargeBinary, nullable=False),
    _text("sha256"),
    _text("summary"),
    _text("narrative"),
    Column("amount_fen", Integer),
    _flag("silent"),
    _flag("urgent"),
    _json("compliance"),
)

supplements = Table(
    "supplements",
    metadata,
    Column("alert_id", ForeignKey("alerts.alert_id"), nullable=False),
    _count("n"),
    _text("kind"),
    _time("made_at"),
    _text("member_id", null=True),
    Column("body", LargeBinary, nullable=False),
    _text("sha256"),
    _text("text"),
    _text("in_reply_to", null=True),
    _text("reply_code", null=True),
    PrimaryKeyConstraint("alert_id", "n"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("order", Integer, primary_key=True, autoincrement=True),
    Column("alert_id", ForeignKey("alerts.alert_id"), nullable=False),
    _count("n"),
    _flag("urgent"),
    _time("queued_at"),
    _time("next_attempt_at"),
    _text("state"),
    _count("attempts"),
    _text("lease_owner", null=True),
    _time("lease_until", null=True),
    _text("refused_code", null=True),
    _text("refused_detail"),
    _text("refused_detail_zh"),
    UniqueConstraint("alert_id", "n"),
    sqlite_autoincrement=True,
)
Index(
    "outbox_to_send",
    outbox.c.urgent.desc(),
    outbox.c.order,
    sqlite_where=outbox.c.state.in_(("queued", "sending")),
)
Index("outbox_refused", outbox.c.alert_id, sqlite_where=outbox.c.state == "refused")

receipts = Table(
    "receipts",
    metadata,
    _text("alert_id"),
    _count("n"),
    _text("sha256"),
    _text("epoch"),
    _count("seq"),
    _time("received_at"),
    _text("compact"),
    PrimaryKeyConstraint("alert_id", "n"),
    ForeignKeyConstraint(["alert_id", "n"], ["outbox.alert_id", "outbox.n"]),
)

cases = Table(
    "cases",
    metadata,
    Column("alert_id", String, primary_key=True),
    _count("revision"),
    _text("state"),
    _text("unit"),
    _text("text"),
    _time("at"),
    _time("acked_at", null=True),
    _flag("accepted"),
    _json("effects"),
)

case_steps = Table(
    "case_steps",
    metadata,
    _text("alert_id"),
    _count("revision"),
    _text("state"),
    _text("unit"),
    _text("text"),
    _time("at"),
    _flag("ack"),
    _json("effects"),
    PrimaryKeyConstraint("alert_id", "revision"),
)

instructions = Table(
    "instructions",
    metadata,
    Column("instruction_id", String, primary_key=True),
    Column("alert_id", String, nullable=False, index=True),
    _count("revision"),
    _text("text"),
    _text("unit"),
    _flag("urgent"),
    _json("replies"),
    _time("at"),
    _count("seq"),
    _flag("is_question"),
    _time("seen_at", null=True),
    _text("replied", null=True),
    Index("instructions_at", "at"),
)

rewards = Table(
    "rewards",
    metadata,
    Column("reward_id", String, primary_key=True),
    Column("alert_id", String, nullable=False, index=True),
    Column("member_id", String, nullable=False, index=True),
    _text("kind"),
    _text("state"),
    _count("amount_fen"),
    _text("title"),
    _text("text"),
    _count("revision"),
    _time("at"),
    _json("history"),
    _time("claim_by", null=True),
)

feed_events = Table(
    "feed_events",
    metadata,
    _text("epoch"),
    _count("seq"),
    _text("type"),
    _text("alert_id", null=True),
    _time("at"),
    _text("raw"),
    PrimaryKeyConstraint("epoch", "seq"),
)

read_receipts = Table(
    "read_receipts",
    metadata,
    _text("epoch"),
    _count("seq"),
    _time("shown_at"),
    _text("member_id", null=True),
    PrimaryKeyConstraint("epoch", "seq"),
)

bulletins = Table(
    "bulletins",
    metadata,
    Column("bulletin_id", String, primary_key=True),
    _text("title"),
    _text("text"),
    _text("trade"),
    _text("area"),
    _time("issued_at"),
    _count("seq"),
    _time("read_at", null=True),
)

records = Table(
    "records",
    metadata,
    Column("order", Integer, primary_key=True, autoincrement=True),
    Column("alert_id", String, nullable=False, unique=True),
    _text("setting"),
    _text("level"),
    _text("track"),
    _text("summary"),
    Column("amount_fen", Integer),
    _time("created_at"),
    _text("delivery"),
    _text("case_state", null=True),
    _text("case_text"),
    _flag("silent"),
    _text("reward_state", null=True),
    _text("refused_code", null=True),
    _flag("waiting"),
    _flag("open"),
    _flag("reward"),
    _flag("closed"),
    _flag("accepted"),
    _count("loss_prevented_fen"),
    sqlite_autoincrement=True,
)
for _tab in ("waiting", "open", "reward", "closed"):
    Index(f"records_{_tab}", records.c.order, sqlite_where=records.c[_tab].is_(True))
Index("records_setting", records.c.setting, records.c.order)
Index("records_month", records.c.created_at, records.c.accepted, records.c.loss_prevented_fen, records.c.delivery)
