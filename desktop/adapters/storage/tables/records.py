"""The read side: one row per alert or closing with all its page shows; rebuilt from the other tables."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from desktop.adapters.storage.forms import RECORDS
from desktop.adapters.storage.tables.columns import columns_of, metadata

records = Table(
    RECORDS.name,
    metadata,
    *columns_of(
        RECORDS,
        order=Column("order", Integer, primary_key=True, autoincrement=True),
        alert_id=Column("alert_id", String, nullable=False, unique=True),
    ),
    sqlite_autoincrement=True,
)
for _tab in ("waiting", "open", "closed"):
    Index(f"records_{_tab}", records.c.order, sqlite_where=records.c[_tab].is_(True))
_COUNTED = (records.c.waiting, records.c.open, records.c.closed, records.c.reward_member)
Index("records_setting", records.c.setting, records.c.order, *_COUNTED)
Index("records_found", records.c.order, *_COUNTED)
Index("records_month", records.c.created_at, records.c.accepted, records.c.loss_prevented_fen, records.c.delivery)
Index("records_reward", records.c.reward_member, records.c.order, sqlite_where=records.c.reward_member.is_not(None))
