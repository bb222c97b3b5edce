"""The shop, its members and the single values of a profile."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, String, Table

from desktop.adapters.storage.forms import FACTS
from desktop.adapters.storage.tables.columns import (
    columns_of,
    count_column,
    flag_column,
    metadata,
    text_column,
    time_column,
)

facts = Table(FACTS.name, metadata, *columns_of(FACTS, name=Column("name", String, primary_key=True)))
"""Single values of the profile: shop, enrolment attempt, feed position, hold of the outbox."""

members = Table(
    "members",
    metadata,
    Column("member_id", String, primary_key=True),
    text_column("name"),
    text_column("role"),
    count_column("position"),
    flag_column("station_active"),
    flag_column("listed"),
    text_column("key_thumbprint", null=True),
    Column("wrapped_key", LargeBinary),
    Column("pending_key", LargeBinary),
    count_column("wrong_tries"),
    count_column("locks"),
    time_column("locked_until", null=True),
)
