"""The shop's own sales register."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE sales ( sale_id TEXT NOT NULL, at BIGINT NOT NULL, member_id TEXT NOT NULL, direction TEXT
    NOT NULL, amount_fen INTEGER NOT NULL, cash_fen INTEGER NOT NULL, name TEXT NOT NULL, id_no TEXT NOT NULL,
    phone TEXT NOT NULL, account TEXT NOT NULL, mark TEXT NOT NULL, PRIMARY KEY (sale_id) )
    """,
    """
    CREATE INDEX sales_at ON sales (at)
    """,
    """
    CREATE INDEX sales_cash ON sales (at) WHERE cash_fen > 0
    """,
    """
    CREATE TABLE sale_notes ( "order" INTEGER NOT NULL, sale_id TEXT NOT NULL, note TEXT NOT NULL, member_id
    TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY ("order") )
    """,
    """
    CREATE INDEX sale_notes_sale ON sale_notes (sale_id, "order")
    """,
)


def upgrade() -> None:
    """Create the tables and their indexes."""
    for statement in STATEMENTS:
        op.execute(statement)
