"""The depot's parcels by marks, and the daily gold price."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE parcels ( alert_id VARCHAR NOT NULL, at BIGINT NOT NULL, waybill TEXT NOT NULL, phone TEXT NOT
    NULL, address TEXT NOT NULL, sender TEXT NOT NULL, duties TEXT NOT NULL, acceptance TEXT NOT NULL, PRIMARY KEY (alert_id) )
    """,
    "CREATE INDEX parcels_waybill ON parcels (waybill, at) WHERE waybill != ''",
    "CREATE INDEX parcels_phone ON parcels (phone, at) WHERE phone != ''",
    "CREATE INDEX parcels_address ON parcels (address, at) WHERE address != ''",
    "CREATE INDEX parcels_at ON parcels (at)",
    """
    CREATE TABLE gold_prices ( "order" INTEGER NOT NULL, day TEXT NOT NULL, fen_per_g INTEGER NOT NULL, source TEXT
    NOT NULL, member_id TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY ("order") )
    """,
    """
    CREATE INDEX gold_prices_day ON gold_prices (day, "order")
    """,
)


def upgrade() -> None:
    """Create the tables and their indexes."""
    for statement in STATEMENTS:
        op.execute(statement)
