"""The read side: one row per alert or closing with all its page shows; rebuilt from the other tables."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from desktop.adapters.storage.tables.columns import count_column, flag_column, metadata, text_column, time_column

records = Table(
    "records",
    metadata,
    Column("order", Integer, primary_key=True, autoincrement=True),
    Column("alert_id", String, nullable=False, unique=True),
    text_column("setting"),
    text_column("level"),
    text_column("track"),
    text_column("summary"),
    Column("amount_fen", Integer),
    time_column("created_at"),
    text_column("delivery"),
    text_column("case_state", null=True),
    text_column("case_text"),
    flag_column("silent"),
    text_column("reward_state", null=True),
    text_column("refused_code", null=True),
    flag_column("waiting"),
    flag_column("open"),
    text_column("reward_member", null=True),
    flag_column("closed"),
    flag_column("accepted"),
    count_column("loss_prevented_fen"),
    sqlite_autoincrement=True,
)
for _tab in ("waiting", "open", "closed"):
    Index(f"records_{_tab}", records.c.order, sqlite_where=records.c[_tab].is_(True))
_COUNTED = (records.c.waiting, records.c.open, records.c.closed, records.c.reward_member)
Index("records_setting", records.c.setting, records.c.order, *_COUNTED)
Index("records_found", records.c.order, *_COUNTED)
Index("records_month", records.c.created_at, records.c.accepted, records.c.loss_prevented_fen, records.c.delivery)
Index("records_reward", records.c.reward_member, records.c.order, sqlite_where=records.c.reward_member.is_not(None))
